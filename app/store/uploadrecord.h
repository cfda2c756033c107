#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>

namespace fuotadesk {

// An upload that was begun and whose end is not known: enough to go on with it, or to remove what
// is there of it. No secret.
struct UploadRecord {
    qint64 number = 0; // in the journal; 0: not there yet
    QString connectionId;
    QString endpoint; // of S3: scheme://host[:port]
    QString file; // absolute
    qint64 fileSize = 0; // bytes
    QDateTime fileModifiedAt; // UTC, to the millisecond
    QByteArray sha256; // of the file, 32 bytes
    QString bucket;
    QString key;
    QString uploadId; // empty: it goes in one request, or the multipart upload was not begun yet
    qint64 partSize = 0; // bytes; 0: it goes in one request
    bool replaces = false; // an object that was there
    QDateTime begunAt; // UTC

    friend bool operator==(const UploadRecord&, const UploadRecord&) = default;
};

} // namespace fuotadesk
