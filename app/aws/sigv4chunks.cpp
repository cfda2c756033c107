#include "aws/sigv4chunks.h"

#include <algorithm>

namespace fuotadesk {

QByteArray chunkStringToSign(const SigningScope& scope, const QByteArray& previousSignature,
                             const QByteArray& chunk)
{
    return "AWS4-HMAC-SHA256-PAYLOAD\n" + scope.timestamp + '\n' + scope.text() + '\n'
        + previousSignature + '\n' + sha256Hex({}) + '\n' + sha256Hex(chunk);
}

QByteArray chunkHeader(qsizetype size, const QByteArray& signature)
{
    return QByteArray::number(size, 16) + ";chunk-signature=" + signature + "\r\n";
}

QByteArray canonicalTrailers(const HttpHeaders& trailers)
{
    QByteArrayList lines;
    for (const HttpHeader& trailer : trailers)
        lines.append(trailer.name.toLower() + ':' + canonicalValue(trailer.value) + '\n');
    std::sort(lines.begin(), lines.end());
    return lines.join();
}

QByteArray trailerStringToSign(const SigningScope& scope, const QByteArray& previousSignature,
                               const QByteArray& canonicalTrailers)
{
    return "AWS4-HMAC-SHA256-TRAILER\n" + scope.timestamp + '\n' + scope.text() + '\n'
        + previousSignature + '\n' + sha256Hex(canonicalTrailers);
}

} // namespace fuotadesk
