#pragma once

#include "campaign/membershiprun.h"
#include "campaign/recipientlookup.h"
#include "text/errortext.h"

namespace fuotadesk {

// Words for whoever shall receive: what is wrong with a list, what became of a lookup, and how far
// a change of a task's recipients is. Lines count from 1.

// What is wrong with the line and what to do about it: "Line 12: …".
QString recipientFaultText(const RecipientProblem& problem);

// A word or two, for a table.
QString recipientStateLabel(RecipientState state);
// What it means and what to do about it. Empty while it waits, and when the device was found.
QString recipientStateText(const RecipientRow& row);
// Why the devices are looked up in this way.
QString lookupReasonText(LookupReason reason);

// What is being done at the moment.
QString membershipPhaseText(MembershipPhase phase, MemberChange change);
// How many came how far, in one sentence.
QString membershipOutcomeSentence(const MembershipOutcome& outcome, MemberChange change,
                                  MemberKind kind);
// Why it stopped, in one sentence. Empty when it did not. kind: of those to be added.
QString stopReasonSentence(const MembershipOutcome& outcome, MemberKind kind);
// TryAgain takes up what is left of a batch that stopped, or what was refused of one that ended.
std::optional<Remedy> membershipRemedy(const MembershipOutcome& outcome);

// As errorSentence() and errorRemedy(), of a change that could not begin or go on.
QString membershipErrorSentence(const Error& error);
std::optional<Remedy> membershipErrorRemedy(const Error& error);

} // namespace fuotadesk
