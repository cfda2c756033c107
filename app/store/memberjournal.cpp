#include "store/memberjournal.h"

#include "store/memberdatabase.h"

namespace fuotadesk {

MemberJournal::MemberJournal(QString folder, const Clock& clock)
    : m_database(std::make_unique<MemberDatabase>(std::move(folder), clock.now()))
{
}

// A connection is closed on the thread that opened it.
MemberJournal::~MemberJournal()
{
    m_worker.run<void>(&m_worker, [database = m_database.get()]() -> Result<void> {
        database->close();
        return {};
    });
}

CallOf<qint64>* MemberJournal::begin(const MemberBatch& batch, const QStringList& ids,
                                     QObject* owner)
{
    return m_worker.run<qint64>(
        owner, [database = m_database.get(), batch, ids] { return database->begin(batch, ids); });
}

CallOf<std::optional<ClaimedBatch>>* MemberJournal::claim(qint64 number, QObject* owner)
{
    return m_worker.run<std::optional<ClaimedBatch>>(
        owner, [database = m_database.get(), number] { return database->claim(number); });
}

CallOf<QList<UnfinishedBatch>>* MemberJournal::unsettled(const QString& endpoint, QObject* owner)
{
    return m_worker.run<QList<UnfinishedBatch>>(
        owner, [database = m_database.get(), endpoint] { return database->unsettled(endpoint); });
}

CallOf<void>* MemberJournal::record(qint64 number, const QList<MemberUpdate>& updates,
                                    QObject* owner)
{
    return m_worker.run<void>(owner, [database = m_database.get(), number, updates] {
        return database->record(number, updates);
    });
}

CallOf<void>* MemberJournal::settle(qint64 number, BatchState state, QObject* owner)
{
    return m_worker.run<void>(owner, [database = m_database.get(), number, state] {
        return database->settle(number, state);
    });
}

} // namespace fuotadesk
