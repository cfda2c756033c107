#include "campaign/imageprobe.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>

#include <atomic>

namespace fuotadesk {

namespace {

constexpr qint64 PieceBytes = qint64(256) * 1024;

Result<ImageFileFacts> factsOf(const QString& file, const std::atomic<bool>& isStopped)
{
    const QFileInfo info(file);
    QFile source(file);
    if (!info.isFile() || !source.open(QIODevice::ReadOnly))
        return failure(ErrorKind::FileUnreadable, {}, file);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    QByteArray piece(PieceBytes, Qt::Uninitialized);
    qint64 size = 0;
    for (qint64 got = 1; got > 0;) {
        if (isStopped)
            return failure(ErrorKind::Cancelled);
        got = source.read(piece.data(), piece.size());
        if (got < 0)
            return failure(ErrorKind::FileUnreadable, {}, file);
        hash.addData(QByteArrayView(piece).first(got));
        size += got;
    }
    return ImageFileFacts{file, size, info.lastModified().toUTC(), hash.result()};
}

} // namespace

CallOf<qint64>* ImageProbe::size(const QString& file, QObject* owner)
{
    return m_worker.run<qint64>(owner, [file]() -> Result<qint64> {
        const QFileInfo info(file);
        if (!info.isFile() || !info.isReadable())
            return failure(ErrorKind::FileUnreadable, {}, file);
        return info.size();
    });
}

CallOf<ImageFileFacts>* ImageProbe::facts(const QString& file, QObject* owner)
{
    const auto isStopped = std::make_shared<std::atomic<bool>>(false);
    auto* call = m_reader.run<ImageFileFacts>(
        owner, [file, isStopped] { return factsOf(file, *isStopped); });
    call->onCancel([isStopped] { *isStopped = true; });
    return call;
}

} // namespace fuotadesk
