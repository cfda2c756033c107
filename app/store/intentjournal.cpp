#include "store/intentjournal.h"

#include "store/intentdatabase.h"

namespace fuotadesk {

IntentJournal::IntentJournal(QString folder, const Clock& clock)
    : m_database(std::make_unique<IntentDatabase>(std::move(folder), clock.now()))
{
}

// A connection is closed on the thread that opened it.
IntentJournal::~IntentJournal()
{
    m_worker.run<void>(&m_worker, [database = m_database.get()]() -> Result<void> {
        database->close();
        return {};
    });
}

CallOf<void>* IntentJournal::begin(const Intent& intent, QObject* owner)
{
    return m_worker.run<void>(
        owner, [database = m_database.get(), intent] { return database->begin(intent); });
}

CallOf<std::optional<Intent>>* IntentJournal::claim(const QString& endpoint,
                                                    const QByteArray& request, QObject* owner)
{
    return m_worker.run<std::optional<Intent>>(owner,
                                               [database = m_database.get(), endpoint, request] {
                                                   return database->claim(endpoint, request);
                                               });
}

CallOf<std::optional<Intent>>* IntentJournal::claimToken(const QString& token, QObject* owner)
{
    return m_worker.run<std::optional<Intent>>(
        owner, [database = m_database.get(), token] { return database->claimToken(token); });
}

CallOf<QList<Intent>>* IntentJournal::unsettled(QObject* owner)
{
    return m_worker.run<QList<Intent>>(
        owner, [database = m_database.get()] { return database->unsettled(); });
}

CallOf<void>* IntentJournal::update(const Intent& intent, QObject* owner)
{
    return m_worker.run<void>(
        owner, [database = m_database.get(), intent] { return database->update(intent); });
}

CallOf<QStringList>* IntentJournal::knownTaskIds(const QString& endpoint, QObject* owner)
{
    return m_worker.run<QStringList>(owner, [database = m_database.get(), endpoint] {
        return database->knownTaskIds(endpoint);
    });
}

} // namespace fuotadesk
