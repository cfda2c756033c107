#pragma once

#include "aws/httpmessage.h"
#include "aws/s3/s3address.h"
#include "aws/s3/s3client.h"

namespace fuotadesk {

// A request to S3 that does not know yet which host it goes to. operation and its method go by the
// S3 API Reference; message has no url.
struct S3Request {
    HttpRequest message;
    S3Scope scope = S3Scope::Object;
    ImageLocation target;
    S3Query query;
};

// The requests of S3Client. Error: InputInvalid, code = the parameter that makes no sense, as an
// upload without an id would be about the object itself.
// https://docs.aws.amazon.com/AmazonS3/latest/API/API_Operations_Amazon_Simple_Storage_Service.html
S3Request bucketsRequest();
S3Request bucketRegionRequest(const QString& bucket);
Result<S3Request> listRequest(const S3Client::Listing& listing);
S3Request headRequest(const ImageLocation& object);
Result<S3Request> getRequest(const ImageLocation& object, qint64 first, qint64 last);
S3Request putRequest(const ImageLocation& object, const S3Client::Body& body,
                     S3Client::Existing existing);
Result<S3Request> beginRequest(const ImageLocation& object, const QByteArray& contentSha256);
Result<S3Request> partRequest(const ImageLocation& object, const QString& uploadId, int number,
                              const S3Client::Body& body);
Result<S3Request> completeRequest(const ImageLocation& object, const QString& uploadId,
                                  const QList<S3Part>& parts, S3Client::Existing existing);
Result<S3Request> abortRequest(const ImageLocation& object, const QString& uploadId);
Result<S3Request> partsRequest(const ImageLocation& object, const QString& uploadId);
S3Request uploadsRequest(const QString& bucket);

} // namespace fuotadesk
