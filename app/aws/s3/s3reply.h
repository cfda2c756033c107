#pragma once

#include "aws/httpmessage.h"
#include "aws/s3/s3values.h"
#include "aws/xmltree.h"

namespace fuotadesk {

// Readers of S3's answers about one bucket or object; the lists are in s3lists.h. Errors:
// AnswerMalformed, code = the element or header that is missing or makes no sense, "xml" or
// "xml-size" (see xmltree.h).
// https://docs.aws.amazon.com/AmazonS3/latest/API/API_Operations_Amazon_Simple_Storage_Service.html
Result<QString> bucketRegionFrom(const HttpResponse& response);
Result<S3ObjectFacts> objectFactsFrom(const HttpResponse& response);
Result<S3Written> writtenFrom(const HttpResponse& response);
Result<QString> uploadIdFrom(const HttpResponse& response);
Result<S3Part> partFrom(const HttpResponse& response, int number, qint64 size);

// Of CompleteMultipartUpload. It answers 200 before it is done; an error stands in the body then,
// and is given as if it came with a status 500. ETag may be absent.
Result<S3Written> completedFrom(const HttpRequest& request, const HttpResponse& response);

// What an answer that is no success says. One to HEAD has only its status.
// https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
Error s3Error(const HttpRequest& request, const HttpResponse& response);

// The region an answer names for the bucket, in a header or in an error; empty when it does not.
QString regionTold(const HttpResponse& response);

// The root of an answer, which has that name.
Result<XmlElement> s3Root(const HttpResponse& response, QStringView name);
QString bareETag(QString eTag); // without its quotes

} // namespace fuotadesk
