#pragma once

#include "aws/serviceaddress.h"
#include "base/result.h"
#include "fuota/imagelocation.h"

#include <QList>

namespace fuotadesk {

// What a request to S3 is about.
enum class S3Scope { Service, Bucket, Object };

// Names and values of a query, not encoded. A value that is null stands without "=".
using S3Query = QList<std::pair<QByteArray, QByteArray>>;

// Nothing, or InputInvalid: code "bucket" for a name no bucket can have, "key" for a key that is
// empty, longer than 1024 bytes of UTF-8, no Unicode, or has a segment "." or "..", which no HTTP
// client of ours can send. https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-keys.html
Result<void> checkedS3Target(const ImageLocation& target, S3Scope scope);

// Where a request goes: the bucket before the host, or in the path where the host is an address or
// loopback, the name is none of a host, or has a dot over https, as the wildcard of the certificate
// does not cover it. The key is encoded once. Errors: those of checkedS3Target().
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html
Result<QUrl> s3Url(const QUrl& endpoint, const ImageLocation& target, S3Scope scope,
                   const S3Query& query);

// The same service in another region: AWS has a host for each, an endpoint of one's own does not.
ServiceAddress s3AddressIn(const QString& region, const ServiceAddress& address);

// Whether a text can be a region's name, and so part of a host name.
bool isRegionName(const QString& text);

} // namespace fuotadesk
