#pragma once

#include "preflight/checkrow.h"

#include <QList>

namespace fuotadesk {

// What the rows of a check come to.
qsizetype settledCount(const QList<CheckRow>& rows);
qsizetype failedCount(const QList<CheckRow>& rows);
// Of what is settled: Failed before Warning, Unknown and Passed; Waiting where nothing is.
CheckOutcome worstOutcome(const QList<CheckRow>& rows);
// What it says in a sentence, and how many: "1 failed, 2 warnings, 3 not known."
QString checkCounts(const QList<CheckRow>& rows, bool isRunning);

} // namespace fuotadesk
