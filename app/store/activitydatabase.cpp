#include "store/activitydatabase.h"

#include "store/activitywords.h"

#include <QSqlQuery>

namespace fuotadesk {

namespace {

const auto Columns = QStringLiteral(
    "number, at, ended_at, connection, connection_name, endpoint, region, operation, target,"
    " member, outcome, error_kind, error_code, request_id, result");

JournalLayout layout()
{
    JournalLayout layout;
    layout.fileName = QStringLiteral("activity.sqlite");
    layout.ownersFolder = QStringLiteral("activity-owners");
    layout.schema = 1;
    layout.creation = {QStringLiteral("CREATE TABLE calls ("
                                      " number INTEGER PRIMARY KEY AUTOINCREMENT,"
                                      " at INTEGER NOT NULL," // milliseconds since 1970, UTC
                                      " ended_at INTEGER NOT NULL," // 0 until then
                                      " connection TEXT NOT NULL,"
                                      " connection_name TEXT NOT NULL,"
                                      " endpoint TEXT NOT NULL,"
                                      " region TEXT NOT NULL,"
                                      " operation TEXT NOT NULL,"
                                      " target TEXT NOT NULL,"
                                      " member TEXT NOT NULL,"
                                      " outcome TEXT NOT NULL"
                                      "  CHECK (outcome IN ('open', 'done', 'failed', 'unknown')),"
                                      " error_kind TEXT NOT NULL,"
                                      " error_code TEXT NOT NULL,"
                                      " request_id TEXT NOT NULL,"
                                      " result TEXT NOT NULL,"
                                      " owner TEXT NOT NULL)"),
                       QStringLiteral("CREATE INDEX calls_by_outcome ON calls (outcome, owner)"),
                       QStringLiteral("CREATE INDEX calls_by_operation ON calls (operation)")};
    layout.probes = {QStringLiteral("SELECT %1, owner FROM calls").arg(Columns)};
    return layout;
}

QDateTime timeFrom(const QVariant& milliseconds)
{
    const qint64 value = milliseconds.toLongLong();
    return value == 0 ? QDateTime() : QDateTime::fromMSecsSinceEpoch(value, Qt::UTC);
}

ActivityEntry entryFrom(const QSqlQuery& row)
{
    const auto text = [&](int column) { return row.value(column).toString(); };
    ActivityEntry entry;
    entry.number = row.value(0).toLongLong();
    entry.at = timeFrom(row.value(1));
    entry.endedAt = timeFrom(row.value(2));
    entry.call = {text(3), text(4), text(5), text(6), text(7), text(8), text(9)};
    entry.end = {outcomeOfWord(text(10)), failureOfWord(text(11)), text(12), text(13), text(14)};
    return entry;
}

// Its condition and the values in it.
std::pair<QString, QVariantList> conditionOf(const ActivityFilter& filter)
{
    QStringList parts = {QStringLiteral("1")};
    QVariantList values;
    if (!filter.operation.isEmpty()) {
        parts << QStringLiteral("operation = ?");
        values << filter.operation;
    }
    if (filter.outcome) {
        parts << QStringLiteral("outcome = ?");
        values << outcomeWord(*filter.outcome);
    }
    if (!filter.search.isEmpty()) {
        QString pattern = filter.search;
        for (const QChar special : {u'\\', u'%', u'_'})
            pattern.replace(special, QStringLiteral("\\") + special);
        parts << QStringLiteral("target || ' ' || member || ' ' || result || ' ' || request_id"
                                " || ' ' || connection_name LIKE ? ESCAPE '\\'");
        values << QString(u'%' + pattern + u'%');
    }
    return {parts.join(QStringLiteral(" AND ")), values};
}

} // namespace

ActivityDatabase::ActivityDatabase(QString folder, QDateTime now, qint64 mostEntries)
    : m_file(std::move(folder), layout(), std::move(now)),
      m_mostEntries(mostEntries)
{
}

Result<qint64> ActivityDatabase::insert(const ActivityEntry& entry)
{
    const ChangeCall& call = entry.call;
    qint64 number = 0;
    return m_file
        .execute(QStringLiteral("INSERT INTO calls (at, ended_at, connection, connection_name,"
                                " endpoint, region, operation, target, member, outcome,"
                                " error_kind, error_code, request_id, result, owner)"
                                " VALUES (?, 0, ?, ?, ?, ?, ?, ?, ?, 'open', '', '', '', '', ?)"),
                 {entry.at.toMSecsSinceEpoch(), boundValue(call.connectionId),
                  boundValue(call.connectionName), boundValue(call.endpoint),
                  boundValue(call.region), boundValue(call.operation), boundValue(call.target),
                  boundValue(call.member), m_file.owner()})
        .and_then([&] {
            return m_file.select(QStringLiteral("SELECT last_insert_rowid()"), {},
                                 [&](const QSqlQuery& row) { number = row.value(0).toLongLong(); });
        })
        .map([&] { return number; });
}

Result<QList<qint64>> ActivityDatabase::write(const QList<ActivityEntry>& begun,
                                              const QList<ActivityEnd>& ended)
{
    return m_file.inTransaction<QList<qint64>>([&]() -> Result<QList<qint64>> {
        QList<qint64> numbers;
        for (const ActivityEntry& entry : begun) {
            const auto number = insert(entry);
            if (!number)
                return failure(number.error());
            numbers.append(*number);
        }
        QList<QVariantList> rows;
        for (const auto& [number, at, end] : ended)
            rows.append({at.toMSecsSinceEpoch(), outcomeWord(end.outcome),
                         failureWord(end.errorKind), boundValue(end.errorCode),
                         boundValue(end.requestId), boundValue(end.result), number});
        return m_file
            .executeEach(QStringLiteral("UPDATE calls SET ended_at = ?, outcome = ?,"
                                        " error_kind = ?, error_code = ?, request_id = ?,"
                                        " result = ? WHERE number = ?"),
                         rows)
            .and_then([this] { return forgetOldest(); })
            .map([&] { return numbers; });
    });
}

// Numbers have no gaps but those this made.
Result<void> ActivityDatabase::forgetOldest()
{
    return m_file.execute(
        QStringLiteral("DELETE FROM calls WHERE number <= (SELECT max(number) FROM calls) - ?"),
        {m_mostEntries});
}

Result<void> ActivityDatabase::giveUpOrphans()
{
    QStringList owners;
    auto result =
        m_file.select(QStringLiteral("SELECT DISTINCT owner FROM calls WHERE outcome = 'open'"), {},
                      [&owners](const QSqlQuery& row) { owners.append(row.value(0).toString()); });
    for (const QString& owner : owners)
        if (result && owner != m_file.owner() && !m_file.isHeldByOther(owner))
            result = m_file.execute(QStringLiteral("UPDATE calls SET outcome = 'unknown'"
                                                   " WHERE outcome = 'open' AND owner = ?"),
                                    {owner});
    return result;
}

Result<QList<ActivityEntry>> ActivityDatabase::select(const QString& condition,
                                                      const QVariantList& values)
{
    QList<ActivityEntry> entries;
    return m_file
        .select(QStringLiteral("SELECT %1 FROM calls WHERE %2").arg(Columns, condition), values,
                [&](const QSqlQuery& row) { entries.append(entryFrom(row)); })
        .map([&] { return entries; });
}

Result<ActivityExcerpt> ActivityDatabase::read(const ActivityQuery& query)
{
    return m_file.inTransaction<ActivityExcerpt>([&]() -> Result<ActivityExcerpt> {
        ActivityExcerpt page;
        const auto [filter, values] = conditionOf(query.filter);
        QString condition = filter + QStringLiteral(" AND number > ?");
        QVariantList bound = values;
        bound << query.above;
        if (query.below > 0) {
            condition += QStringLiteral(" AND number < ?");
            bound << query.below;
        }
        bound << query.most;
        auto done = giveUpOrphans();
        if (done)
            done = m_file.select(
                QStringLiteral("SELECT count(*) FROM calls WHERE ") + filter, values,
                [&](const QSqlQuery& row) { page.total = row.value(0).toLongLong(); });
        if (done)
            done = m_file.select(
                QStringLiteral("SELECT DISTINCT operation FROM calls ORDER BY operation"), {},
                [&](const QSqlQuery& row) { page.operations.append(row.value(0).toString()); });
        if (!done)
            return failure(done.error());
        return select(condition + QStringLiteral(" ORDER BY number DESC LIMIT ?"), bound)
            .map([&](const QList<ActivityEntry>& entries) {
                page.entries = entries;
                return page;
            });
    });
}

Result<QList<ActivityEntry>> ActivityDatabase::readEach(const QList<qint64>& numbers)
{
    QStringList texts;
    for (const qint64 number : numbers)
        texts.append(QString::number(number));
    return m_file.inTransaction<QList<ActivityEntry>>([&] {
        return giveUpOrphans().and_then(
            [&] { return select(QStringLiteral("number IN (%1)").arg(texts.join(u',')), {}); });
    });
}

} // namespace fuotadesk
