#pragma once

#include "fuota/campaigndraft.h"
#include "preflight/checkrow.h"

namespace fuotadesk {

// Fields: what the form says of the draft, but for what other rows look at. reason is the word of
// the finding ("too-long", as `plan --json` has it), field and figure are its; names are the
// members that have one.
CheckRow fieldsRow(const CampaignDraft& draft);

// Payload, DutyCycle, StartTime and SessionTimeout: what the plan comes to, and its findings under
// their own words. startAt: when the session shall begin; invalid: what the draft is planned for.
QList<CheckRow> planRows(const CampaignDraft& draft, const QDateTime& startAt,
                         const QDateTime& now);

} // namespace fuotadesk
