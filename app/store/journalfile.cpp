#include "store/journalfile.h"

#include <QDir>
#include <QFileInfo>
#include <QSqlError>
#include <QSqlQuery>

namespace fuotadesk {

namespace {

constexpr qint64 DaysKept = 90;

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

QVariant boundValue(const QString& text)
{
    return text.isNull() ? QStringLiteral("") : text;
}

QVariant boundValue(const QByteArray& bytes)
{
    return bytes.isNull() ? QByteArray("") : bytes;
}

JournalFile::JournalFile(QString folder, JournalLayout layout, QDateTime now)
    : m_folder(std::move(folder)),
      m_layout(std::move(layout)),
      m_now(std::move(now))
{
}

JournalFile::~JournalFile()
{
    close();
}

void JournalFile::close()
{
    const QString connection = m_database.connectionName();
    m_database = QSqlDatabase();
    if (!connection.isEmpty())
        QSqlDatabase::removeDatabase(connection);
    m_lock.reset();
    m_owner.clear();
}

QString JournalFile::path(const QString& name) const
{
    return m_folder + u'/' + name;
}

QString JournalFile::lockFile(const QString& owner) const
{
    return path(m_layout.ownersFolder) + u'/' + owner + QStringLiteral(".lock");
}

Result<void> JournalFile::open()
{
    const QString file = path(m_layout.fileName);
    if (m_lock && QFileInfo::exists(file)) // somebody may have cleared the folder
        return {};
    close();
    if (!QDir().mkpath(path(m_layout.ownersFolder)) || !makeFile(file))
        return failure(journalUnavailable("unopenable", file));
    auto opened = connectTo(file).and_then([this] { return settleIn(); });
    if (!opened)
        close();
    return opened;
}

Result<void> JournalFile::connectTo(const QString& file)
{
    // Several journals may live in one process.
    const QString name = QStringLiteral("journal-%1").arg(reinterpret_cast<quintptr>(this), 0, 16);
    m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
    m_database.setDatabaseName(file);
    m_database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000"));
    if (!m_database.open())
        return failure(journalError(m_database.lastError()));
    return prepareJournal(m_database, m_layout);
}

Result<void> JournalFile::settleIn()
{
    return execute(QStringLiteral("BEGIN IMMEDIATE"))
        .and_then([this] { return takeName(); })
        .and_then([this] { return forgetOld(); })
        .and_then([this] { return execute(QStringLiteral("COMMIT")); });
}

// A name nobody ever had; SQLite's own chance will do for that, nothing depends on which it is.
Result<void> JournalFile::takeName()
{
    const QDir owners(path(m_layout.ownersFolder));
    for (const QString& old : owners.entryList({QStringLiteral("*.lock")}, QDir::Files))
        ProcessLock::sweep(owners.filePath(old));
    auto named = select(QStringLiteral("SELECT lower(hex(randomblob(16)))"), {},
                        [this](const QSqlQuery& row) { m_owner = row.value(0).toString(); });
    if (!named)
        return named;
    m_lock = ProcessLock::take(lockFile(m_owner));
    if (!m_lock)
        return failure(journalUnavailable("unlockable", lockFile(m_owner)));
    return {};
}

Result<void> JournalFile::forgetOld()
{
    if (m_layout.forgetting.isEmpty())
        return {};
    return execute(m_layout.forgetting, {m_now.addDays(-DaysKept).toMSecsSinceEpoch()});
}

Result<void> JournalFile::begin()
{
    return open().and_then([this] { return execute(QStringLiteral("BEGIN IMMEDIATE")); });
}

void JournalFile::rollBack()
{
    QSqlQuery(m_database).exec(QStringLiteral("ROLLBACK"));
}

Result<void> JournalFile::execute(const QString& sql, const QVariantList& values)
{
    return executeEach(sql, {values});
}

Result<void> JournalFile::executeEach(const QString& sql, const QList<QVariantList>& rows)
{
    QSqlQuery query(m_database);
    bool done = query.prepare(sql);
    for (const QVariantList& row : rows) {
        for (qsizetype i = 0; i < row.size(); ++i)
            query.bindValue(int(i), row.at(i));
        done = done && query.exec();
    }
    if (!done)
        return failure(journalError(query.lastError()));
    return {};
}

Result<void> JournalFile::select(const QString& sql, const QVariantList& values,
                                 const std::function<void(const QSqlQuery&)>& take)
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    bool done = query.prepare(sql);
    for (const QVariant& value : values)
        query.addBindValue(value);
    done = done && query.exec();
    while (done && query.next())
        take(query);
    if (query.lastError().isValid())
        return failure(journalError(query.lastError()));
    return {};
}

bool JournalFile::isHeldByOther(const QString& owner) const
{
    return owner != m_owner && ProcessLock::isHeld(lockFile(owner));
}

} // namespace fuotadesk
