#pragma once

#include "base/call.h"
#include "base/worker.h"

#include <QDateTime>

#include <atomic>
#include <memory>

namespace fuotadesk {

// What a file was when all of it was read. partSize: bytes of each part but the last one; a file
// that goes in one request is one part.
struct FileFacts {
    QString path;
    qint64 size = 0; // bytes
    QDateTime modifiedAt; // UTC, to the millisecond
    QByteArray sha256; // 32 bytes
    qint64 partSize = 0;
    QList<QByteArray> partMd5s; // 16 bytes each

    friend bool operator==(const FileFacts&, const FileFacts&) = default;
};

struct FilePart {
    QByteArray bytes;
    QByteArray sha256; // hex

    friend bool operator==(const FilePart&, const FilePart&) = default;
};

// Reads files on a thread of its own, never more than one part into memory. Error: FileUnreadable,
// detail is the path; code "empty", or "changed" when it is not what it was - before and after each
// read size and time are compared, and each part's MD5.
class FileReader {
public:
    FileReader();
    ~FileReader();

    static constexpr qint64 LargestWhole = qint64(8) * 1024 * 1024; // in one request

    // partSize 0: one part up to LargestWhole, else as few as can be of that size or more.
    CallOf<FileFacts>* look(const QString& path, qint64 partSize, QObject* owner);
    qint64 looked() const; // bytes, of the last look
    qint64 lookedOf() const; // 0: not known yet
    CallOf<FilePart>* part(const FileFacts& facts, qsizetype index, QObject* owner);

private:
    struct Watch;

    std::shared_ptr<Watch> m_watch;
    Worker m_worker;
};

// Of part index, from 0.
qint64 sizeOfPart(const FileFacts& facts, qsizetype index);

} // namespace fuotadesk
