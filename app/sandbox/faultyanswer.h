#pragma once

#include "sandbox/faultinjector.h"
#include "sandbox/httpcall.h"

namespace fuotadesk {

// What a strike makes of a request; some do not let it come to its effect. throttled and failed are
// the answers of the service in question, serve gives the true one.
template <typename Throttled, typename Failed, typename Serve>
HttpAnswer struckAnswer(const FaultInjector::Strike& strike, Throttled throttled, Failed failed,
                        Serve serve)
{
    HttpAnswer answer;
    if (strike.kind == FaultKind::TooManyRequests)
        answer = throttled();
    else if (strike.kind == FaultKind::ServerError)
        answer = failed();
    else if (strike.kind == FaultKind::Reset)
        answer.cut = Cut::Reset;
    else
        answer = serve();
    if (strike.kind == FaultKind::Lost)
        answer.cut = Cut::BeforeAnswer;
    if (strike.kind == FaultKind::Truncate)
        answer.cut = Cut::InAnswer;
    answer.delay = strike.delay;
    return answer;
}

} // namespace fuotadesk
