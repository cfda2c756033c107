#include "store/uploadjournal.h"

#include "store/uploaddatabase.h"

namespace fuotadesk {

UploadJournal::UploadJournal(QString folder, const Clock& clock)
    : m_database(std::make_unique<UploadDatabase>(std::move(folder), clock.now()))
{
}

// A connection is closed on the thread that opened it.
UploadJournal::~UploadJournal()
{
    m_worker.run<void>(&m_worker, [database = m_database.get()]() -> Result<void> {
        database->close();
        return {};
    });
}

CallOf<qint64>* UploadJournal::begin(const UploadRecord& record, QObject* owner)
{
    return m_worker.run<qint64>(
        owner, [database = m_database.get(), record] { return database->begin(record); });
}

CallOf<void>* UploadJournal::update(const UploadRecord& record, QObject* owner)
{
    return m_worker.run<void>(
        owner, [database = m_database.get(), record] { return database->update(record); });
}

CallOf<std::optional<UploadRecord>>* UploadJournal::claim(qint64 number, QObject* owner)
{
    return m_worker.run<std::optional<UploadRecord>>(
        owner, [database = m_database.get(), number] { return database->claim(number); });
}

CallOf<void>* UploadJournal::release(qint64 number, QObject* owner)
{
    return m_worker.run<void>(owner ? owner : &m_worker, [database = m_database.get(), number] {
        return database->release(number);
    });
}

CallOf<QList<JournalledUpload>>* UploadJournal::unfinished(const QString& endpoint, QObject* owner)
{
    return m_worker.run<QList<JournalledUpload>>(
        owner, [database = m_database.get(), endpoint] { return database->unfinished(endpoint); });
}

CallOf<void>* UploadJournal::settle(qint64 number, QObject* owner)
{
    return m_worker.run<void>(
        owner, [database = m_database.get(), number] { return database->settle(number); });
}

} // namespace fuotadesk
