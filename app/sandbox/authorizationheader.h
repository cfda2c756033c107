#pragma once

#include "sandbox/answers.h"

#include <QByteArrayList>

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

} // namespace fuotadesk
