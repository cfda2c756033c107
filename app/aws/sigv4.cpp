#include "aws/sigv4.h"

#include "aws/uriencoding.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

#include <array>

namespace fuotadesk {

namespace {

constexpr int LongestExpiry = 604800; // seven days
constexpr std::array<QByteArrayView, 3> HeadersOfASignature = {"authorization", "x-amz-date",
                                                               "x-amz-content-sha256"};
constexpr std::array<QByteArrayView, 5> ParametersOfASignature = {
    "X-Amz-Algorithm", "X-Amz-Credential", "X-Amz-Date", "X-Amz-SignedHeaders", "X-Amz-Signature"};

QByteArray hmac(const QByteArray& key, const QByteArray& message)
{
    return QMessageAuthenticationCode::hash(message, key, QCryptographicHash::Sha256);
}

void appendNumber(QByteArray& text, int value, int digits)
{
    for (int divisor = digits == 4 ? 1000 : 10; divisor > 0; divisor /= 10)
        text.append(static_cast<char>('0' + value / divisor % 10));
}

// The header or parameter that is there already, else empty.
QByteArrayView alreadySigned(const RequestParts& parts)
{
    for (const QByteArrayView name : HeadersOfASignature)
        for (const HttpHeader& header : parts.headers)
            if (header.name.compare(name, Qt::CaseInsensitive) == 0)
                return name;
    for (const QByteArray& pair : parts.query.split('&')) {
        const QByteArray name = percentDecoded(pair.left(pair.indexOf('=')));
        for (const QByteArrayView forbidden : ParametersOfASignature)
            if (name == forbidden)
                return forbidden;
    }
    return {};
}

void addParameter(QByteArray& query, QByteArrayView name, const QByteArray& value)
{
    if (!query.isEmpty())
        query.append('&');
    query.append(name).append('=').append(percentEncoded(value));
}

void finish(Signature& result, const RequestParts& parts, const QByteArrayList& names,
            const Signer& signer)
{
    result.canonicalRequest = canonicalRequest(parts, names, signer.rules);
    result.stringToSign = stringToSign(signer.scope, result.canonicalRequest);
    result.hex = signatureHex(signer.key, result.stringToSign);
}

} // namespace

QByteArray SigningScope::text() const
{
    return date() + '/' + region + '/' + service + "/aws4_request";
}

QByteArray amzTimestamp(const QDateTime& time)
{
    const QDateTime utc = time.toUTC();
    const QDate date = utc.date();
    const QTime clock = utc.time();
    QByteArray text;
    text.reserve(16);
    appendNumber(text, date.year(), 4);
    appendNumber(text, date.month(), 2);
    appendNumber(text, date.day(), 2);
    text.append('T');
    appendNumber(text, clock.hour(), 2);
    appendNumber(text, clock.minute(), 2);
    appendNumber(text, clock.second(), 2);
    return text.append('Z');
}

QByteArray sha256Hex(const QByteArray& bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

QByteArray stringToSign(const SigningScope& scope, const QByteArray& canonicalRequest)
{
    return "AWS4-HMAC-SHA256\n" + scope.timestamp + '\n' + scope.text() + '\n'
        + sha256Hex(canonicalRequest);
}

QByteArray signatureHex(const Secret& signingKey, const QByteArray& stringToSign)
{
    return hmac(signingKey.reveal(), stringToSign).toHex();
}

Secret signingKey(const Secret& secretAccessKey, const SigningScope& scope)
{
    QByteArray key = "AWS4" + secretAccessKey.reveal();
    for (const QByteArray& part :
         {scope.date(), scope.region, scope.service, QByteArrayLiteral("aws4_request")}) {
        QByteArray next = hmac(key, part);
        wipe(key);
        key = std::move(next);
    }
    return Secret(std::move(key));
}

QByteArray authorizationValue(const QByteArray& accessKeyId, const SigningScope& scope,
                              const QByteArrayList& signedHeaders, const QByteArray& signature)
{
    return "AWS4-HMAC-SHA256 Credential=" + accessKeyId + '/' + scope.text()
        + ", SignedHeaders=" + signedHeaders.join(';') + ", Signature=" + signature;
}

Result<Signature> signWithHeaders(RequestParts parts, const Signer& signer)
{
    if (const auto name = alreadySigned(parts); !name.isEmpty())
        return failure(ErrorKind::InputInvalid, QString::fromLatin1(name));
    const HttpHeader token{QByteArrayLiteral("X-Amz-Security-Token"), signer.sessionToken.reveal()};
    const bool hasToken = !signer.sessionToken.isEmpty();

    Signature result;
    result.headers.append({QByteArrayLiteral("X-Amz-Date"), signer.scope.timestamp});
    if (signer.addPayloadHash)
        result.headers.append({QByteArrayLiteral("X-Amz-Content-Sha256"), parts.payloadHash});
    if (hasToken && signer.signToken)
        result.headers.append(token);
    parts.headers += result.headers;
    if (hasToken && !signer.signToken)
        result.headers.append(token);

    const QByteArrayList names = headersToSign(parts.headers);
    finish(result, parts, names, signer);
    result.headers.append(
        {QByteArrayLiteral("Authorization"),
         authorizationValue(signer.accessKeyId, signer.scope, names, result.hex)});
    return result;
}

Result<Signature> signWithQuery(RequestParts parts, const Signer& signer, int expires)
{
    if (const auto name = alreadySigned(parts); !name.isEmpty())
        return failure(ErrorKind::InputInvalid, QString::fromLatin1(name));
    if (expires < 1 || expires > LongestExpiry)
        return failure(ErrorKind::InputInvalid, QStringLiteral("X-Amz-Expires"));
    const bool hasToken = !signer.sessionToken.isEmpty();
    const QByteArrayList names = headersToSign(parts.headers);

    addParameter(parts.query, "X-Amz-Algorithm", QByteArrayLiteral("AWS4-HMAC-SHA256"));
    addParameter(parts.query, "X-Amz-Credential", signer.accessKeyId + '/' + signer.scope.text());
    addParameter(parts.query, "X-Amz-Date", signer.scope.timestamp);
    addParameter(parts.query, "X-Amz-Expires", QByteArray::number(expires));
    addParameter(parts.query, "X-Amz-SignedHeaders", names.join(';'));
    if (hasToken && signer.signToken)
        addParameter(parts.query, "X-Amz-Security-Token", signer.sessionToken.reveal());

    Signature result;
    finish(result, parts, names, signer);
    result.query = parts.query;
    if (hasToken && !signer.signToken)
        addParameter(result.query, "X-Amz-Security-Token", signer.sessionToken.reveal());
    addParameter(result.query, "X-Amz-Signature", result.hex);
    return result;
}

} // namespace fuotadesk
