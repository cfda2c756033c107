#include "buckets/checksums.h"

#include <QCryptographicHash>
#include <QtEndian>

#include <array>

namespace fuotadesk {

namespace {

constexpr qsizetype Md5Bytes = 16;
constexpr auto Prefix = "x-amz-checksum-";

// A reflected cyclic redundancy check that begins with and is turned by all ones.
template <typename Word, Word Polynomial>
QByteArray cyclic(const QByteArray& bytes)
{
    static const auto table = [] {
        std::array<Word, 256> made{};
        for (std::size_t i = 0; i < made.size(); ++i) {
            Word word = Word(i);
            for (int bit = 0; bit < 8; ++bit)
                word = Word((word >> 1) ^ ((word & 1) != 0 ? Polynomial : Word{0}));
            made[i] = word;
        }
        return made;
    }();
    Word word = Word(~Word{0});
    for (const char byte : bytes)
        word = Word(table[std::size_t((word ^ Word(uchar(byte))) & 0xff)] ^ (word >> 8));
    QByteArray written(sizeof(Word), '\0');
    qToBigEndian(Word(~word), written.data());
    return written;
}

S3Result<void> checkedSha256(const BucketRequest& request)
{
    const QByteArray sent = request.header("x-amz-content-sha256");
    if (sent.startsWith("STREAMING-") || !request.header("x-amz-decoded-content-length").isEmpty())
        return refusedByS3(501, "NotImplemented",
                           QStringLiteral("A body in signed chunks (aws-chunked) is not taken "
                                          "here. Send it whole."));
    if (sent == "UNSIGNED-PAYLOAD" || sent.isEmpty() || sent == request.bodySha256)
        return {};
    return tl::unexpected(S3Refusal{
        400,
        "XAmzContentSHA256Mismatch",
        QStringLiteral("The provided 'x-amz-content-sha256' header does not match what was "
                       "computed."),
        {{QStringLiteral("ClientComputedContentSHA256"), QString::fromLatin1(sent)},
         {QStringLiteral("S3ComputedContentSHA256"), QString::fromLatin1(request.bodySha256)}}});
}

S3Result<void> checkedMd5(const BucketRequest& request)
{
    const QByteArray sent = request.header("content-md5");
    if (sent.isEmpty())
        return {};
    const auto decoded =
        QByteArray::fromBase64Encoding(sent, QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || decoded.decoded.size() != Md5Bytes)
        return refusedByS3(400, "InvalidDigest",
                           QStringLiteral("The Content-MD5 you specified was invalid."));
    if (decoded.decoded != QCryptographicHash::hash(request.body, QCryptographicHash::Md5))
        return refusedByS3(400, "BadDigest",
                           QStringLiteral("The Content-MD5 you specified did not match what we "
                                          "received."));
    return {};
}

} // namespace

std::optional<QByteArray> checksumOf(const QByteArray& algorithm, const QByteArray& bytes)
{
    if (algorithm == "CRC32")
        return cyclic<quint32, 0xedb88320U>(bytes);
    if (algorithm == "CRC32C")
        return cyclic<quint32, 0x82f63b78U>(bytes);
    if (algorithm == "CRC64NVME")
        return cyclic<quint64, 0x9a6c9329ac4bc9b5U>(bytes);
    if (algorithm == "SHA1")
        return QCryptographicHash::hash(bytes, QCryptographicHash::Sha1);
    if (algorithm == "SHA256")
        return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
    return {};
}

S3Result<HttpHeaders> checkedBody(const BucketRequest& request)
{
    if (const auto checked = checkedSha256(request); !checked)
        return tl::unexpected(checked.error());
    if (const auto checked = checkedMd5(request); !checked)
        return tl::unexpected(checked.error());
    HttpHeaders sums;
    for (const HttpHeader& header : request.headers) {
        const QByteArray name = header.name.toLower();
        if (!name.startsWith(Prefix))
            continue;
        const QByteArray algorithm = name.mid(qsizetype(qstrlen(Prefix))).toUpper();
        const auto sum = checksumOf(algorithm, request.body);
        if (sum && sum->toBase64() != header.value.trimmed())
            return refusedByS3(400, "BadDigest",
                               QStringLiteral("The %1 you specified did not match the calculated "
                                              "checksum.")
                                   .arg(QString::fromLatin1(algorithm)));
        if (sum)
            sums.append({name, header.value.trimmed()});
    }
    return sums;
}

} // namespace fuotadesk
