#include "sandbox/sandboxservice.h"

#include "identity/sandboxroles.h"
#include "identity/signinfiles.h"
#include "sandbox/requestreader.h"
#include "sandbox/router.h"

#include <algorithm>

namespace fuotadesk {

namespace {

constexpr auto ServiceName = "iotwireless";

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
      m_region(region),
      m_credentials(credentials),
      m_identity(credentials, clock, random),
      m_verifier(m_identity.keys(), clock),
      m_door(m_identity, m_verifier),
      m_quota(clock),
      m_faults(random),
      m_world(region, clock, random),
      m_handlers(handlersOf(m_world))
{
}

HttpAnswer SandboxService::answer(const HttpCall& call)
{
    const std::lock_guard lock(m_mutex);
    const QString requestId = m_random.uuid();
    return stamped(serve(call, requestId), requestId);
}

HttpAnswer SandboxService::unreadable(const QString& reason)
{
    const std::lock_guard lock(m_mutex);
    return stamped(errorAnswer(validationError(reason)), m_random.uuid());
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

QList<SignInFile> SandboxService::signInFiles(const QString& url, const QString& folder)
{
    const std::lock_guard lock(m_mutex);
    return fuotadesk::signInFiles({url, m_region, m_credentials}, folder,
                                  m_identity.login().begin(userPrincipal()));
}

HttpAnswer SandboxService::stamped(HttpAnswer answer, const QString& requestId)
{
    stamp(answer, requestId, m_clock.now());
    return answer;
}

HttpAnswer SandboxService::serve(const HttpCall& call, const QString& requestId)
{
    auto answer = m_door.answer(call, requestId);
    return answer ? *std::move(answer) : serve(call);
}

HttpAnswer SandboxService::serve(const HttpCall& call)
{
    const auto signer = m_verifier.signer(call, {ServiceName, m_region.toLatin1()});
    if (!signer)
        return errorAnswer(signer.error());
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
