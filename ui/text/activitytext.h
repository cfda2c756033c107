#pragma once

#include "base/changerecorder.h"
#include "text/errortext.h"

namespace fuotadesk {

// What a change of the activity journal was, in the operator's words: "Add device to task". For an
// operation without words the API's own stands.
QString operationLabel(const QString& operation);
QString changeOutcomeLabel(ChangeOutcome outcome);
// How it ended and what to do about it, in one sentence or two.
QString changeOutcomeText(const ChangeEnd& end);
// Of the journal itself: that changes are not being recorded, that it can not be read.
QString notRecordedText(const Error& error);
QString activityUnreadableText(const Error& error);

} // namespace fuotadesk
