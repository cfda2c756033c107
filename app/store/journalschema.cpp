#include "store/journalschema.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

namespace fuotadesk {

namespace {

const auto Tables =
    QStringLiteral("CREATE TABLE intents ("
                   " id INTEGER PRIMARY KEY AUTOINCREMENT,"
                   " token TEXT NOT NULL,"
                   " connection TEXT NOT NULL,"
                   " endpoint TEXT NOT NULL,"
                   " request BLOB NOT NULL,"
                   " made_at INTEGER NOT NULL," // milliseconds since 1970, UTC
                   " ever_unsure INTEGER NOT NULL,"
                   " state TEXT NOT NULL CHECK (state IN ('open', 'done', 'failed', 'dropped')),"
                   " task_id TEXT NOT NULL,"
                   " task_arn TEXT NOT NULL,"
                   " acknowledged INTEGER NOT NULL,"
                   " owner TEXT NOT NULL)");
const auto Index = QStringLiteral("CREATE INDEX intents_by_endpoint ON intents (endpoint)");

Result<QVariant> valueOf(QSqlDatabase& database, const QString& sql)
{
    QSqlQuery query(database);
    if (!query.exec(sql))
        return failure(journalError(query.lastError()));
    return query.next() ? query.value(0) : QVariant();
}

Result<void> inSequence(QSqlDatabase& database, const QStringList& statements)
{
    for (const QString& sql : statements)
        if (const auto done = valueOf(database, sql); !done)
            return failure(done.error());
    return {};
}

Result<void> createTables(QSqlDatabase& database)
{
    const auto count = valueOf(database, QStringLiteral("SELECT count(*) FROM sqlite_master"));
    if (!count)
        return failure(count.error());
    if (count->toInt() != 0)
        return failure(ErrorKind::JournalUnavailable, QStringLiteral("foreign"));
    return inSequence(database,
                      {Tables, Index, QStringLiteral("PRAGMA user_version=%1").arg(JournalSchema)});
}

Result<void> checkTables(QSqlDatabase& database)
{
    QSqlQuery query(database);
    const bool ours = query.prepare(QStringLiteral(
        "SELECT id, token, connection, endpoint, request, made_at, ever_unsure, state,"
        " task_id, task_arn, acknowledged, owner FROM intents"));
    if (ours)
        return {};
    return failure(ErrorKind::JournalUnavailable, QStringLiteral("foreign"),
                   query.lastError().databaseText());
}

Result<void> migrate(QSqlDatabase& database)
{
    const auto version = valueOf(database, QStringLiteral("PRAGMA user_version"));
    if (!version)
        return failure(version.error());
    if (version->toInt() > JournalSchema)
        return failure(ErrorKind::FileTooNew, QStringLiteral("user_version"), version->toString());
    if (version->toInt() == 0)
        return createTables(database);
    return checkTables(database);
}

// Of several processes that meet an empty file one makes the tables; the others wait for its lock.
Result<void> migrateAlone(QSqlDatabase& database)
{
    const auto begun = valueOf(database, QStringLiteral("BEGIN IMMEDIATE"));
    if (!begun)
        return failure(begun.error());
    auto migrated = migrate(database);
    if (migrated)
        migrated = inSequence(database, {QStringLiteral("COMMIT")});
    if (!migrated)
        QSqlQuery(database).exec(QStringLiteral("ROLLBACK"));
    return migrated;
}

Result<void> checkPages(QSqlDatabase& database)
{
    const auto verdict = valueOf(database, QStringLiteral("PRAGMA quick_check(1)"));
    if (!verdict)
        return failure(verdict.error());
    if (verdict->toString() != u"ok")
        return failure(ErrorKind::JournalUnavailable, QStringLiteral("damaged"),
                       verdict->toString());
    return {};
}

} // namespace

Result<void> prepareJournal(QSqlDatabase& database)
{
    // The version is looked at before anything is written, the switch to WAL included.
    const auto version = valueOf(database, QStringLiteral("PRAGMA user_version"));
    if (!version)
        return failure(version.error());
    if (version->toInt() > JournalSchema)
        return failure(ErrorKind::FileTooNew, QStringLiteral("user_version"), version->toString());
    return checkPages(database).and_then([&] { return migrateAlone(database); }).and_then([&] {
        return inSequence(
            database,
            {QStringLiteral("PRAGMA journal_mode=WAL"), QStringLiteral("PRAGMA synchronous=FULL")});
    });
}

Error journalError(const QSqlError& error)
{
    const QString number = error.nativeErrorCode();
    QString code = QStringLiteral("sqlite-") + number;
    switch (number.toInt()
            & 0xff) { // the upper bits are details; https://www.sqlite.org/rescode.html
    case 5:
    case 6:
        code = QStringLiteral("busy");
        break;
    case 11:
    case 26:
        code = QStringLiteral("damaged");
        break;
    case 13:
        code = QStringLiteral("disk-full");
        break;
    case 3:
    case 8:
    case 14:
        code = QStringLiteral("unopenable");
        break;
    default:
        break;
    }
    return Error{ErrorKind::JournalUnavailable, code, error.databaseText(), 0, {}, {}, false};
}

} // namespace fuotadesk
