#include "preflight/filereader.h"

#include "aws/s3/s3values.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>

namespace fuotadesk {

// Shared with the thread that reads.
struct FileReader::Watch {
    std::atomic<bool> isStopped = false;
    std::atomic<qint64> bytes = 0;
    std::atomic<qint64> size = 0;
};

namespace {

// Told how many more bytes were read, of how many; false: no more.
using Watcher = std::function<bool(qint64, qint64)>;

constexpr qint64 Mebibyte = qint64(1024) * 1024;

struct Stamp {
    qint64 size = 0;
    QDateTime modifiedAt;

    friend bool operator==(const Stamp&, const Stamp&) = default;
};

tl::unexpected<Error> unreadable(const QString& path, const char* code = "")
{
    return failure(ErrorKind::FileUnreadable, QString::fromLatin1(code), path);
}

// Of what the path names now.
Result<Stamp> stampOf(const QString& path)
{
    const QFileInfo info(path);
    if (!info.isFile() || !info.isReadable())
        return unreadable(path);
    return Stamp{info.size(), info.lastModified().toUTC()};
}

Result<void> mustStillBe(const Stamp& stamp, const QString& path)
{
    const auto now = stampOf(path);
    if (!now)
        return failure(now.error());
    if (*now != stamp)
        return unreadable(path, "changed");
    return {};
}

qint64 usualPartSize(qint64 fileSize)
{
    if (fileSize <= FileReader::LargestWhole)
        return fileSize;
    const qint64 least = (fileSize + MostS3Parts - 1) / MostS3Parts;
    const qint64 whole = (least + Mebibyte - 1) / Mebibyte * Mebibyte;
    return std::max(whole, FileReader::LargestWhole);
}

// The next length bytes, to both hashes.
Result<void> hashOn(QFile& file, qint64 length, QCryptographicHash& whole, QCryptographicHash& part,
                    const std::function<bool(qint64)>& goOn)
{
    while (length > 0) {
        const QByteArray bytes = file.read(std::min(length, Mebibyte));
        if (bytes.isEmpty()) // it has become shorter, or can not be read
            return unreadable(file.fileName(), file.error() == QFile::NoError ? "changed" : "");
        whole.addData(bytes);
        part.addData(bytes);
        length -= bytes.size();
        if (!goOn(bytes.size()))
            return failure(ErrorKind::Cancelled);
    }
    return {};
}

Result<FileFacts> lookAt(const QString& path, qint64 partSize, const Watcher& watcher)
{
    const auto stamp = stampOf(path);
    if (!stamp)
        return failure(stamp.error());
    if (stamp->size == 0)
        return unreadable(path, "empty");
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return unreadable(path);
    const auto goOn = [&](qint64 bytes) { return watcher(bytes, stamp->size); };
    FileFacts facts{path, stamp->size, stamp->modifiedAt, {}, partSize, {}};
    if (partSize == 0)
        facts.partSize = usualPartSize(stamp->size);
    QCryptographicHash whole(QCryptographicHash::Sha256);
    QCryptographicHash part(QCryptographicHash::Md5);
    for (qint64 at = 0; at < facts.size; at += facts.partSize) {
        part.reset();
        const auto hashed =
            hashOn(file, sizeOfPart(facts, facts.partMd5s.size()), whole, part, goOn);
        if (!hashed)
            return failure(hashed.error());
        facts.partMd5s.append(part.result());
    }
    facts.sha256 = whole.result();
    return mustStillBe(*stamp, path).map([&] { return facts; });
}

Result<FilePart> readPart(const FileFacts& facts, qsizetype index)
{
    const Stamp stamp{facts.size, facts.modifiedAt};
    if (const auto same = mustStillBe(stamp, facts.path); !same)
        return failure(same.error());
    QFile file(facts.path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return unreadable(facts.path);
    FilePart part;
    if (file.seek(index * facts.partSize))
        part.bytes = file.read(sizeOfPart(facts, index));
    if (file.error() != QFile::NoError)
        return unreadable(facts.path);
    if (const auto same = mustStillBe(stamp, facts.path); !same)
        return failure(same.error());
    if (QCryptographicHash::hash(part.bytes, QCryptographicHash::Md5) != facts.partMd5s.at(index))
        return unreadable(facts.path, "changed");
    part.sha256 = QCryptographicHash::hash(part.bytes, QCryptographicHash::Sha256).toHex();
    return part;
}

} // namespace

qint64 sizeOfPart(const FileFacts& facts, qsizetype index)
{
    return std::min(facts.partSize, facts.size - index * facts.partSize);
}

FileReader::FileReader() : m_watch(std::make_shared<Watch>()) { }

// The worker waits for the job under way.
FileReader::~FileReader()
{
    m_watch->isStopped = true;
}

CallOf<FileFacts>* FileReader::look(const QString& path, qint64 partSize, QObject* owner)
{
    m_watch->isStopped = true;
    m_watch = std::make_shared<Watch>();
    const auto watcher = [watch = m_watch](qint64 bytes, qint64 size) {
        watch->size = size;
        watch->bytes += bytes;
        return !watch->isStopped;
    };
    auto* call = m_worker.run<FileFacts>(
        owner, [path, partSize, watcher] { return lookAt(path, partSize, watcher); });
    QObject::connect(call, &QObject::destroyed, call,
                     [watch = m_watch] { watch->isStopped = true; });
    return call;
}

qint64 FileReader::looked() const
{
    return m_watch->bytes;
}

qint64 FileReader::lookedOf() const
{
    return m_watch->size;
}

CallOf<FilePart>* FileReader::part(const FileFacts& facts, qsizetype index, QObject* owner)
{
    return m_worker.run<FilePart>(owner, [facts, index] { return readPart(facts, index); });
}

} // namespace fuotadesk
