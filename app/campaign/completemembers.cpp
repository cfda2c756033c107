#include "campaign/completemembers.h"

namespace fuotadesk {

namespace {

using OutcomeCall = CallOf<MembershipOutcome>;

// 0 when the error is about something else, or another process has the batch.
qint64 openBatchIn(const Result<MembershipOutcome>& outcome)
{
    if (outcome || outcome.error().kind != ErrorKind::IntentClaimed)
        return 0;
    return outcome.error().code.toLongLong();
}

} // namespace

OutcomeCall* completeMembers(Memberships& memberships, const MembershipRequest& request,
                             QObject* owner)
{
    auto* call = new OutcomeCall(owner);
    const auto change = [&memberships, request, call] { return memberships.change(request, call); };
    const auto takeRest = [call, change](const Result<MembershipOutcome>& earlier) {
        if (!earlier || earlier->end == MembershipEnd::Stopped)
            call->settle(earlier);
        else
            forward(change(), call,
                    [](const Result<MembershipOutcome>& outcome) { return outcome; });
    };
    change()->then(call, [&memberships, call, takeRest](const Result<MembershipOutcome>& outcome) {
        if (const qint64 open = openBatchIn(outcome); open > 0)
            memberships.resume(open, call)->then(call, takeRest);
        else
            call->settle(outcome);
    });
    return call;
}

} // namespace fuotadesk
