#pragma once

#include "fuota/campaigndraft.h"
#include "fuota/finding.h"

namespace fuotadesk {

// What the service's model says of one member: errors only, in the order they should be mended.
QList<Finding> modelFindings(const TaskDraft& task, Field field);
// All members, in the order of the table. This is what the sandbox refuses a request for.
QList<Finding> modelFindings(const TaskDraft& task);

// modelFindings and everything the guides and TS004 add, errors of a field before its warnings.
QList<Finding> findingsOf(const CampaignDraft& draft);

} // namespace fuotadesk
