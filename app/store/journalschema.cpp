#include "store/journalschema.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

namespace fuotadesk {

namespace {

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

Result<void> createTables(QSqlDatabase& database, const JournalLayout& layout)
{
    const auto count = valueOf(database, QStringLiteral("SELECT count(*) FROM sqlite_master"));
    if (!count)
        return failure(count.error());
    if (count->toInt() != 0)
        return failure(ErrorKind::JournalUnavailable, QStringLiteral("foreign"));
    return inSequence(
        database,
        layout.creation + QStringList{QStringLiteral("PRAGMA user_version=%1").arg(layout.schema)});
}

Result<void> checkTables(QSqlDatabase& database, const JournalLayout& layout)
{
    for (const QString& probe : layout.probes) {
        QSqlQuery query(database);
        if (!query.prepare(probe))
            return failure(ErrorKind::JournalUnavailable, QStringLiteral("foreign"),
                           query.lastError().databaseText());
    }
    return {};
}

// The number in the file, if we know what it means.
Result<int> schemaOf(QSqlDatabase& database, const JournalLayout& layout)
{
    const auto version = valueOf(database, QStringLiteral("PRAGMA user_version"));
    if (!version)
        return failure(version.error());
    if (version->toInt() > layout.schema)
        return failure(ErrorKind::FileTooNew, QStringLiteral("user_version"), version->toString());
    return version->toInt();
}

Result<void> migrate(QSqlDatabase& database, const JournalLayout& layout)
{
    const auto schema = schemaOf(database, layout);
    if (!schema)
        return failure(schema.error());
    return *schema == 0 ? createTables(database, layout) : checkTables(database, layout);
}

// Of several processes that meet an empty file one makes the tables; the others wait for its lock.
Result<void> migrateAlone(QSqlDatabase& database, const JournalLayout& layout)
{
    const auto begun = valueOf(database, QStringLiteral("BEGIN IMMEDIATE"));
    if (!begun)
        return failure(begun.error());
    auto migrated = migrate(database, layout);
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

Result<void> prepareJournal(QSqlDatabase& database, const JournalLayout& layout)
{
    // The version is looked at before anything is written, the switch to WAL included.
    if (const auto schema = schemaOf(database, layout); !schema)
        return failure(schema.error());
    return checkPages(database)
        .and_then([&] { return migrateAlone(database, layout); })
        .and_then([&] {
            return inSequence(database,
                              {QStringLiteral("PRAGMA journal_mode=WAL"),
                               QStringLiteral("PRAGMA synchronous=FULL")});
        });
}

Error journalUnavailable(const char* code, const QString& detail)
{
    return Error{
        ErrorKind::JournalUnavailable, QString::fromLatin1(code), detail, 0, {}, {}, false};
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
