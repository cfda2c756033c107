#pragma once

#include "store/journalfile.h"
#include "store/uploadjournal.h"

namespace fuotadesk {

// The file of the journal of uploads, on the one thread that calls it; see JournalFile.
class UploadDatabase {
public:
    UploadDatabase(QString folder, QDateTime now);

    Result<qint64> begin(const UploadRecord& record);
    Result<void> update(const UploadRecord& record);
    Result<std::optional<UploadRecord>> claim(qint64 number);
    Result<void> release(qint64 number);
    Result<QList<JournalledUpload>> unfinished(const QString& endpoint);
    Result<void> settle(qint64 number);
    void close() { m_file.close(); }

private:
    struct Row;

    Result<QList<Row>> rows(const QString& condition, const QVariantList& values);
    Result<qint64> insert(const UploadRecord& record);
    Result<void> changeMine(qint64 number, const QString& sql, const QVariantList& values);
    bool isHeld(const Row& row) const;

    JournalFile m_file;
};

} // namespace fuotadesk
