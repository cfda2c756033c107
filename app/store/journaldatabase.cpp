#include "store/journaldatabase.h"

#include "store/journalschema.h"

#include <QDir>
#include <QFileInfo>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

#include <algorithm>
#include <array>

namespace fuotadesk {

struct JournalDatabase::Row {
    qint64 id = 0;
    QString owner;
    Intent intent;
};

namespace {

constexpr qint64 DaysKept = 90;
const auto FileName = QStringLiteral("intents.sqlite");
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

// A null text would be bound as NULL.
QVariant bound(const QString& text)
{
    return text.isNull() ? QStringLiteral("") : text;
}

QVariant bound(const QByteArray& bytes)
{
    return bytes.isNull() ? QByteArray("") : bytes;
}

Error unavailable(const char* code, const QString& detail)
{
    return Error{
        ErrorKind::JournalUnavailable, QString::fromLatin1(code), detail, 0, {}, {}, false};
}

bool isSameCreate(const Intent& one, const Intent& other)
{
    return one.endpoint == other.endpoint && one.request == other.request;
}

// For its owner only; SQLite gives the files beside it the same rights.
bool makeFile(const QString& file)
{
    QFile device(file);
    if (device.exists())
        return QFileInfo(file).isFile();
    return device.open(QIODevice::WriteOnly | QIODevice::Append)
        && device.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
}

} // namespace

JournalDatabase::JournalDatabase(QString folder, QDateTime now)
    : m_folder(std::move(folder)),
      m_now(std::move(now))
{
}

JournalDatabase::~JournalDatabase()
{
    close();
}

void JournalDatabase::close()
{
    const QString connection = m_database.connectionName();
    m_database = QSqlDatabase();
    if (!connection.isEmpty())
        QSqlDatabase::removeDatabase(connection);
    m_lock.reset();
    m_owner.clear();
}

QString JournalDatabase::lockFile(const QString& owner) const
{
    return m_folder + QStringLiteral("/owners/") + owner + QStringLiteral(".lock");
}

Result<void> JournalDatabase::open()
{
    const QString file = m_folder + u'/' + FileName;
    if (m_lock && QFileInfo::exists(file)) // somebody may have cleared the folder
        return {};
    close();
    if (!QDir().mkpath(m_folder + QStringLiteral("/owners")) || !makeFile(file))
        return failure(unavailable("unopenable", file));
    auto opened = connectTo(file).and_then([this] { return settleIn(); });
    if (!opened)
        close();
    return opened;
}

Result<void> JournalDatabase::connectTo(const QString& file)
{
    // Several journals may live in one process.
    const QString name = QStringLiteral("journal-%1").arg(reinterpret_cast<quintptr>(this), 0, 16);
    m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
    m_database.setDatabaseName(file);
    m_database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000"));
    if (!m_database.open())
        return failure(journalError(m_database.lastError()));
    return prepareJournal(m_database);
}

// Takes a name nobody ever had; SQLite's own chance will do for that, nothing depends on which it
// is.
Result<void> JournalDatabase::settleIn()
{
    auto settled = execute(QStringLiteral("BEGIN IMMEDIATE"));
    if (!settled)
        return settled;
    const QDir owners(m_folder + QStringLiteral("/owners"));
    for (const QString& old : owners.entryList({QStringLiteral("*.lock")}, QDir::Files))
        ProcessLock::sweep(owners.filePath(old));
    QSqlQuery query(QStringLiteral("SELECT lower(hex(randomblob(16)))"), m_database);
    if (query.next())
        m_owner = query.value(0).toString();
    query.finish();
    m_lock = ProcessLock::take(lockFile(m_owner));
    settled = m_lock ? forgetOld() : failure(unavailable("unlockable", lockFile(m_owner)));
    if (settled)
        settled = execute(QStringLiteral("COMMIT"));
    return settled;
}

Result<void> JournalDatabase::forgetOld()
{
    return execute(QStringLiteral("DELETE FROM intents WHERE made_at < ? AND NOT ") + Unsettled,
                   {m_now.addDays(-DaysKept).toMSecsSinceEpoch()});
}

Result<void> JournalDatabase::execute(const QString& sql, const QVariantList& values)
{
    QSqlQuery query(m_database);
    bool done = query.prepare(sql);
    for (const QVariant& value : values)
        query.addBindValue(value);
    done = done && query.exec();
    if (!done)
        return failure(journalError(query.lastError()));
    return {};
}

JournalDatabase::Rows JournalDatabase::rows(const QString& condition, const QVariantList& values)
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    bool done = query.prepare(
        QStringLiteral(
            "SELECT id, owner, token, connection, endpoint, request, made_at, ever_unsure, state,"
            " task_id, task_arn, acknowledged FROM intents WHERE ")
        + condition);
    for (const QVariant& value : values)
        query.addBindValue(value);
    done = done && query.exec();
    QList<Row> found;
    while (done && query.next()) {
        const auto text = [&](int column) { return query.value(column).toString(); };
        Intent intent{text(2), text(3), text(4), query.value(5).toByteArray(), {}, {}, {}, {}, {}};
        intent.madeAt = QDateTime::fromMSecsSinceEpoch(query.value(6).toLongLong(), Qt::UTC);
        intent.everUnsure = query.value(7).toBool();
        intent.state = stateFromText(text(8));
        intent.created = {text(9), text(10)};
        intent.acknowledged = query.value(11).toBool();
        found.append({query.value(0).toLongLong(), text(1), intent});
    }
    if (query.lastError().isValid())
        return failure(journalError(query.lastError()));
    return found;
}

