#pragma once

#include "base/call.h"

namespace fuotadesk {

class OperationCaller;

// An operation without a token that may be sent twice: when the service refuses it (404, 409) after
// an attempt with an unsure end, isDone looks whether that attempt has done it. True: all is well.
// False: the refusal stands, and is sure (maybeExecuted is cleared). Could not look: the refusal
// stands, maybeExecuted. attempt and isDone make calls that belong to the object they are given.
CallOf<void>* withReadBack(OperationCaller& caller, QObject* owner,
                           const std::function<CallOf<void>*(QObject*)>& attempt,
                           std::function<CallOf<bool>*(QObject*)> isDone);

} // namespace fuotadesk
