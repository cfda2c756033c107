#pragma once

#include "base/worker.h"
#include "fuota/suggestion.h"

namespace fuotadesk {

// Looks for suggestions away from this thread, one after the other.
class SuggestionSearch : public QObject {
    Q_OBJECT

public:
    // threads >= 1 do the work.
    explicit SuggestionSearch(int threads, QObject* parent = nullptr);
    ~SuggestionSearch() override;

    // Cancelling the call, or its owner's death, ends the search. No errors but Cancelled: what
    // stands in the way of a suggestion is in its reasons.
    CallOf<Suggestion>* search(const SuggestionQuestion& question, QObject* owner);

private:
    int m_threads;
    std::shared_ptr<std::atomic<bool>> m_cancelled;
    std::unique_ptr<Worker> m_worker; // made when first needed
};

} // namespace fuotadesk
