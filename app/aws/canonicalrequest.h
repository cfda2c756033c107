#pragma once

#include "aws/httpmessage.h"

#include <QByteArrayList>

namespace fuotadesk {

// The parts of a request that a signature covers. path and query are the bytes on the wire (still
// encoded); payloadHash is what the last line shall be: the hex SHA-256 of the body or a literal as
// "UNSIGNED-PAYLOAD".
struct RequestParts {
    QByteArray method;
    QByteArray path;
    QByteArray query;
    HttpHeaders headers;
    QByteArray payloadHash;
};

// Every service but S3 removes dot segments and repeated slashes and encodes the encoded path once
// more.
struct CanonicalRules {
    bool normalizePath = true;
    bool doubleEncodePath = true;
};

// Step 1 of Signature Version 4, with the list of headers given: lower-case names in the order they
// shall stand. A signer takes headersToSign(), a verifier what the Authorization header names.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
QByteArray canonicalRequest(const RequestParts& parts, const QByteArrayList& signedHeaders,
                            const CanonicalRules& rules = {});

// Lower-case names, sorted, each once; without those that proxies change (user-agent, connection,
// ...).
QByteArrayList headersToSign(const HttpHeaders& headers);

QByteArray canonicalPath(const QByteArray& path, const CanonicalRules& rules);

// Decoded, encoded again, sorted by name and then value.
QByteArray canonicalQuery(const QByteArray& query);

// Trimmed, inner runs of white space as one space.
QByteArray canonicalValue(const QByteArray& value);

} // namespace fuotadesk
