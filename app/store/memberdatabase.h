#pragma once

#include "store/journalfile.h"
#include "store/memberbatch.h"

namespace fuotadesk {

// The file of the journal of members, on the one thread that calls it; see JournalFile.
class MemberDatabase {
public:
    MemberDatabase(QString folder, QDateTime now);

    Result<qint64> begin(const MemberBatch& batch, const QStringList& ids);
    Result<std::optional<ClaimedBatch>> claim(qint64 number);
    Result<QList<UnfinishedBatch>> unsettled(const QString& endpoint);
    Result<void> record(qint64 number, const QList<MemberUpdate>& updates);
    Result<void> settle(qint64 number, BatchState state);
    void close() { m_file.close(); }

private:
    struct Row;

    Result<QList<Row>> batches(const QString& condition, const QVariantList& values);
    Result<qint64> insert(const MemberBatch& batch, const QStringList& ids);
    Result<QList<Member>> members(qint64 number);
    Result<MemberCounts> counts(qint64 number);
    Result<void> mustBeMine(qint64 number);

    JournalFile m_file;
};

} // namespace fuotadesk
