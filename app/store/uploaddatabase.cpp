#include "store/uploaddatabase.h"

#include <QSqlQuery>

namespace fuotadesk {

struct UploadDatabase::Row {
    QString owner; // empty: nobody
    UploadRecord record;
};

namespace {

const auto Columns = QStringLiteral("number, owner, connection, endpoint, file, file_size,"
                                    " file_modified_at, sha256, bucket, key, upload_id, part_size,"
                                    " replaces, begun_at");

JournalLayout layout()
{
    JournalLayout layout;
    layout.fileName = QStringLiteral("uploads.sqlite");
    layout.ownersFolder = QStringLiteral("upload-owners");
    layout.schema = 1;
    layout.creation = {
        QStringLiteral("CREATE TABLE uploads ("
                       " number INTEGER PRIMARY KEY AUTOINCREMENT,"
                       " owner TEXT NOT NULL,"
                       " connection TEXT NOT NULL,"
                       " endpoint TEXT NOT NULL,"
                       " file TEXT NOT NULL,"
                       " file_size INTEGER NOT NULL,"
                       " file_modified_at INTEGER NOT NULL," // milliseconds since 1970, UTC
                       " sha256 BLOB NOT NULL,"
                       " bucket TEXT NOT NULL,"
                       " key TEXT NOT NULL,"
                       " upload_id TEXT NOT NULL,"
                       " part_size INTEGER NOT NULL,"
                       " replaces INTEGER NOT NULL CHECK (replaces IN (0, 1)),"
                       " begun_at INTEGER NOT NULL)"), // as file_modified_at
        QStringLiteral("CREATE INDEX uploads_by_endpoint ON uploads (endpoint)")};
    layout.probes = {QStringLiteral("SELECT ") + Columns + QStringLiteral(" FROM uploads")};
    return layout; // what was not settled is never forgotten
}

QDateTime timeFrom(const QVariant& milliseconds)
{
    return QDateTime::fromMSecsSinceEpoch(milliseconds.toLongLong(), Qt::UTC);
}

UploadRecord recordFrom(const QSqlQuery& row)
{
    const auto text = [&](int column) { return row.value(column).toString(); };
    UploadRecord record;
    record.number = row.value(0).toLongLong();
    record.connectionId = text(2);
    record.endpoint = text(3);
    record.file = text(4);
    record.fileSize = row.value(5).toLongLong();
    record.fileModifiedAt = timeFrom(row.value(6));
    record.sha256 = row.value(7).toByteArray();
    record.bucket = text(8);
    record.key = text(9);
    record.uploadId = text(10);
    record.partSize = row.value(11).toLongLong();
    record.replaces = row.value(12).toInt() != 0;
    record.begunAt = timeFrom(row.value(13));
    return record;
}

} // namespace

UploadDatabase::UploadDatabase(QString folder, QDateTime now)
    : m_file(std::move(folder), layout(), std::move(now))
{
}

Result<QList<UploadDatabase::Row>> UploadDatabase::rows(const QString& condition,
                                                        const QVariantList& values)
{
    QList<Row> found;
    const auto selected =
        m_file.select(QStringLiteral("SELECT ") + Columns + QStringLiteral(" FROM uploads WHERE ")
                          + condition + QStringLiteral(" ORDER BY begun_at, number"),
                      values, [&found](const QSqlQuery& row) {
                          found.append({row.value(1).toString(), recordFrom(row)});
                      });
    if (!selected)
        return failure(selected.error());
    return found;
}

// Also by this very object: it works on an upload once.
bool UploadDatabase::isHeld(const Row& row) const
{
    return !row.owner.isEmpty() && (row.owner == m_file.owner() || m_file.isHeldByOther(row.owner));
}

Result<qint64> UploadDatabase::insert(const UploadRecord& record)
{
    const auto made = m_file.execute(
        QStringLiteral("INSERT INTO uploads (owner, connection, endpoint, file, file_size,"
                       " file_modified_at, sha256, bucket, key, upload_id, part_size, replaces,"
                       " begun_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        {m_file.owner(), boundValue(record.connectionId), boundValue(record.endpoint),
         boundValue(record.file), record.fileSize, record.fileModifiedAt.toMSecsSinceEpoch(),
         boundValue(record.sha256), boundValue(record.bucket), boundValue(record.key),
         boundValue(record.uploadId), record.partSize, int(record.replaces),
         record.begunAt.toMSecsSinceEpoch()});
    if (!made)
        return failure(made.error());
    qint64 number = 0;
    const auto numbered =
        m_file.select(QStringLiteral("SELECT last_insert_rowid()"), {},
                      [&](const QSqlQuery& row) { number = row.value(0).toLongLong(); });
    if (!numbered)
        return failure(numbered.error());
    return number;
}

Result<qint64> UploadDatabase::begin(const UploadRecord& record)
{
    return m_file.inTransaction<qint64>([&] { return insert(record); });
}

Result<void> UploadDatabase::changeMine(qint64 number, const QString& sql,
                                        const QVariantList& values)
{
    return m_file.inTransaction<void>([&]() -> Result<void> {
        const auto found = rows(QStringLiteral("number = ?"), {number});
        if (!found)
            return failure(found.error());
        if (found->isEmpty())
            return failure(journalUnavailable("upload-missing", QString::number(number)));
        if (found->first().owner != m_file.owner())
            return failure(ErrorKind::IntentClaimed);
        return m_file.execute(sql, values);
    });
}

Result<void> UploadDatabase::update(const UploadRecord& record)
{
    return changeMine(
        record.number,
        QStringLiteral("UPDATE uploads SET upload_id = ?, part_size = ? WHERE number = ?"),
        {boundValue(record.uploadId), record.partSize, record.number});
}

Result<std::optional<UploadRecord>> UploadDatabase::claim(qint64 number)
{
    using Claimed = std::optional<UploadRecord>;
    return m_file.inTransaction<Claimed>([&]() -> Result<Claimed> {
        const auto found = rows(QStringLiteral("number = ?"), {number});
        if (!found)
            return failure(found.error());
        if (found->isEmpty())
            return Claimed();
        if (isHeld(found->first()))
            return failure(ErrorKind::IntentClaimed);
        const auto claimed =
            m_file.execute(QStringLiteral("UPDATE uploads SET owner = ? WHERE number = ?"),
                           {m_file.owner(), number});
        if (!claimed)
            return failure(claimed.error());
        return Claimed(found->first().record);
    });
}

Result<void> UploadDatabase::release(qint64 number)
{
    return changeMine(number, QStringLiteral("UPDATE uploads SET owner = '' WHERE number = ?"),
                      {number});
}

Result<QList<JournalledUpload>> UploadDatabase::unfinished(const QString& endpoint)
{
    using Unfinished = QList<JournalledUpload>;
    return m_file.inTransaction<Unfinished>([&]() -> Result<Unfinished> {
        const auto found = rows(QStringLiteral("endpoint = ?"), {boundValue(endpoint)});
        if (!found)
            return failure(found.error());
        Unfinished unfinished;
        for (const Row& row : *found)
            unfinished.append({row.record, isHeld(row)});
        return unfinished;
    });
}

Result<void> UploadDatabase::settle(qint64 number)
{
    return changeMine(number, QStringLiteral("DELETE FROM uploads WHERE number = ?"), {number});
}

} // namespace fuotadesk
