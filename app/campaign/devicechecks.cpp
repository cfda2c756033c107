#include "campaign/devicechecks.h"

#include "base/clock.h"
#include "campaign/errorscope.h"
#include "campaign/profileshelf.h"
#include "campaign/session.h"
#include "iotwireless/wirelessdeviceclient.h"

namespace fuotadesk {

namespace {

constexpr int MostUnderWay = 6; // the paced transport spaces them

} // namespace

// Outlives the callback in which it is left, as do the calls it owns.
struct DeviceChecks::Work : QObject {
    std::shared_ptr<ServiceStack> stack;
};

DeviceChecks::DeviceChecks(Session& session, ProfileShelf& profiles, const Clock& clock,
                           QObject* parent)
    : QObject(parent),
      m_session(session),
      m_profiles(profiles),
      m_clock(clock)
{
    connect(&session, &Session::activeChanged, this, &DeviceChecks::forget);
}

DeviceChecks::~DeviceChecks()
{
    delete m_work;
}

const DeviceCheck* DeviceChecks::find(const QString& id) const
{
    const auto found = m_checks.constFind(id);
    return found == m_checks.constEnd() ? nullptr : &*found;
}

Fitness DeviceChecks::fitnessOf(const QString& id) const
{
    const DeviceCheck* check = find(id);
    return check ? check->fitness() : Fitness::Unknown;
}

void DeviceChecks::take(const QString& id, const DeviceCheck& check)
{
    m_checks.insert(id, check);
    Q_EMIT checked(id);
}

void DeviceChecks::forget()
{
    cancel();
    m_checks.clear();
    m_devices.clear();
    m_done = 0;
    m_error.reset();
    Q_EMIT forgotten();
}

void DeviceChecks::start(const QList<WirelessDeviceSummary>& devices)
{
    leaveWork();
    m_devices = devices;
    m_next = 0;
    m_done = 0;
    m_underWay = 0;
    m_failuresInRow = 0;
    m_error.reset();
    m_time.restart();
    m_profiles.forgetFailures();
    const auto stack = m_session.stack();
    if (!stack) {
        end(m_session.error().value_or(
            Error{ErrorKind::CredentialsMissing, {}, {}, 0, {}, {}, false}));
        return;
    }
    m_work = new Work;
    m_work->stack = stack;
    Q_EMIT progressChanged();
    askMore();
}

void DeviceChecks::cancel()
{
    if (isRunning())
        end({});
}

void DeviceChecks::leaveWork()
{
    if (m_work)
        std::exchange(m_work, nullptr)->deleteLater();
}

void DeviceChecks::askMore()
{
    for (; m_underWay < MostUnderWay && m_next < count(); ++m_next) {
        ++m_underWay;
        auto* got = m_work->stack->wirelessDevices(Urgency::Behind)
                        .get(m_devices.at(m_next).id, DeviceIdentifier::WirelessDeviceId, m_work);
        got->then(m_work,
                  [this, work = m_work, index = m_next](const Result<WirelessDevice>& device) {
                      if (work == m_work)
                          takeDevice(index, device);
                  });
    }
    if (m_underWay == 0)
        end({});
}

void DeviceChecks::takeDevice(qsizetype index, const Result<WirelessDevice>& device)
{
    if (!device) {
        takeFailure(index, device.error());
        return;
    }
    m_failuresInRow = 0;
    if (device->deviceProfileId.isEmpty()) {
        judge(index, *device, {});
        return;
    }
    m_profiles.get(device->deviceProfileId, Urgency::Behind, m_work)
        ->then(m_work,
               [this, work = m_work, index, known = *device](const Result<DeviceProfile>& profile) {
                   if (work == m_work)
                       takeProfile(index, known, profile);
               });
}

void DeviceChecks::takeProfile(qsizetype index, const WirelessDevice& device,
                               const Result<DeviceProfile>& profile)
{
    if (profile)
        judge(index, device, *profile);
    else if (scopeOf(profile.error()) == ErrorScope::All)
        end(profile.error());
    else
        judge(index, device, {});
}

void DeviceChecks::takeFailure(qsizetype index, const Error& error)
{
    const ErrorScope scope = scopeOf(error);
    m_failuresInRow = scope == ErrorScope::One ? 0 : m_failuresInRow + 1;
    if (scope == ErrorScope::All || m_failuresInRow >= FailuresThatMeanAll)
        end(error);
    else
        finish(index, {{}, error});
}

void DeviceChecks::judge(qsizetype index, const WirelessDevice& device,
                         const std::optional<DeviceProfile>& profile)
{
    const QDateTime lastUplinkAt = m_devices.at(index).lastUplinkAt;
    finish(index, {fitnessFindings(device, profile, lastUplinkAt, m_clock.now()), {}});
}

void DeviceChecks::finish(qsizetype index, const DeviceCheck& check)
{
    const Work* const work = m_work;
    --m_underWay;
    ++m_done;
    m_time.settledOne(m_clock.now());
    take(m_devices.at(index).id, check);
    if (work == m_work) // unless whoever heard of it has left the run
        Q_EMIT progressChanged();
    if (work == m_work)
        askMore();
}

void DeviceChecks::end(const std::optional<Error>& error)
{
    m_error = error;
    leaveWork();
    Q_EMIT ended();
}

} // namespace fuotadesk
