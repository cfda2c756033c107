#include "campaign/sandboxcontrol.h"

#include "campaign/session.h"

#include <QRegularExpression>

#include <algorithm>

namespace fuotadesk {

namespace {

Result<QList<FaultSpec>> faultsFrom(const QString& text)
{
    static const QRegularExpression between(QStringLiteral("[\\s,]+"));
    QList<FaultSpec> faults;
    for (const QString& each : text.split(between, Qt::SkipEmptyParts)) {
        const auto fault = parseFault(each);
        if (!fault)
            return failure(fault.error().kind, fault.error().code, each);
        faults.append(*fault);
    }
    return faults;
}

} // namespace

SandboxControl::SandboxControl(Session& session, LocalEndpoint& endpoint,
                               const LocalEndpointOptions& startedWith)
    : m_session(session),
      m_endpoint(endpoint),
      m_devices(startedWith.devices),
      m_hasQuota(startedWith.quota),
      m_faults(startedWith.faults)
{
    connect(&session, &Session::activeChanged, this, &SandboxControl::changed);
    connect(&session, &Session::stateChanged, this, &SandboxControl::changed);
}

bool SandboxControl::isChosen() const
{
    return m_session.active().kind == ConnectionKind::Sandbox;
}

void SandboxControl::setSpeed(double speed)
{
    m_endpoint.setSpeed(speed);
    Q_EMIT changed();
    Q_EMIT timeTurned();
}

void SandboxControl::setPaused(bool paused)
{
    if (paused)
        m_endpoint.pause();
    else
        m_endpoint.resume();
    Q_EMIT changed();
    Q_EMIT timeTurned();
}

void SandboxControl::jump(std::chrono::milliseconds forward)
{
    m_endpoint.jump(forward);
    Q_EMIT timeTurned();
}

bool SandboxControl::jumpToNextStart()
{
    const bool jumped = m_endpoint.jumpToNextStart();
    if (jumped)
        Q_EMIT timeTurned();
    return jumped;
}

void SandboxControl::growFleet(int devices)
{
    if (devices <= m_devices)
        return;
    m_devices = std::min(devices, LocalEndpoint::MostDevices);
    m_endpoint.growFleet(m_devices);
    Q_EMIT changed();
    Q_EMIT fleetGrown();
}

void SandboxControl::setQuota(bool limited)
{
    m_hasQuota = limited;
    m_endpoint.setQuota(limited);
    Q_EMIT changed();
}

Result<void> SandboxControl::setFaults(const QString& text)
{
    const auto faults = faultsFrom(text);
    if (!faults)
        return failure(faults.error());
    if (Result<void> set = m_endpoint.setFaults(*faults); !set)
        return set;
    m_faults = *faults;
    Q_EMIT changed();
    return {};
}

} // namespace fuotadesk
