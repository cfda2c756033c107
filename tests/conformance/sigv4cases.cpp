#include "conformance/kinds.h"

#include "aws/sigv4.h"
#include "aws/sigv4chunks.h"

#include <algorithm>

namespace fuotadesk {

namespace {

QByteArray bytes(const QJsonValue& value)
{
    return value.toString().toUtf8();
}

HttpHeaders headersOf(const QJsonValue& pairs)
{
    HttpHeaders headers;
    for (const auto array = pairs.toArray(); const QJsonValue& pair : array)
        headers.append({bytes(pair[0]), bytes(pair[1])});
    return headers;
}

SigningScope scopeOf(const QJsonObject& context)
{
    const auto time = QDateTime::fromString(context.value(u"timestamp").toString(), Qt::ISODate);
    return {amzTimestamp(time), bytes(context.value(u"region")), bytes(context.value(u"service"))};
}

Signer signerOf(const QJsonObject& context)
{
    const SigningScope scope = scopeOf(context);
    const Secret secret(bytes(context.value(u"secret_access_key")));
    return {
        bytes(context.value(u"access_key_id")),
        signingKey(secret, scope),
        Secret(bytes(context.value(u"session_token"))),
        scope,
        {context.value(u"normalize_path").toBool(), context.value(u"double_encode_path").toBool()},
        context.value(u"sign_body_header").toBool(),
        !context.value(u"omit_session_token_from_signature").toBool()};
}

RequestParts partsOf(const QJsonObject& request, const QJsonObject& context)
{
    const QByteArray target = bytes(request.value(u"target"));
    const qsizetype question = target.indexOf('?');
    const QString payload = context.value(u"payload").toString(QStringLiteral("signed"));
    return {bytes(request.value(u"method")), bytes(request.value(u"path")),
            question < 0 ? QByteArray() : target.mid(question + 1),
            headersOf(request.value(u"headers")),
            payload == u"signed" ? sha256Hex(bytes(request.value(u"body"))) : payload.toUtf8()};
}

void compareSteps(const QJsonObject& expected, const Signature& actual, Disagreements& found)
{
    found.expect("canonical request", bytes(expected.value(u"canonical_request")),
                 actual.canonicalRequest);
    found.expect("string to sign", bytes(expected.value(u"string_to_sign")), actual.stringToSign);
    found.expect("signature", bytes(expected.value(u"signature")), actual.hex);
}

Disagreements checkHeader(const QJsonObject& test)
{
    const QJsonObject context = test.value(u"context").toObject();
    const QJsonObject expected = test.value(u"expected").toObject();
    Disagreements found;
    const auto result =
        signWithHeaders(partsOf(test.value(u"request").toObject(), context), signerOf(context));
    if (!result) {
        found.add(QStringLiteral("refused: ") + result.error().code);
        return found;
    }
    compareSteps(expected, *result, found);
    found.expect("authorization", bytes(expected.value(u"authorization")),
                 headerValue(result->headers, QByteArrayLiteral("Authorization")));
    return found;
}

// The order of the parameters is free.
QByteArray sortedTarget(const QByteArray& target)
{
    const qsizetype question = target.indexOf('?');
    QByteArrayList pairs = target.mid(question + 1).split('&');
    std::sort(pairs.begin(), pairs.end());
    return target.left(question + 1) + pairs.join('&');
}

Disagreements checkQuery(const QJsonObject& test)
{
    const QJsonObject context = test.value(u"context").toObject();
    const QJsonObject expected = test.value(u"expected").toObject();
    Disagreements found;
    const RequestParts parts = partsOf(test.value(u"request").toObject(), context);
    const auto result =
        signWithQuery(parts, signerOf(context), context.value(u"expires_in").toInt());
    if (!result) {
        found.add(QStringLiteral("refused: ") + result.error().code);
        return found;
    }
    compareSteps(expected, *result, found);
    if (expected.contains(u"signed_target"))
        found.expect("signed target", sortedTarget(bytes(expected.value(u"signed_target"))),
                     sortedTarget(parts.path + '?' + result->query));
    return found;
}

Disagreements checkKey(const QJsonObject& test)
{
    const QJsonObject context = test.value(u"context").toObject();
    const SigningScope scope{bytes(context.value(u"date")) + "T000000Z",
                             bytes(context.value(u"region")), bytes(context.value(u"service"))};
    const Secret key = signingKey(Secret(bytes(context.value(u"secret_access_key"))), scope);
    Disagreements found;
    found.expect("signing key", bytes(test[u"expected"][u"signing_key_hex"]), key.reveal().toHex());
    return found;
}

QByteArray repeated(const QJsonValue& what)
{
    return bytes(what[0]).repeated(what[1].toInt());
}

void checkTrailer(const QJsonObject& trailer, const Signer& signer, const QByteArray& previous,
                  Disagreements& found)
{
    HttpHeaders headers;
    const QByteArray canonical = bytes(trailer.value(u"canonical"));
    for (const QByteArray& line : canonical.split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0)
            headers.prepend({line.left(colon), line.mid(colon + 1)});
    }
    const QByteArray actual = canonicalTrailers(headers);
    found.expect("trailers", canonical, actual);
    const QByteArray toSign = trailerStringToSign(signer.scope, previous, actual);
    found.expect("trailer string to sign", bytes(trailer.value(u"string_to_sign")), toSign);
    found.expect("trailer signature", bytes(trailer.value(u"signature")),
                 signatureHex(signer.key, toSign));
}

Disagreements checkChunks(const QJsonObject& test)
{
    const QJsonObject request = test.value(u"request").toObject();
    const QJsonObject expected = test.value(u"expected").toObject();
    const Signer signer = signerOf(test.value(u"context").toObject());
    const HttpHeaders headers = headersOf(request.value(u"headers"));
    const RequestParts parts{bytes(request.value(u"method")),
                             bytes(request.value(u"path")),
                             {},
                             headers,
                             headerValue(headers, "x-amz-content-sha256")};
    Disagreements found;
    const QByteArray seed = canonicalRequest(parts, headersToSign(headers), {false, false});
    found.expect("seed canonical request", bytes(expected.value(u"seed_canonical_request")), seed);
    const QByteArray seedToSign = stringToSign(signer.scope, seed);
    found.expect("seed string to sign", bytes(expected.value(u"seed_string_to_sign")), seedToSign);
    QByteArray previous = signatureHex(signer.key, seedToSign);
    found.expect("seed signature", bytes(expected.value(u"seed_signature")), previous);
    for (const auto chunks = expected.value(u"chunks").toArray();
         const QJsonValue& chunk : chunks) {
        const QByteArray data = repeated(chunk[u"data_repeat"]);
        const QByteArray toSign = chunkStringToSign(signer.scope, previous, data);
        found.expect("chunk string to sign", bytes(chunk[u"string_to_sign"]), toSign);
        previous = signatureHex(signer.key, toSign);
        found.expect("chunk signature", bytes(chunk[u"signature"]), previous);
        found.expect("chunk header", bytes(chunk[u"chunk_header"]),
                     chunkHeader(data.size(), previous));
    }
    if (expected.contains(u"trailer"))
        checkTrailer(expected.value(u"trailer").toObject(), signer, previous, found);
    return found;
}

Disagreements check(const QJsonObject& test)
{
    const QString kind = test.value(u"kind").toString();
    if (kind == u"header")
        return checkHeader(test);
    if (kind == u"query")
        return checkQuery(test);
    if (kind == u"signing-key")
        return checkKey(test);
    if (kind == u"s3-chunked")
        return checkChunks(test);
    Disagreements found;
    found.add(QStringLiteral("unknown kind ") + kind);
    return found;
}

} // namespace

void runSigV4Cases(const QJsonObject& document, CaseRunner& runner)
{
    runner.runAll(document.value(u"cases").toArray(), QStringLiteral("name"), check);
}

} // namespace fuotadesk
