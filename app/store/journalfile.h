#pragma once

#include "store/journalschema.h"
#include "store/processlock.h"

#include <functional>

#include <QDateTime>
#include <QSqlDatabase>
#include <QVariant>

class QSqlQuery;

namespace fuotadesk {

// The file of a journal, on the one thread that calls it: opened with the first transaction, and
// tried again with the next when that fails. Claims are locked files in a folder beside it; whoever
// looks at or makes one holds SQLite's write lock, so that two processes never decide at once.
class JournalFile {
public:
    // What was settled long before now is forgotten when the file is opened.
    JournalFile(QString folder, JournalLayout layout, QDateTime now);
    JournalFile(const JournalFile&) = delete;
    JournalFile& operator=(const JournalFile&) = delete;
    ~JournalFile();

    // Durable when it succeeds; nothing of it is done when it does not.
    template <typename T>
    Result<T> inTransaction(const std::function<Result<T>()>& work)
    {
        if (const auto begun = begin(); !begun)
            return failure(begun.error());
        Result<T> result = work();
        if (result)
            if (const auto kept = execute(QStringLiteral("COMMIT")); !kept)
                result = failure(kept.error());
        if (!result)
            rollBack();
        return result;
    }

    // Within a transaction:
    Result<void> execute(const QString& sql, const QVariantList& values = {});
    // The same statement with each row of values.
    Result<void> executeEach(const QString& sql, const QList<QVariantList>& rows);
    Result<void> select(const QString& sql, const QVariantList& values,
                        const std::function<void(const QSqlQuery&)>& take);
    // The name this object claims under; no other, earlier or later, has it.
    const QString& owner() const { return m_owner; }
    bool isHeldByOther(const QString& owner) const;

    void close();

private:
    Result<void> begin();
    void rollBack();
    Result<void> open();
    Result<void> connectTo(const QString& file);
    Result<void> settleIn();
    Result<void> takeName();
    Result<void> forgetOld();
    QString path(const QString& name) const;
    QString lockFile(const QString& owner) const;

    QString m_folder;
    JournalLayout m_layout;
    QDateTime m_now;
    QSqlDatabase m_database;
    QString m_owner;
    std::unique_ptr<ProcessLock> m_lock;
};

// What a text or bytes are bound as: a null one would become NULL.
QVariant boundValue(const QString& text);
QVariant boundValue(const QByteArray& bytes);

} // namespace fuotadesk
