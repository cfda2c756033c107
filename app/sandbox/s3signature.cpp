#include "sandbox/s3signature.h"

#include "aws/sigv4.h"
#include "base/clock.h"
#include "sandbox/authorizationheader.h"

#include <algorithm>

namespace fuotadesk {

namespace {

using Checked = S3Result<void>;

constexpr qint64 AllowedSkewSeconds = qint64{15} * 60;
constexpr auto PayloadHash = "x-amz-content-sha256";

Checked checkedKey(const HeldKey* key, const HttpCall& call, const KeyRing& keys)
{
    const QByteArray token = headerValue(call.headers, "x-amz-security-token");
    if (!key)
        return refusedByS3(403, "InvalidAccessKeyId",
                           QStringLiteral("The AWS Access Key Id you provided does not exist in "
                                          "our records."));
    if (!sameBytes(token, key->credentials.sessionToken.reveal()))
        return refusedByS3(400, "InvalidToken",
                           QStringLiteral("The provided token is malformed or otherwise "
                                          "invalid."));
    if (keys.isExpired(*key))
        return refusedByS3(400, "ExpiredToken", QStringLiteral("The provided token has expired."));
    return {};
}

Checked checkedTime(const QByteArray& timestamp, const QDateTime& now)
{
    const QDateTime sent = timeOfSignature(timestamp);
    if (!sent.isValid())
        return refusedByS3(403, "AccessDenied",
                           QStringLiteral("AWS authentication requires a valid Date or x-amz-date "
                                          "header"));
    if (std::abs(sent.secsTo(now)) <= AllowedSkewSeconds)
        return {};
    return tl::unexpected(
        S3Refusal{403,
                  "RequestTimeTooSkewed",
                  QStringLiteral("The difference between the request time and the current time is "
                                 "too large."),
                  {{QStringLiteral("RequestTime"), QString::fromLatin1(timestamp)},
                   {QStringLiteral("ServerTime"), now.toString(Qt::ISODate)},
                   {QStringLiteral("MaxAllowedSkewMilliseconds"),
                    QString::number(AllowedSkewSeconds * 1000)}}});
}

Checked checkedScope(const AuthorizationHeader& header, const QByteArray& timestamp)
{
    if (header.terminator == "aws4_request" && header.date == timestamp.left(8)
        && !header.region.isEmpty())
        return {};
    return refusedByS3(400, "AuthorizationHeaderMalformed",
                       QStringLiteral("The authorization header is malformed; the Credential is "
                                      "mal-formed; expecting "
                                      "\"<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request\"."));
}

Checked checkedHeaders(const AuthorizationHeader& header, const HttpCall& call)
{
    if (headerValue(call.headers, PayloadHash).isEmpty())
        return refusedByS3(400, "MissingSecurityHeader",
                           QStringLiteral("Your request was missing a required header: "
                                          "x-amz-content-sha256"));
    const auto isUnsigned = [&header](const HttpHeader& sent) {
        const QByteArray name = sent.name.toLower();
        return (name == "host" || name.startsWith("x-amz-"))
            && !header.signedHeaders.contains(name);
    };
    const auto missing = std::ranges::find_if(call.headers, isUnsigned);
    if (missing == call.headers.end() && header.signedHeaders.contains("host"))
        return {};
    return tl::unexpected(S3Refusal{
        403,
        "AccessDenied",
        QStringLiteral("There were headers present in the request which were not signed"),
        {{QStringLiteral("HeadersNotSigned"),
          missing == call.headers.end() ? QStringLiteral("host")
                                        : QString::fromLatin1(missing->name.toLower())}}});
}

Checked checkedSignature(const AuthorizationHeader& header, const HttpCall& call,
                         const QByteArray& timestamp, const Secret& secret)
{
    const SigningScope scope{timestamp, header.region, header.service};
    const QByteArray canonical =
        canonicalRequest({call.method, rawPath(call), rawQuery(call), call.headers,
                          headerValue(call.headers, PayloadHash)},
                         header.signedHeaders, {false, false});
    const QByteArray text = stringToSign(scope, canonical);
    if (sameBytes(signatureHex(signingKey(secret, scope), text), header.signature))
        return {};
    return tl::unexpected(
        S3Refusal{403,
                  "SignatureDoesNotMatch",
                  QStringLiteral("The request signature we calculated does not match the signature "
                                 "you provided. Check your key and signing method."),
                  {{QStringLiteral("AWSAccessKeyId"), QString::fromLatin1(header.accessKeyId)},
                   {QStringLiteral("StringToSign"), QString::fromLatin1(text)},
                   {QStringLiteral("SignatureProvided"), QString::fromLatin1(header.signature)},
                   {QStringLiteral("CanonicalRequest"), QString::fromUtf8(canonical)}}});
}

} // namespace

bool S3Signature::isFor(const HttpCall& call)
{
    const auto header = parseAuthorization(call.headers);
    return header && header->service == "s3";
}

S3Result<S3Signer> S3Signature::signer(const HttpCall& call) const
{
    const auto header = parseAuthorization(call.headers);
    if (!header)
        return refusedByS3(400, "AuthorizationHeaderMalformed", header.error().message);
    const QByteArray timestamp = headerValue(call.headers, "x-amz-date");
    const HeldKey* key = m_keys.find(QString::fromLatin1(header->accessKeyId));
    Checked checked = checkedKey(key, call, m_keys);
    if (checked)
        checked = checkedTime(timestamp, m_clock.now());
    if (checked)
        checked = checkedScope(*header, timestamp);
    if (checked)
        checked = checkedHeaders(*header, call);
    if (checked)
        checked = checkedSignature(*header, call, timestamp, key->credentials.secretAccessKey);
    if (!checked)
        return tl::unexpected(checked.error());
    return S3Signer{*key, QString::fromLatin1(header->region)};
}

} // namespace fuotadesk
