#include "store/intentdatabase.h"

#include <QSqlQuery>

#include <algorithm>
#include <array>

namespace fuotadesk {

struct IntentDatabase::Row {
    qint64 id = 0;
    QString owner;
    Intent intent;
};

namespace {

const auto Unsettled = QStringLiteral("(state = 'open' OR (state = 'done' AND acknowledged = 0))");

constexpr std::array States = {
    std::pair{IntentState::Open, "open"},
    std::pair{IntentState::Done, "done"},
    std::pair{IntentState::Failed, "failed"},
    std::pair{IntentState::Dropped, "dropped"},
};

QString stateText(IntentState state)
{
    const auto* const found =
        std::ranges::find(States, state, [](const auto& each) { return each.first; });
    return QString::fromLatin1(found->second);
}

IntentState stateFromText(const QString& text)
{
    const auto* const found = std::ranges::find_if(
        States, [&](const auto& each) { return text == QLatin1String(each.second); });
    return found == States.end() ? IntentState::Open : found->first;
}

bool isSameCreate(const Intent& one, const Intent& other)
{
    return one.endpoint == other.endpoint && one.request == other.request;
}

JournalLayout layout()
{
    JournalLayout layout;
    layout.fileName = QStringLiteral("intents.sqlite");
    layout.ownersFolder = QStringLiteral("owners");
    layout.schema = 1;
    layout.creation = {QStringLiteral("CREATE TABLE intents ("
                                      " id INTEGER PRIMARY KEY AUTOINCREMENT,"
                                      " token TEXT NOT NULL,"
                                      " connection TEXT NOT NULL,"
                                      " endpoint TEXT NOT NULL,"
                                      " request BLOB NOT NULL,"
                                      " made_at INTEGER NOT NULL," // milliseconds since 1970, UTC
                                      " ever_unsure INTEGER NOT NULL,"
                                      " state TEXT NOT NULL"
                                      "  CHECK (state IN ('open', 'done', 'failed', 'dropped')),"
                                      " task_id TEXT NOT NULL,"
                                      " task_arn TEXT NOT NULL,"
                                      " acknowledged INTEGER NOT NULL,"
                                      " owner TEXT NOT NULL)"),
                       QStringLiteral("CREATE INDEX intents_by_endpoint ON intents (endpoint)")};
    layout.probes = {
        QStringLiteral("SELECT id, token, connection, endpoint, request, made_at, ever_unsure,"
                       " state, task_id, task_arn, acknowledged, owner FROM intents")};
    layout.forgetting =
        QStringLiteral("DELETE FROM intents WHERE made_at < ? AND NOT ") + Unsettled;
    return layout;
}

} // namespace

IntentDatabase::IntentDatabase(QString folder, QDateTime now)
    : m_file(std::move(folder), layout(), std::move(now))
{
}

IntentDatabase::Rows IntentDatabase::rows(const QString& condition, const QVariantList& values)
{
    QList<Row> found;
    const auto selected = m_file.select(
        QStringLiteral(
            "SELECT id, owner, token, connection, endpoint, request, made_at, ever_unsure, state,"
            " task_id, task_arn, acknowledged FROM intents WHERE ")
            + condition,
        values, [&found](const QSqlQuery& row) {
            const auto text = [&](int column) { return row.value(column).toString(); };
            Intent intent{text(2), text(3), text(4), row.value(5).toByteArray(), {}, {},
                          {},      {},      {}};
            intent.madeAt = QDateTime::fromMSecsSinceEpoch(row.value(6).toLongLong(), Qt::UTC);
            intent.everUnsure = row.value(7).toBool();
            intent.state = stateFromText(text(8));
            intent.created = {text(9), text(10)};
            intent.acknowledged = row.value(11).toBool();
            found.append({row.value(0).toLongLong(), text(1), intent});
        });
    if (!selected)
        return failure(selected.error());
    return found;
}

bool IntentDatabase::isHeldByOther(const Row& row) const
{
    return m_file.isHeldByOther(row.owner);
}

Result<void> IntentDatabase::begin(const Intent& intent)
{
    return m_file.inTransaction<void>([&]() -> Result<void> {
        const auto rivals = rows(
            Unsettled + QStringLiteral(" AND (token = ? OR (endpoint = ? AND request = ?))"),
            {boundValue(intent.token), boundValue(intent.endpoint), boundValue(intent.request)});
        if (!rivals)
            return failure(rivals.error());
        if (!rivals->isEmpty())
            return failure(isSameCreate(rivals->first().intent, intent)
                                   || isHeldByOther(rivals->first())
                               ? ErrorKind::IntentClaimed
                               : ErrorKind::EarlierOutcomeUnknown);
        return m_file.execute(
            QStringLiteral("INSERT INTO intents (token, connection, endpoint, request, made_at,"
                           " ever_unsure, state, task_id, task_arn, acknowledged, owner)"
                           " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
            {boundValue(intent.token), boundValue(intent.connectionId), boundValue(intent.endpoint),
             boundValue(intent.request), intent.madeAt.toMSecsSinceEpoch(), intent.everUnsure,
             stateText(intent.state), boundValue(intent.created.id), boundValue(intent.created.arn),
             intent.acknowledged, m_file.owner()});
    });
}

Result<std::optional<Intent>> IntentDatabase::claimOneOf(const Rows& rows)
{
    if (!rows)
        return failure(rows.error());
    if (rows->isEmpty())
        return std::optional<Intent>();
    if (std::ranges::any_of(*rows, [this](const Row& row) { return isHeldByOther(row); }))
        return failure(ErrorKind::IntentClaimed);
    const auto claimed = m_file.execute(QStringLiteral("UPDATE intents SET owner = ? WHERE id = ?"),
                                        {m_file.owner(), rows->first().id});
    if (!claimed)
        return failure(claimed.error());
    return std::optional<Intent>(rows->first().intent);
}

Result<std::optional<Intent>> IntentDatabase::claim(const QString& endpoint,
                                                    const QByteArray& request)
{
    return m_file.inTransaction<std::optional<Intent>>([&] {
        return claimOneOf(
            rows(Unsettled + QStringLiteral(" AND endpoint = ? AND request = ? ORDER BY id"),
                 {boundValue(endpoint), boundValue(request)}));
    });
}

Result<std::optional<Intent>> IntentDatabase::claimToken(const QString& token)
{
    return m_file.inTransaction<std::optional<Intent>>([&] {
        return claimOneOf(
            rows(Unsettled + QStringLiteral(" AND token = ? ORDER BY id"), {boundValue(token)}));
    });
}

Result<QList<Intent>> IntentDatabase::unsettled()
{
    return m_file.inTransaction<QList<Intent>>([&]() -> Result<QList<Intent>> {
        const auto found = rows(Unsettled + QStringLiteral(" ORDER BY made_at, id"), {});
        if (!found)
            return failure(found.error());
        QList<Intent> intents;
        for (const Row& row : *found)
            if (!isHeldByOther(row))
                intents.append(row.intent);
        return intents;
    });
}

// An operator's own token may stand in several rows: the last one is meant.
Result<void> IntentDatabase::update(const Intent& intent)
{
    return m_file.inTransaction<void>([&]() -> Result<void> {
        const auto found =
            rows(QStringLiteral("token = ? ORDER BY id DESC LIMIT 1"), {boundValue(intent.token)});
        if (!found)
            return failure(found.error());
        if (found->isEmpty())
            return failure(journalUnavailable("intent-missing", intent.token));
        if (isHeldByOther(found->first()))
            return failure(ErrorKind::IntentClaimed);
        return m_file.execute(
            QStringLiteral("UPDATE intents SET ever_unsure = ?, state = ?, task_id = ?,"
                           " task_arn = ?, acknowledged = ?, owner = ? WHERE id = ?"),
            {intent.everUnsure, stateText(intent.state), boundValue(intent.created.id),
             boundValue(intent.created.arn), intent.acknowledged, m_file.owner(),
             found->first().id});
    });
}

Result<QStringList> IntentDatabase::knownTaskIds(const QString& endpoint)
{
    return m_file.inTransaction<QStringList>([&]() -> Result<QStringList> {
        const auto found = rows(QStringLiteral("endpoint = ? AND task_id <> '' ORDER BY id"),
                                {boundValue(endpoint)});
        if (!found)
            return failure(found.error());
        QStringList ids;
        for (const Row& row : *found)
            ids.append(row.intent.created.id);
        ids.removeDuplicates();
        return ids;
    });
}

} // namespace fuotadesk
