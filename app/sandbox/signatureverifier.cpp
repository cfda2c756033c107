#include "sandbox/signatureverifier.h"

#include "aws/sigv4.h"
#include "base/clock.h"
#include "sandbox/authorizationheader.h"

#include <algorithm>
#include <utility>

namespace fuotadesk {

namespace {

using Refusal = std::optional<ServiceError>;

constexpr qint64 AllowedSkewSeconds = qint64{15} * 60;
constexpr auto Terminator = "aws4_request";

ServiceError invalidSignature(const QString& message)
{
    return authenticationError(QByteArrayLiteral("InvalidSignatureException"), message);
}

Refusal wrongKey(const HeldKey* key, const HttpCall& call, const KeyRing& keys)
{
    const QByteArray token = headerValue(call.headers, QByteArrayLiteral("x-amz-security-token"));
    if (!key || !sameBytes(token, key->credentials.sessionToken.reveal()))
        return authenticationError(
            QByteArrayLiteral("UnrecognizedClientException"),
            QStringLiteral("The security token included in the request is invalid."));
    if (keys.isExpired(*key))
        return authenticationError(
            QByteArrayLiteral("ExpiredTokenException"),
            QStringLiteral("The security token included in the request is expired"));
    return {};
}

Refusal wrongScope(const AuthorizationHeader& header, const QByteArray& timestamp,
                   const SignedScope& wanted)
{
    if (!wanted.region.isEmpty() && header.region != wanted.region)
        return invalidSignature(QStringLiteral("Credential should be scoped to a valid region."));
    if (header.service != wanted.service)
        return invalidSignature(
            QStringLiteral("Credential should be scoped to correct service: '%1'.")
                .arg(QString::fromLatin1(wanted.service)));
    if (header.terminator != Terminator)
        return invalidSignature(
            QStringLiteral("Credential should be scoped with a valid terminator: 'aws4_request'."));
    if (header.date != timestamp.left(8))
        return invalidSignature(
            QStringLiteral("Date in Credential scope does not match YYYYMMDD from ISO-8601 "
                           "version of date from HTTP: '%1' != '%2', from '%3'.")
                .arg(QString::fromLatin1(header.date), QString::fromLatin1(timestamp.left(8)),
                     QString::fromLatin1(timestamp)));
    return {};
}

QString stamped(const QDateTime& time)
{
    return QString::fromLatin1(amzTimestamp(time));
}

Refusal wrongTime(const QByteArray& timestamp, const QDateTime& now)
{
    const QDateTime sent = timeOfSignature(timestamp);
    if (!sent.isValid())
        return authenticationError(
            QByteArrayLiteral("IncompleteSignatureException"),
            QStringLiteral("Authorization header requires existence of a 'X-Amz-Date' header "
                           "in ISO-8601 basic format."));
    if (sent.secsTo(now) > AllowedSkewSeconds)
        return invalidSignature(
            QStringLiteral("Signature expired: %1 is now earlier than %2 (%3 - 15 min.)")
                .arg(stamped(sent), stamped(now.addSecs(-AllowedSkewSeconds)), stamped(now)));
    if (now.secsTo(sent) > AllowedSkewSeconds)
        return invalidSignature(
            QStringLiteral("Signature not yet current: %1 is still later than %2 (%3 + 15 min.)")
                .arg(stamped(sent), stamped(now.addSecs(AllowedSkewSeconds)), stamped(now)));
    return {};
}

Refusal unsignedHeader(const AuthorizationHeader& header, const HttpCall& call)
{
    if (!header.signedHeaders.contains("host"))
        return invalidSignature(QStringLiteral(
            "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization."));
    for (const HttpHeader& sent : call.headers) {
        const QByteArray name = sent.name.toLower();
        if (name.startsWith("x-amz-") && !header.signedHeaders.contains(name))
            return invalidSignature(
                QStringLiteral(
                    "There were headers present in the request which were not signed: %1")
                    .arg(QString::fromLatin1(name)));
    }
    return {};
}

Refusal wrongPayload(const HttpCall& call, const QByteArray& hash)
{
    const QByteArray sent = headerValue(call.headers, QByteArrayLiteral("x-amz-content-sha256"));
    if (sent.isEmpty() || sent == hash)
        return {};
    return invalidSignature(QStringLiteral(
        "The provided 'x-amz-content-sha256' header does not match what was computed."));
}

} // namespace

SignatureVerifier::SignatureVerifier(const KeyRing& keys, const Clock& clock)
    : m_keys(keys),
      m_clock(clock)
{
}

Served<HeldKey> SignatureVerifier::signer(const HttpCall& call, const SignedScope& wanted) const
{
    const auto header = parseAuthorization(call.headers);
    if (!header)
        return refused(header.error());
    const QByteArray timestamp = headerValue(call.headers, QByteArrayLiteral("x-amz-date"));
    const QByteArray hash = call.bodySha256.isEmpty() ? sha256Hex(call.body) : call.bodySha256;
    const HeldKey* key = m_keys.find(QString::fromLatin1(header->accessKeyId));
    if (const auto wrong = wrongKey(key, call, m_keys))
        return refused(*wrong);
    if (const auto wrong = wrongTime(timestamp, m_clock.now()))
        return refused(*wrong);
    if (const auto wrong = wrongScope(*header, timestamp, wanted))
        return refused(*wrong);
    if (const auto wrong = unsignedHeader(*header, call))
        return refused(*wrong);
    if (const auto wrong = wrongPayload(call, hash))
        return refused(*wrong);

    const SigningScope scope{timestamp, header->region, header->service};
    const QByteArray canonical = canonicalRequest(
        {call.method, rawPath(call), rawQuery(call), call.headers, hash}, header->signedHeaders);
    const QByteArray expected = signatureHex(signingKey(key->credentials.secretAccessKey, scope),
                                             stringToSign(scope, canonical));
    if (sameBytes(expected, header->signature))
        return *key;
    return refused(invalidSignature(QStringLiteral(
        "The request signature we calculated does not match the signature you provided. Check your "
        "AWS Secret Access Key and signing method. Consult the service documentation for "
        "details.")));
}

} // namespace fuotadesk
