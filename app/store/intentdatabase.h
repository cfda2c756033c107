#pragma once

#include "store/intentjournal.h"
#include "store/journalfile.h"

namespace fuotadesk {

// The file of the journal of creates, on the one thread that calls it; see JournalFile.
class IntentDatabase {
public:
    IntentDatabase(QString folder, QDateTime now);

    Result<void> begin(const Intent& intent);
    Result<std::optional<Intent>> claim(const QString& endpoint, const QByteArray& request);
    Result<std::optional<Intent>> claimToken(const QString& token);
    Result<QList<Intent>> unsettled();
    Result<void> update(const Intent& intent);
    Result<QStringList> knownTaskIds(const QString& endpoint);
    void close() { m_file.close(); }

private:
    struct Row;
    using Rows = Result<QList<Row>>;

    Rows rows(const QString& condition, const QVariantList& values);
    Result<std::optional<Intent>> claimOneOf(const Rows& rows);
    bool isHeldByOther(const Row& row) const;

    JournalFile m_file;
};

} // namespace fuotadesk