bool JournalDatabase::isHeldByOther(const Row& row) const
{
    return row.owner != m_owner && ProcessLock::isHeld(lockFile(row.owner));
}

template <typename T>
Result<T> JournalDatabase::inTransaction(const std::function<Result<T>()>& work)
{
    const auto begun =
        open().and_then([this] { return execute(QStringLiteral("BEGIN IMMEDIATE")); });
    if (!begun)
        return failure(begun.error());
    Result<T> result = work();
    if (result)
        if (const auto kept = execute(QStringLiteral("COMMIT")); !kept)
            result = failure(kept.error());
    if (!result)
        QSqlQuery(m_database).exec(QStringLiteral("ROLLBACK"));
    return result;
}

Result<void> JournalDatabase::begin(const Intent& intent)
{
    return inTransaction<void>([&]() -> Result<void> {
        const auto rivals =
            rows(Unsettled + QStringLiteral(" AND (token = ? OR (endpoint = ? AND request = ?))"),
                 {bound(intent.token), bound(intent.endpoint), bound(intent.request)});
        if (!rivals)
            return failure(rivals.error());
        if (!rivals->isEmpty())
            return failure(isSameCreate(rivals->first().intent, intent)
                                   || isHeldByOther(rivals->first())
                               ? ErrorKind::IntentClaimed
                               : ErrorKind::EarlierOutcomeUnknown);
        return execute(
            QStringLiteral("INSERT INTO intents (token, connection, endpoint, request, made_at,"
                           " ever_unsure, state, task_id, task_arn, acknowledged, owner)"
                           " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
            {bound(intent.token), bound(intent.connectionId), bound(intent.endpoint),
             bound(intent.request), intent.madeAt.toMSecsSinceEpoch(), intent.everUnsure,
             stateText(intent.state), bound(intent.created.id), bound(intent.created.arn),
             intent.acknowledged, m_owner});
    });
}

Result<std::optional<Intent>> JournalDatabase::claimOneOf(const Rows& rows)
{
    if (!rows)
        return failure(rows.error());
    if (rows->isEmpty())
        return std::optional<Intent>();
    if (std::ranges::any_of(*rows, [this](const Row& row) { return isHeldByOther(row); }))
        return failure(ErrorKind::IntentClaimed);
    const auto claimed = execute(QStringLiteral("UPDATE intents SET owner = ? WHERE id = ?"),
                                 {m_owner, rows->first().id});
    if (!claimed)
        return failure(claimed.error());
    return std::optional<Intent>(rows->first().intent);
}

Result<std::optional<Intent>> JournalDatabase::claim(const QString& endpoint,
                                                     const QByteArray& request)
{
    return inTransaction<std::optional<Intent>>([&] {
        return claimOneOf(
            rows(Unsettled + QStringLiteral(" AND endpoint = ? AND request = ? ORDER BY id"),
                 {bound(endpoint), bound(request)}));
    });
}

Result<std::optional<Intent>> JournalDatabase::claimToken(const QString& token)
{
    return inTransaction<std::optional<Intent>>([&] {
        return claimOneOf(
            rows(Unsettled + QStringLiteral(" AND token = ? ORDER BY id"), {bound(token)}));
    });
}

Result<QList<Intent>> JournalDatabase::unsettled()
{
    return inTransaction<QList<Intent>>([&]() -> Result<QList<Intent>> {
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
Result<void> JournalDatabase::update(const Intent& intent)
{
    return inTransaction<void>([&]() -> Result<void> {
        const auto found =
            rows(QStringLiteral("token = ? ORDER BY id DESC LIMIT 1"), {bound(intent.token)});
        if (!found)
            return failure(found.error());
        if (found->isEmpty())
            return failure(unavailable("intent-missing", intent.token));
        if (isHeldByOther(found->first()))
            return failure(ErrorKind::IntentClaimed);
        return execute(QStringLiteral("UPDATE intents SET ever_unsure = ?, state = ?, task_id = ?,"
                                      " task_arn = ?, acknowledged = ?, owner = ? WHERE id = ?"),
                       {intent.everUnsure, stateText(intent.state), bound(intent.created.id),
                        bound(intent.created.arn), intent.acknowledged, m_owner,
                        found->first().id});
    });
}

Result<QStringList> JournalDatabase::knownTaskIds(const QString& endpoint)
{
    return inTransaction<QStringList>([&]() -> Result<QStringList> {
        const auto found =
            rows(QStringLiteral("endpoint = ? AND task_id <> '' ORDER BY id"), {bound(endpoint)});
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
