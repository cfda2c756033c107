#pragma once

#include "aws/httpmessage.h"
#include "aws/s3/s3address.h"
#include "aws/s3/s3values.h"

namespace fuotadesk {

// One page of a list that has more; next: what to add to the query for those, empty at its end.
template <typename Item>
struct S3Batch {
    QList<Item> items;
    S3Query next;
};

// Readers of the lists that S3 answers with. Errors: AnswerMalformed, code = the element that is
// missing or makes no sense, "xml" or "xml-size" (see xmltree.h).
// https://docs.aws.amazon.com/AmazonS3/latest/API/API_Operations_Amazon_Simple_Storage_Service.html
Result<S3Batch<S3Bucket>> bucketsFrom(const HttpResponse& response);
Result<S3Page> pageFrom(const HttpResponse& response);
Result<S3Batch<S3Part>> partsFrom(const HttpResponse& response);
Result<S3Batch<S3Upload>> uploadsFrom(const HttpResponse& response);

} // namespace fuotadesk
