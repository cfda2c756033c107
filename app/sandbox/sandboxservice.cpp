#include "sandbox/sandboxservice.h"

#include "buckets/bucketseeds.h"
#include "identity/sandboxroles.h"
#include "identity/signinfiles.h"
#include "sandbox/faultyanswer.h"
#include "sandbox/requestreader.h"
#include "sandbox/router.h"

#include <algorithm>

namespace fuotadesk {

namespace {

constexpr auto ServiceName = "iotwireless";

} // namespace

SandboxService::SandboxService(const Credentials& credentials, const QString& region,
                               const Clock& clock, RandomSource& random)
    : m_clock(clock),
      m_random(random),
      m_region(region),
      m_credentials(credentials),
      m_quota(clock),
      m_faults(random),
      m_doors(credentials, region, clock, random, m_faults),
      m_world(region, clock, random),
      m_handlers(handlersOf(m_world))
{
    m_world.images = &m_doors.images();
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

void SandboxService::growBuckets(int objects)
{
    const std::lock_guard lock(m_mutex);
    seedMany(m_doors.buckets(), objects);
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
                                  m_doors.identity().login().begin(userPrincipal()));
}

HttpAnswer SandboxService::stamped(HttpAnswer answer, const QString& requestId)
{
    stamp(answer, requestId, m_clock.now());
    return answer;
}

HttpAnswer SandboxService::serve(const HttpCall& call, const QString& requestId)
{
    m_world.advance(); // a session reads its image as it is before the call
    auto answer = m_doors.answer(call, requestId);
    return answer ? *std::move(answer) : serve(call);
}

HttpAnswer SandboxService::serve(const HttpCall& call)
{
    const auto signer = m_doors.verifier().signer(call, {ServiceName, m_region.toLatin1()});
    if (!signer)
        return errorAnswer(signer.error());
    const auto route = routeOf(call);
    if (!route)
        return errorAnswer(unknownOperation());
    return struckAnswer(
        m_faults.strike(*route->operation), [] { return errorAnswer(rateExceeded()); },
        [] { return errorAnswer(internalError()); }, [&] { return serve(*route, call.body); });
}

HttpAnswer SandboxService::serve(const Route& route, const QByteArray& body)
{
    if (m_rateIsLimited && !m_quota.admit(*route.operation))
        return errorAnswer(rateExceeded());
    return perform(route, body);
}

HttpAnswer SandboxService::perform(const Route& route, const QByteArray& body)
{
    const auto result = readRequest(route, body).and_then(m_handlers.value(route.operation));
    return result ? outputAnswer(*route.operation, *result) : errorAnswer(result.error());
}

} // namespace fuotadesk
