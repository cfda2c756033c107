#pragma once

#include "preflight/checkrow.h"

#include <span>

namespace fuotadesk {

// Sentence and remedy for the reason of a row, not yet translated, in the context "CheckText". In
// them %1 stands for the names of the row, %2 for its figure and %3 for its limit. remedy may be
// null.
struct CheckWords {
    const char* reason;
    const char* sentence;
    const char* remedy = nullptr;
};

// Those of one subject, and those that several share.
std::span<const CheckWords> checkWordsOf(CheckSubject subject);
std::span<const CheckWords> campaignCheckWords(CheckSubject subject); // of recipients and plan
std::span<const CheckWords> sharedCheckWords();

} // namespace fuotadesk
