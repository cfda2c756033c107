#pragma once

#include "preflight/checkrow.h"

namespace fuotadesk {

// The rows of the check as its groups make them; the run adds when.
CheckRow passedRow(CheckSubject subject, const char* reason);
CheckRow warningRow(CheckSubject subject, const char* reason, CheckPlace place = CheckPlace::None);
CheckRow failedRow(CheckSubject subject, const char* reason, CheckPlace place = CheckPlace::None);
CheckRow unknownRow(CheckSubject subject, const char* reason, CheckPlace place = CheckPlace::None);
CheckRow runningRow(CheckSubject subject);

// Unknown since it could not be asked: "not-allowed" with the action that is missing, as a policy
// spells it, else "not-answered".
CheckRow unansweredRow(CheckSubject subject, const Error& error, const char* action);

// A row has room for so many names; its figure says how many there are.
inline constexpr qsizetype MostCheckNames = 20;
void setNames(CheckRow& row, const QStringList& names);

// Every subject, in the order it is shown.
QList<CheckSubject> checkSubjects();

} // namespace fuotadesk
