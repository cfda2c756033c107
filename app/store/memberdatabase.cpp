#include "store/memberdatabase.h"

#include "store/memberwords.h"

#include <QSqlQuery>

namespace fuotadesk {

struct MemberDatabase::Row {
    QString owner;
    MemberBatch batch;
};

namespace {

JournalLayout layout()
{
    JournalLayout layout;
    layout.fileName = QStringLiteral("members.sqlite");
    layout.ownersFolder = QStringLiteral("member-owners");
    layout.schema = 1;
    layout.creation = {
        QStringLiteral("CREATE TABLE batches ("
                       " number INTEGER PRIMARY KEY AUTOINCREMENT,"
                       " connection TEXT NOT NULL,"
                       " endpoint TEXT NOT NULL,"
                       " task TEXT NOT NULL,"
                       " change TEXT NOT NULL CHECK (change IN ('add', 'remove')),"
                       " kind TEXT NOT NULL CHECK (kind IN ('device', 'group')),"
                       " made_at INTEGER NOT NULL," // milliseconds since 1970, UTC
                       " state TEXT NOT NULL CHECK (state IN ('open', 'done', 'dropped')),"
                       " owner TEXT NOT NULL)"),
        QStringLiteral("CREATE TABLE members ("
                       " batch INTEGER NOT NULL,"
                       " position INTEGER NOT NULL,"
                       " id TEXT NOT NULL,"
                       " state TEXT NOT NULL"
                       "  CHECK (state IN ('waiting', 'sent', 'done', 'failed')),"
                       " error_kind TEXT NOT NULL," // empty but for failed ones
                       " error_code TEXT NOT NULL,"
                       " error_detail TEXT NOT NULL,"
                       " http_status INTEGER NOT NULL,"
                       " PRIMARY KEY (batch, position)) WITHOUT ROWID"),
        QStringLiteral("CREATE INDEX batches_by_task ON batches (endpoint, task)"),
        QStringLiteral("CREATE TRIGGER members_go_with_their_batch AFTER DELETE ON batches"
                       " BEGIN DELETE FROM members WHERE batch = old.number; END")};
    layout.probes = {
        QStringLiteral("SELECT number, connection, endpoint, task, change, kind, made_at, state,"
                       " owner FROM batches"),
        QStringLiteral("SELECT batch, position, id, state, error_kind, error_code, error_detail,"
                       " http_status FROM members")};
    layout.forgetting = QStringLiteral("DELETE FROM batches WHERE made_at < ? AND state <> 'open'");
    return layout;
}

Member memberFrom(const QSqlQuery& row)
{
    Member member{row.value(0).toString(), memberStateFrom(row.value(1).toString()), {}};
    if (member.state == MemberState::Failed)
        member.error = Error{errorKindFrom(row.value(2).toString()),
                             row.value(3).toString(),
                             row.value(4).toString(),
                             row.value(5).toInt(),
                             {},
                             {},
                             false};
    return member;
}

QVariantList valuesOf(qint64 number, const MemberUpdate& update)
{
    const bool isFailed = update.state == MemberState::Failed;
    const Error error = isFailed ? update.error.value_or(Error{}) : Error{};
    return {wordOf(update.state),   isFailed ? wordOf(error.kind) : QStringLiteral(""),
            boundValue(error.code), boundValue(error.detail),
            error.httpStatus,       number,
            update.position};
}

} // namespace

MemberDatabase::MemberDatabase(QString folder, QDateTime now)
    : m_file(std::move(folder), layout(), std::move(now))
{
}

Result<QList<MemberDatabase::Row>> MemberDatabase::batches(const QString& condition,
                                                           const QVariantList& values)
{
    QList<Row> found;
    const auto selected = m_file.select(
        QStringLiteral("SELECT number, owner, connection, endpoint, task, change, kind, made_at"
                       " FROM batches WHERE state = 'open' AND ")
            + condition + QStringLiteral(" ORDER BY made_at, number"),
        values, [&found](const QSqlQuery& row) {
            const auto text = [&](int column) { return row.value(column).toString(); };
            MemberBatch batch{row.value(0).toLongLong(), text(2), text(3), text(4), {}, {}, {}};
            batch.change = memberChangeFrom(text(5));
            batch.kind = memberKindFrom(text(6));
            batch.madeAt = QDateTime::fromMSecsSinceEpoch(row.value(7).toLongLong(), Qt::UTC);
            found.append({text(1), batch});
        });
    if (!selected)
        return failure(selected.error());
    return found;
}

Result<qint64> MemberDatabase::insert(const MemberBatch& batch, const QStringList& ids)
{
    const auto made = m_file.execute(
        QStringLiteral("INSERT INTO batches (connection, endpoint, task, change, kind, made_at,"
                       " state, owner) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
        {boundValue(batch.connectionId), boundValue(batch.endpoint), boundValue(batch.taskId),
         wordOf(batch.change), wordOf(batch.kind), batch.madeAt.toMSecsSinceEpoch(),
         wordOf(BatchState::Open), m_file.owner()});
    if (!made)
        return failure(made.error());
    qint64 number = 0;
    const auto numbered =
        m_file.select(QStringLiteral("SELECT last_insert_rowid()"), {},
                      [&](const QSqlQuery& row) { number = row.value(0).toLongLong(); });
    if (!numbered)
        return failure(numbered.error());
    QList<QVariantList> rows;
    for (const QString& id : ids)
        rows.append({number, rows.size(), boundValue(id), wordOf(MemberState::Waiting)});
    const auto filled =
        m_file.executeEach(QStringLiteral("INSERT INTO members (batch, position, id, state,"
                                          " error_kind, error_code, error_detail, http_status)"
                                          " VALUES (?, ?, ?, ?, '', '', '', 0)"),
                           rows);
    if (!filled)
        return failure(filled.error());
    return number;
}

Result<qint64> MemberDatabase::begin(const MemberBatch& batch, const QStringList& ids)
{
    return m_file.inTransaction<qint64>([&]() -> Result<qint64> {
        const auto rivals = batches(QStringLiteral("endpoint = ? AND task = ?"),
                                    {boundValue(batch.endpoint), boundValue(batch.taskId)});
        if (!rivals)
            return failure(rivals.error());
        if (rivals->isEmpty())
            return insert(batch, ids);
        const Row& rival = rivals->first();
        const bool isElsewhere = m_file.isHeldByOther(rival.owner);
        return failure(ErrorKind::IntentClaimed,
                       isElsewhere ? QString() : QString::number(rival.batch.number));
    });
}

Result<QList<Member>> MemberDatabase::members(qint64 number)
{
    QList<Member> found;
    const auto selected =
        m_file.select(QStringLiteral("SELECT id, state, error_kind, error_code, error_detail,"
                                     " http_status FROM members WHERE batch = ? ORDER BY position"),
                      {number}, [&](const QSqlQuery& row) { found.append(memberFrom(row)); });
    if (!selected)
        return failure(selected.error());
    return found;
}

Result<std::optional<ClaimedBatch>> MemberDatabase::claim(qint64 number)
{
    using Claimed = std::optional<ClaimedBatch>;
    return m_file.inTransaction<Claimed>([&]() -> Result<Claimed> {
        const auto found = batches(QStringLiteral("number = ?"), {number});
        if (!found)
            return failure(found.error());
        if (found->isEmpty())
            return Claimed();
        if (m_file.isHeldByOther(found->first().owner))
            return failure(ErrorKind::IntentClaimed);
        const auto claimed =
            m_file.execute(QStringLiteral("UPDATE batches SET owner = ? WHERE number = ?"),
                           {m_file.owner(), number});
        if (!claimed)
            return failure(claimed.error());
        return members(number).map([&](const QList<Member>& all) {
            return Claimed(ClaimedBatch{found->first().batch, all});
        });
    });
}

Result<MemberCounts> MemberDatabase::counts(qint64 number)
{
    MemberCounts counts;
    const auto selected = m_file.select(
        QStringLiteral("SELECT state, count(*) FROM members WHERE batch = ? GROUP BY state"),
        {number}, [&](const QSqlQuery& row) {
            const qint64 count = row.value(1).toLongLong();
            switch (memberStateFrom(row.value(0).toString())) {
            case MemberState::Waiting:
                counts.waiting = count;
                break;
            case MemberState::Sent:
                counts.sent = count;
                break;
            case MemberState::Done:
                counts.done = count;
                break;
            case MemberState::Failed:
                counts.failed = count;
                break;
            }
        });
    if (!selected)
        return failure(selected.error());
    return counts;
}

Result<QList<UnfinishedBatch>> MemberDatabase::unsettled(const QString& endpoint)
{
    using Unfinished = QList<UnfinishedBatch>;
    return m_file.inTransaction<Unfinished>([&]() -> Result<Unfinished> {
        const auto found = batches(QStringLiteral("endpoint = ?"), {boundValue(endpoint)});
        if (!found)
            return failure(found.error());
        Unfinished unfinished;
        for (const Row& row : *found) {
            if (m_file.isHeldByOther(row.owner))
                continue;
            const auto counted = counts(row.batch.number);
            if (!counted)
                return failure(counted.error());
            unfinished.append({row.batch, *counted});
        }
        return unfinished;
    });
}

Result<void> MemberDatabase::mustBeMine(qint64 number)
{
    const auto found = batches(QStringLiteral("number = ?"), {number});
    if (!found)
        return failure(found.error());
    if (found->isEmpty())
        return failure(journalUnavailable("batch-missing", QString::number(number)));
    if (found->first().owner != m_file.owner())
        return failure(ErrorKind::IntentClaimed);
    return {};
}

Result<void> MemberDatabase::record(qint64 number, const QList<MemberUpdate>& updates)
{
    return m_file.inTransaction<void>([&] {
        return mustBeMine(number).and_then([&] {
            QList<QVariantList> rows;
            for (const MemberUpdate& update : updates)
                rows.append(valuesOf(number, update));
            return m_file.executeEach(
                QStringLiteral("UPDATE members SET state = ?, error_kind = ?, error_code = ?,"
                               " error_detail = ?, http_status = ?"
                               " WHERE batch = ? AND position = ?"),
                rows);
        });
    });
}

Result<void> MemberDatabase::settle(qint64 number, BatchState state)
{
    return m_file.inTransaction<void>([&] {
        return mustBeMine(number).and_then([&] {
            return m_file.execute(QStringLiteral("UPDATE batches SET state = ? WHERE number = ?"),
                                  {wordOf(state), number});
        });
    });
}

} // namespace fuotadesk
