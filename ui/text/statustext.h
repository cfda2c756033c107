#pragma once

#include "fuota/fuotatask.h"

namespace fuotadesk {

// The status of a task in the operator's words. For a status this version does not know the
// service's own word stands.
QString statusLabel(const FuotaTask& task);
QString statusLabel(TaskStatus status, const QString& word);
QString statusLabel(TaskStatus status);
// What it means and what can still be done, in one sentence or two.
QString statusMeaning(TaskStatus status);

} // namespace fuotadesk
