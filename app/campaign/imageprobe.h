#pragma once

#include "base/call.h"
#include "base/worker.h"

#include <QDateTime>

namespace fuotadesk {

struct ImageFileFacts {
    QString file;
    qint64 size = 0; // bytes
    QDateTime modifiedAt; // UTC
    QByteArray sha256; // 32 bytes

    friend bool operator==(const ImageFileFacts&, const ImageFileFacts&) = default;
};

// A firmware image on this machine. Error: FileUnreadable (missing, no regular file, no right).
class ImageProbe {
public:
    CallOf<qint64>* size(const QString& file, QObject* owner); // bytes
    // Reads the file, a piece in memory at a time; cancelling the call ends that.
    CallOf<ImageFileFacts>* facts(const QString& file, QObject* owner);

private:
    Worker m_worker;
    Worker m_reader; // a large file does not keep the others waiting
};

} // namespace fuotadesk
