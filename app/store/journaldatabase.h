#pragma once

#include "store/intentjournal.h"
#include "store/processlock.h"

#include <QSqlDatabase>

namespace fuotadesk {

// The journal's file, on the one thread that calls it: opened with the first call, and tried again
// with the next when that fails. Claims are locked files in "owners"; whoever looks at or makes one
// holds SQLite's write lock, so that two processes never decide at once.
class JournalDatabase {
public:
    // What was settled long before now is forgotten when the file is opened.
    JournalDatabase(QString folder, QDateTime now);
    JournalDatabase(const JournalDatabase&) = delete;
    JournalDatabase& operator=(const JournalDatabase&) = delete;
    ~JournalDatabase();

    Result<void> begin(const Intent& intent);
    Result<std::optional<Intent>> claim(const QString& endpoint, const QByteArray& request);
    Result<std::optional<Intent>> claimToken(const QString& token);
    Result<QList<Intent>> unsettled();
    Result<void> update(const Intent& intent);
    Result<QStringList> knownTaskIds(const QString& endpoint);
    void close();

private:
    struct Row;
    using Rows = Result<QList<Row>>;

    Result<void> open();
    Result<void> connectTo(const QString& file);
    Result<void> settleIn();
    Result<void> forgetOld();
    Result<void> execute(const QString& sql, const QVariantList& values = {});
    Rows rows(const QString& condition, const QVariantList& values);
    Result<std::optional<Intent>> claimOneOf(const Rows& rows);
    bool isHeldByOther(const Row& row) const;
    QString lockFile(const QString& owner) const;

    template <typename T>
    Result<T> inTransaction(const std::function<Result<T>()>& work);

    QString m_folder;
    QDateTime m_now;
    QSqlDatabase m_database;
    QString m_owner;
    std::unique_ptr<ProcessLock> m_lock;
};

} // namespace fuotadesk
