#include "sandbox/sandboxservice.h"

#include "sandbox/requestreader.h"
#include "sandbox/router.h"

#include <algorithm>

namespace fuotadesk {

namespace {

// What a fault makes of a request; some do not let it come to its effect.
template <typename Serve>
HttpAnswer struck(std::optional<FaultKind> fault, Serve serve)
{
    if (fault == FaultKind::TooManyRequests)
        return errorAnswer(rateExceeded());
    if (fault == FaultKind::ServerError)
        return errorAnswer(internalError());
    HttpAnswer answer;
    if (fault == FaultKind::Reset) {
        answer.cut = Cut::Reset;
        return answer;
    }
    answer = serve();
    if (fault == FaultKind::Lost)
        answer.cut = Cut::BeforeAnswer;
    if (fault == FaultKind::Truncate)
        answer.cut = Cut::InAnswer;
    return answer;
}

} // namespace

SandboxService::SandboxService(const Credentials& credentials, const QString& region,
                               const Clock& clock, RandomSource& random)
    : m_clock(clock),
      m_random(random),
      m_verifier(credentials, region, clock),
      m_quota(clock),
      m_faults(random),
      m_world(region, clock, random),
      m_handlers(handlersOf(m_world))
{
}

HttpAnswer SandboxService::answer(const HttpCall& call)
{
    const std::lock_guard lock(m_mutex);
    return stamped(serve(call));
}

HttpAnswer SandboxService::unreadable(const QString& reason)
{
    const std::lock_guard lock(m_mutex);
    return stamped(errorAnswer(validationError(reason)));
}

void SandboxService::limitRate(bool limited)
{
    const std::lock_guard lock(m_mutex);
    m_rateIsLimited = limited;
}

void SandboxService::resizeFleet(int devices)
{
    const std::lock_guard lock(m_mutex);
    m_world.fleet.resize(devices);
}

void SandboxService::growFleet(int devices)
{
    const std::lock_guard lock(m_mutex);
    m_world.fleet.resize(std::clamp(devices, m_world.fleet.size(), int{DeviceFleet::MostDevices}));
}

Result<void> SandboxService::setFaults(const QList<FaultSpec>& faults)
{
    const std::lock_guard lock(m_mutex);
    return m_faults.set(faults);
}

bool SandboxService::jumpToNextStart()
{
    const std::lock_guard lock(m_mutex);
    const qint64 now = m_world.time.now();
    const auto start = m_world.tasks.nextStartAfter(now);
    if (start)
        m_world.time.jump(std::chrono::milliseconds(*start - now));
    return start.has_value();
}

HttpAnswer SandboxService::stamped(HttpAnswer answer)
{
    stamp(answer, m_random.uuid(), m_clock.now());
    return answer;
}

HttpAnswer SandboxService::serve(const HttpCall& call)
{
    if (const auto refusal = m_verifier.refusal(call))
        return errorAnswer(*refusal);
    const auto route = routeOf(call);
    if (!route)
        return errorAnswer(unknownOperation());
    const FaultInjector::Strike strike = m_faults.strike(*route->operation);
    HttpAnswer answer = struck(strike.kind, [&] { return serve(*route, call.body); });
    answer.delay = strike.delay;
    return answer;
}

HttpAnswer SandboxService::serve(const Route& route, const QByteArray& body)
{
    if (m_rateIsLimited && !m_quota.admit(*route.operation))
        return errorAnswer(rateExceeded());
    return perform(route, body);
}

HttpAnswer SandboxService::perform(const Route& route, const QByteArray& body)
{
    m_world.advance();
    const auto result = readRequest(route, body).and_then(m_handlers.value(route.operation));
    return result ? outputAnswer(*route.operation, *result) : errorAnswer(result.error());
}

} // namespace fuotadesk
