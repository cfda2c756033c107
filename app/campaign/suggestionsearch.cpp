#include "campaign/suggestionsearch.h"

#include "base/threadpriority.h"

namespace fuotadesk {

SuggestionSearch::SuggestionSearch(int threads, QObject* parent)
    : QObject(parent),
      m_threads(threads)
{
}

SuggestionSearch::~SuggestionSearch()
{
    if (m_cancelled)
        m_cancelled->store(true);
}

CallOf<Suggestion>* SuggestionSearch::search(const SuggestionQuestion& question, QObject* owner)
{
    if (!m_worker)
        m_worker = std::make_unique<Worker>();
    if (m_cancelled)
        m_cancelled->store(true); // nobody waits for two
    m_cancelled = std::make_shared<std::atomic<bool>>(false);
    auto* call = m_worker->run<Suggestion>(
        owner, [question, threads = m_threads, cancelled = m_cancelled]() -> Result<Suggestion> {
            giveWayToOthers();
            return suggest(question, threads, *cancelled);
        });
    call->onCancel([cancelled = m_cancelled] { cancelled->store(true); });
    QObject::connect(call, &QObject::destroyed, this,
                     [cancelled = m_cancelled] { cancelled->store(true); });
    return call;
}

} // namespace fuotadesk
