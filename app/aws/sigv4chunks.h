#pragma once

#include "aws/sigv4.h"

namespace fuotadesk {

// The signatures of an S3 upload sent as aws-chunked
// (STREAMING-AWS4-HMAC-SHA256-PAYLOAD[-TRAILER]): each covers the one before it, the first one the
// signature of the request's headers. The last chunk is empty.
// https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming.html
QByteArray chunkStringToSign(const SigningScope& scope, const QByteArray& previousSignature,
                             const QByteArray& chunk);

// "400;chunk-signature=...\r\n"
QByteArray chunkHeader(qsizetype size, const QByteArray& signature);

// "name:value\n" each, lower case, sorted.
QByteArray canonicalTrailers(const HttpHeaders& trailers);
QByteArray trailerStringToSign(const SigningScope& scope, const QByteArray& previousSignature,
                               const QByteArray& canonicalTrailers);

} // namespace fuotadesk
