#include "aws/s3/s3identity.h"

#include <QCryptographicHash>

#include <algorithm>
#include <numeric>

namespace fuotadesk {

namespace {

// "MD5 of the MD5s of the parts-COUNT"; empty where an ETag of a part is no MD5.
QString eTagOf(QList<S3Part> parts)
{
    constexpr qsizetype Size = 16;
    std::ranges::sort(parts, {}, &S3Part::number);
    QCryptographicHash hash(QCryptographicHash::Md5);
    for (const S3Part& part : std::as_const(parts)) {
        const QByteArray digest = QByteArray::fromHex(part.eTag.toLatin1());
        if (digest.size() != Size || digest.toHex() != part.eTag.toLatin1())
            return {};
        hash.addData(digest);
    }
    return QString::fromLatin1(hash.result().toHex() + '-' + QByteArray::number(parts.size()));
}

} // namespace

std::optional<bool> isContent(const S3ObjectFacts& facts, qint64 size, const QByteArray& sha256)
{
    if (facts.size != size)
        return false;
    if (facts.sha256.isEmpty())
        return {};
    return facts.sha256 == sha256;
}

std::optional<bool> isMadeOf(const S3ObjectFacts& facts, const QList<S3Part>& parts)
{
    const qint64 size =
        std::accumulate(parts.begin(), parts.end(), qint64(0),
                        [](qint64 sum, const S3Part& part) { return sum + part.size; });
    if (facts.size != size || !facts.eTag.endsWith(QStringLiteral("-%1").arg(parts.size())))
        return false;
    const QString eTag = eTagOf(parts);
    if (eTag.isEmpty() || facts.encryption.startsWith(u"aws:kms"))
        return {};
    return facts.eTag == eTag;
}

} // namespace fuotadesk
