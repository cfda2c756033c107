#pragma once

#include "base/changerecorder.h"

namespace fuotadesk {

// The words the activity journal is written in. An outcome it does not know (the file was edited)
// reads as Unknown, a kind of error as none.
QString outcomeWord(ChangeOutcome outcome);
QString failureWord(const std::optional<ErrorKind>& kind); // empty for none
ChangeOutcome outcomeOfWord(const QString& word);
std::optional<ErrorKind> failureOfWord(const QString& word);

} // namespace fuotadesk
