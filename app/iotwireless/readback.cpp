#include "iotwireless/readback.h"

#include "iotwireless/operationcaller.h"

namespace fuotadesk {

namespace {

bool isUnsureRefusal(const Result<void>& result)
{
    return !result && result.error().maybeExecuted
        && (result.error().kind == ErrorKind::Conflict
            || result.error().kind == ErrorKind::NotFound);
}

Result<void> judged(Error refusal, const Result<bool>& isDone)
{
    if (isDone && *isDone)
        return {};
    if (isDone)
        refusal.maybeExecuted = false;
    return failure(std::move(refusal));
}

} // namespace

CallOf<void>* withReadBack(OperationCaller& caller, QObject* owner,
                           const std::function<CallOf<void>*(QObject*)>& attempt,
                           std::function<CallOf<bool>*(QObject*)> isDone)
{
    auto* outer = new CallOf<void>(owner);
    caller.endWithMe(outer);
    auto* first = attempt(outer);
    outer->onCancel([alive = QPointer<Call>(first)] {
        if (alive)
            alive->cancel();
    });
    first->then(outer, [outer, isDone = std::move(isDone)](const Result<void>& result) {
        if (outer->isSettled()) // cancelled, and the client may be gone
            return;
        if (!isUnsureRefusal(result)) {
            outer->settle(result);
            return;
        }
        forward(isDone(outer), outer, [refusal = result.error()](const Result<bool>& done) {
            return judged(refusal, done);
        });
    });
    return outer;
}

} // namespace fuotadesk
