#pragma once

#include "aws/canonicalrequest.h"
#include "base/result.h"
#include "base/secret.h"

#include <QDateTime>

namespace fuotadesk {

// What a signature is good for. timestamp is "20150830T123600Z".
struct SigningScope {
    QByteArray timestamp;
    QByteArray region;
    QByteArray service;

    QByteArray date() const { return timestamp.left(8); }
    QByteArray text() const; // "20150830/us-east-1/iam/aws4_request"
};

QByteArray amzTimestamp(const QDateTime& time);
QByteArray sha256Hex(const QByteArray& bytes);

// Steps 2 and 3 of Signature Version 4; step 1 is canonicalRequest(). Pure functions.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
QByteArray stringToSign(const SigningScope& scope, const QByteArray& canonicalRequest);
QByteArray signatureHex(const Secret& signingKey, const QByteArray& stringToSign);

// Good for one day, region and service: worth keeping.
Secret signingKey(const Secret& secretAccessKey, const SigningScope& scope);

QByteArray authorizationValue(const QByteArray& accessKeyId, const SigningScope& scope,
                              const QByteArrayList& signedHeaders, const QByteArray& signature);

// Who signs, and how. addPayloadHash sends and signs x-amz-content-sha256 (S3 wants it); signToken
// false sends the session token without signing it.
struct Signer {
    QByteArray accessKeyId;
    Secret key; // signingKey()
    Secret sessionToken;
    SigningScope scope;
    CanonicalRules rules = {};
    bool addPayloadHash = false;
    bool signToken = true;
};

// The three steps and what they give: the headers to add, or (presigned) the whole query to send.
struct Signature {
    QByteArray canonicalRequest;
    QByteArray stringToSign;
    QByteArray hex;
    HttpHeaders headers;
    QByteArray query;
};

// Error: InputInvalid, code = the member, when the request carries a header or parameter of a
// signature already.
Result<Signature> signWithHeaders(RequestParts parts, const Signer& signer);

// expires in 1..604800 seconds, else InputInvalid "X-Amz-Expires".
Result<Signature> signWithQuery(RequestParts parts, const Signer& signer, int expires);

} // namespace fuotadesk
