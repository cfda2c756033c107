#include "text/recipienttext.h"

#include "text/numbertext.h"

#include <QCoreApplication>

namespace fuotadesk {

namespace {

struct RecipientWords {
    Q_DECLARE_TR_FUNCTIONS(RecipientWords)
};

QString faultSentence(const RecipientProblem& problem)
{
    switch (problem.fault) {
    case RecipientFault::Empty:
        return RecipientWords::tr("no device is named. Fill it in or take the line out.");
    case RecipientFault::ColumnMissing:
        return RecipientWords::tr("it ends before the column of the device. Check its separators.");
    case RecipientFault::TooLong:
        return RecipientWords::tr("longer than any id, DevEUI or name. Check its separators.");
    case RecipientFault::NotText:
        return RecipientWords::tr("it holds bytes that are no text. Save the file as UTF-8.");
    case RecipientFault::SpreadsheetNumber:
        return RecipientWords::tr("a spreadsheet made a rounded number of the DevEUI. Make the "
                                  "column one of text and export it again.");
    case RecipientFault::QuoteUnclosed:
        return RecipientWords::tr("a quote opens and does not close. Close it.");
    case RecipientFault::TextAfterQuote:
        return RecipientWords::tr("text follows a closing quote. Double the quotes within it.");
    case RecipientFault::Duplicate:
        return RecipientWords::tr("the same as line %1. It counts once.")
            .arg(numberText(problem.otherLine));
    }
    return {};
}

QString settledText(const MembershipOutcome& outcome, MemberChange change, MemberKind kind)
{
    const int done = static_cast<int>(outcome.counts.done);
    if (kind == MemberKind::Device) {
        return change == MemberChange::Add
            ? RecipientWords::tr("%n devices were added", nullptr, done)
            : RecipientWords::tr("%n devices were removed", nullptr, done);
    }
    return change == MemberChange::Add
        ? RecipientWords::tr("%n multicast groups were added", nullptr, done)
        : RecipientWords::tr("%n multicast groups were removed", nullptr, done);
}

std::optional<Remedy> stopRemedy(const MembershipOutcome& outcome)
{
    const QString refresh = RecipientWords::tr("Refresh");
    switch (outcome.reason) {
    case StopReason::TaskGone:
    case StopReason::TaskNotPending:
        return Remedy{RemedyAction::Refresh,
                      RecipientWords::tr("Make a new task for those that are left."), refresh};
    case StopReason::OtherKindThere:
        return Remedy{RemedyAction::Refresh,
                      RecipientWords::tr("Take those out first, or make a new task for these."),
                      refresh};
    case StopReason::Error:
        return membershipErrorRemedy(outcome.error.value_or(Error()));
    case StopReason::None:
        break;
    }
    return {};
}

} // namespace

QString recipientFaultText(const RecipientProblem& problem)
{
    return RecipientWords::tr("Line %1: %2").arg(numberText(problem.line), faultSentence(problem));
}

QString recipientStateLabel(RecipientState state)
{
    switch (state) {
    case RecipientState::Waiting:
        return RecipientWords::tr("Not looked up yet");
    case RecipientState::Found:
        return RecipientWords::tr("Found");
    case RecipientState::Unknown:
        return RecipientWords::tr("Unknown");
    case RecipientState::Duplicate:
        return RecipientWords::tr("Duplicate");
    case RecipientState::Ambiguous:
        return RecipientWords::tr("Ambiguous");
    case RecipientState::Failed:
        return RecipientWords::tr("Lookup failed");
    }
    return {};
}

QString recipientStateText(const RecipientRow& row)
{
    switch (row.state) {
    case RecipientState::Waiting:
    case RecipientState::Found:
        return {};
    case RecipientState::Unknown:
        return RecipientWords::tr("The account has no such device in this region. Check the "
                                  "spelling and the connection.");
    case RecipientState::Duplicate:
        return RecipientWords::tr("The device of line %1, named in another way. It counts once.")
            .arg(numberText(row.otherLine));
    case RecipientState::Ambiguous:
        return RecipientWords::tr("Several devices have this name. Give the DevEUI or the id.");
    case RecipientState::Failed:
        return errorMessage(row.error.value_or(Error()));
    }
    return {};
}

QString lookupReasonText(LookupReason reason)
{
    switch (reason) {
    case LookupReason::Few:
        return RecipientWords::tr("So few devices are asked for one by one.");
    case LookupReason::Many:
        return RecipientWords::tr("The list of all devices is read, as that takes fewer requests "
                                  "than asking for each.");
    case LookupReason::Names:
        return RecipientWords::tr("The list of all devices is read, as the service does not look "
                                  "up names.");
    }
    return {};
}

QString membershipPhaseText(MembershipPhase phase, MemberChange change)
{
    switch (phase) {
    case MembershipPhase::Checking:
        return RecipientWords::tr("Looking at what the task has already");
    case MembershipPhase::Changing:
        return change == MemberChange::Add ? RecipientWords::tr("Adding recipients")
                                           : RecipientWords::tr("Removing recipients");
    case MembershipPhase::Paused:
        return RecipientWords::tr("Paused");
    case MembershipPhase::Verifying:
        return RecipientWords::tr("Checking what was refused");
    }
    return {};
}

QString membershipOutcomeSentence(const MembershipOutcome& outcome, MemberChange change,
                                  MemberKind kind)
{
    const MemberCounts& counts = outcome.counts;
    QStringList parts = {settledText(outcome, change, kind)};
    if (counts.failed > 0)
        parts << RecipientWords::tr("%1 refused").arg(numberText(counts.failed));
    if (const qint64 left = counts.waiting + counts.sent; left > 0)
        parts << (outcome.end == MembershipEnd::Cancelled
                      ? RecipientWords::tr("%1 left out").arg(numberText(left))
                      : RecipientWords::tr("%1 left").arg(numberText(left)));
    const QString all = parts.join(QStringLiteral(", "));
    switch (outcome.end) {
    case MembershipEnd::Finished:
        return RecipientWords::tr("%1.", "devices were added, some refused").arg(all);
    case MembershipEnd::Cancelled:
        return RecipientWords::tr("Cancelled: %1.").arg(all);
    case MembershipEnd::Stopped:
        return RecipientWords::tr("Stopped: %1.").arg(all);
    }
    return {};
}

QString stopReasonSentence(const MembershipOutcome& outcome, MemberKind kind)
{
    switch (outcome.reason) {
    case StopReason::None:
        return {};
    case StopReason::TaskGone:
        return RecipientWords::tr("The task does not exist any more.");
    case StopReason::TaskNotPending:
        return RecipientWords::tr("The session of the task is scheduled or has begun, and its "
                                  "recipients do not change any more.");
    case StopReason::OtherKindThere:
        return kind == MemberKind::Device
            ? RecipientWords::tr("The task has multicast groups, and no task has both groups and "
                                 "devices.")
            : RecipientWords::tr("The task has devices, and no task has both groups and devices.");
    case StopReason::Error:
        return membershipErrorSentence(outcome.error.value_or(Error()));
    }
    return {};
}

std::optional<Remedy> membershipRemedy(const MembershipOutcome& outcome)
{
    if (outcome.end == MembershipEnd::Stopped)
        return stopRemedy(outcome);
    if (outcome.end == MembershipEnd::Cancelled || outcome.counts.failed == 0)
        return {};
    return Remedy{RemedyAction::TryAgain,
                  RecipientWords::tr("Look at the errors, then try those again."),
                  RecipientWords::tr("Try those again")};
}

QString membershipErrorSentence(const Error& error)
{
    switch (error.kind) {
    case ErrorKind::JournalUnavailable:
        return RecipientWords::tr("The journal of recipients can not be written, so nothing more "
                                  "was sent.");
    case ErrorKind::IntentClaimed:
        return RecipientWords::tr("An earlier change of this task's recipients has not ended.");
    case ErrorKind::InputInvalid:
        return error.code == u"Id"
            ? RecipientWords::tr("There is no task to change the recipients of.")
            : RecipientWords::tr("There is nobody to add or to remove.");
    default:
        return errorSentence(error);
    }
}

std::optional<Remedy> membershipErrorRemedy(const Error& error)
{
    const QString goOn = RecipientWords::tr("Go on");
    if (error.kind == ErrorKind::IntentClaimed)
        return error.code.isEmpty()
            ? Remedy{RemedyAction::TryAgain, RecipientWords::tr("Wait until it has ended."),
                     RecipientWords::tr("Try again")}
            : Remedy{RemedyAction::TryAgain, RecipientWords::tr("Finish it or give it up first."),
                     goOn};
    std::optional<Remedy> remedy = errorRemedy(error);
    // Going on looks first at what the task has, so an unsure outcome asks for no more than that.
    if (remedy && (error.maybeExecuted || remedy->action == RemedyAction::TryAgain))
        return Remedy{RemedyAction::TryAgain,
                      error.maybeExecuted
                          ? RecipientWords::tr("Going on adds or removes nobody twice.")
                          : remedy->advice,
                      goOn};
    return remedy;
}

} // namespace fuotadesk
