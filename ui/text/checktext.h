#pragma once

#include "preflight/checkrow.h"

namespace fuotadesk {

// The words of the check before the flight. What a row looks at, and the heading of the rows it
// stands with.
QString checkTitle(CheckSubject subject);
QString checkHeading(CheckSubject subject);
QString checkOutcomeWord(CheckOutcome outcome);
// What was found, in one sentence; of a row that runs, how far it is.
QString checkSentence(const CheckRow& row);
// What to do about it; empty where nothing is to be done.
QString checkRemedy(const CheckRow& row);
// What the button beside the row is called; empty: there is none.
QString checkButton(const CheckRow& row);
// What all rows come to.
QString checkSummary(CheckOutcome outcome);

} // namespace fuotadesk
