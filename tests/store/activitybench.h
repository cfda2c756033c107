#pragma once

#include "store/activityjournal.h"
#include "store/await.h"
#include "support/fakes.h"
#include "support/memoryfolder.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>

namespace fuotadesk::activity {

// What the tests of the activity journal share.
inline ChangeCall callOf(const QString& operation, const QString& target = QStringLiteral("t1"),
                         const QString& member = {})
{
    return {QStringLiteral("c1"),
            QStringLiteral("prod"),
            QStringLiteral("https://here"),
            QStringLiteral("eu-west-1"),
            operation,
            target,
            member};
}

inline ChangeCall deletion(const QString& target = QStringLiteral("t1"))
{
    return callOf(QStringLiteral("DeleteFuotaTask"), target);
}

inline ChangeEnd done()
{
    return {ChangeOutcome::Done, {}, {}, QStringLiteral("r-1"), {}};
}

inline ChangeEnd refused()
{
    return {ChangeOutcome::Failed,
            ErrorKind::Conflict,
            QStringLiteral("ConflictException"),
            QStringLiteral("r-2"),
            {}};
}

// Runs statements on a file as another program would.
inline bool runSql(const QString& file, const QStringList& statements)
{
    const auto name = QStringLiteral("editor");
    bool isDone = true;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        database.setDatabaseName(file);
        isDone = database.open();
        for (const QString& sql : statements)
            isDone = isDone && QSqlQuery(database).exec(sql);
    }
    QSqlDatabase::removeDatabase(name);
    return isDone;
}

// A journal in a folder of its own.
struct Fixture {
    qint64 begin(const ChangeCall& call)
    {
        return outcome(journal->begin(call, &owner)).value_or(0);
    }

    ActivityExcerpt page(const ActivityQuery& query = {})
    {
        return outcome(journal->read(query, &owner)).value_or(ActivityExcerpt());
    }

    QStringList targets(const ActivityFilter& filter)
    {
        QStringList targets;
        ActivityQuery query;
        query.filter = filter;
        for (const auto entries = page(query).entries; const ActivityEntry& each : entries)
            targets << each.call.target;
        return targets;
    }

    // The program ends and is started again.
    void restart()
    {
        journal.reset();
        journal = std::make_unique<ActivityJournal>(folder.path(), clock);
    }

    QString file() const { return folder.filePath(QStringLiteral("activity.sqlite")); }

    QTemporaryDir folder{folderInMemory()};
    FakeClock clock;
    QObject owner;
    std::unique_ptr<ActivityJournal> journal =
        std::make_unique<ActivityJournal>(folder.path(), clock);
};

} // namespace fuotadesk::activity
