#pragma once

#include "sandbox/answers.h"

#include <QByteArrayList>
#include <QDateTime>

#include <tl/expected.hpp>

namespace fuotadesk {

// An Authorization header of Signature Version 4, taken apart:
// AWS4-HMAC-SHA256 Credential=KEY/DATE/REGION/SERVICE/aws4_request, SignedHeaders=a;b,
// Signature=HEX
struct AuthorizationHeader {
    QByteArray accessKeyId;
    QByteArray date;
    QByteArray region;
    QByteArray service;
    QByteArray terminator;
    QByteArrayList signedHeaders; // as sent
    QByteArray signature;
};

// Each part once, nothing else beside them; the error is IncompleteSignatureException, or
// MissingAuthenticationTokenException when there is no such header.
tl::expected<AuthorizationHeader, ServiceError> parseAuthorization(const HttpHeaders& headers);

// Takes as long for any two texts of one length.
bool sameBytes(const QByteArray& a, const QByteArray& b);

// Of "20150830T123600Z"; else invalid. UTC.
QDateTime timeOfSignature(const QByteArray& timestamp);

} // namespace fuotadesk
