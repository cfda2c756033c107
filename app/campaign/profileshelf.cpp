#include "campaign/profileshelf.h"

#include "campaign/session.h"
#include "iotwireless/deviceprofileclient.h"

namespace fuotadesk {

ProfileShelf::ProfileShelf(Session& session, QObject* parent)
    : QObject(parent),
      m_session(session),
      m_generation(std::make_unique<QObject>())
{
    connect(&session, &Session::activeChanged, this, &ProfileShelf::forget);
}

ProfileShelf::~ProfileShelf() = default;

CallOf<DeviceProfile>* ProfileShelf::get(const QString& id, Urgency urgency, QObject* owner)
{
    if (const auto known = m_known.constFind(id); known != m_known.constEnd())
        return settledCall<DeviceProfile>(owner, *known);
    const auto stack = m_session.stack();
    if (!stack)
        return settledCall<DeviceProfile>(owner, failure(ErrorKind::CredentialsMissing));
    auto* call = new CallOf<DeviceProfile>(owner);
    Waiting& waiting = m_waiting[id];
    waiting.append(call);
    if (waiting.size() == 1)
        stack->deviceProfiles(urgency)
            .get(id, m_generation.get())
            ->then(m_generation.get(),
                   [this, id](const Result<DeviceProfile>& profile) { take(id, profile); });
    return call;
}

void ProfileShelf::take(const QString& id, const Result<DeviceProfile>& profile)
{
    m_known.insert(id, profile);
    for (const auto& each : m_waiting.take(id))
        if (each)
            each->settle(profile);
}

void ProfileShelf::forgetFailures()
{
    m_known.removeIf([](const auto& entry) { return !entry.value().has_value(); });
}

void ProfileShelf::forget()
{
    m_generation = std::make_unique<QObject>();
    m_known.clear();
    const auto left = std::exchange(m_waiting, {});
    for (const Waiting& waiting : left)
        for (const auto& each : waiting)
            if (each)
                each->cancel();
}

} // namespace fuotadesk
