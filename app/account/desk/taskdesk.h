#pragma once

#include "account/served.h"
#include "fuota/taskdraft.h"

#include <QJsonObject>

namespace fuotadesk {

// The members of CreateFuotaTask as a draft. Valid by their shapes, they may still have a tag key
// twice.
Served<TaskDraft> draftOf(const QJsonObject& params);

} // namespace fuotadesk
