#include "campaign/permissionprobe.h"

#include "campaign/session.h"
#include "iotwireless/multicastgroupclient.h"
#include "iotwireless/wirelessdeviceclient.h"

#include <algorithm>

namespace fuotadesk {

namespace {

// Of the form the service gives out, but never given out.
const auto Nobody = QStringLiteral("00000000-0000-0000-0000-000000000000");

Permission permissionOf(const std::optional<Error>& error)
{
    if (!error || error->kind == ErrorKind::NotFound || error->kind == ErrorKind::Conflict)
        return Permission::Allowed;
    return error->kind == ErrorKind::AccessDenied ? Permission::Missing : Permission::Unknown;
}

} // namespace

// The questions under way; they end with it.
class PermissionProbe::Asking : public QObject {
public:
    Asking(PermissionProbe& probe, std::shared_ptr<ServiceStack> stack)
        : m_probe(probe),
          m_stack(std::move(stack))
    {
    }

    void askAll();

private:
    template <typename T>
    void ask(const char* action, CallOf<T>* call)
    {
        const QString name = QStringLiteral("iotwireless:") + QLatin1String(action);
        m_probe.m_answers << PermissionAnswer{name, Permission::Unasked, {}};
        ++m_probe.m_open;
        call->then(this, [this, name](const Result<T>& result) {
            const auto error = result ? std::optional<Error>() : result.error();
            m_probe.take(name, permissionOf(error), error);
        });
    }

    // The first page tells; the others would cost calls.
    template <typename T, typename List>
    void askList(const char* action, List list)
    {
        auto* call = new CallOf<void>(this);
        auto* listing = list([call](const QList<T>&) { call->settle({}); });
        listing->then(call, [call](const Result<QList<T>>& all) {
            call->settle(all ? Result<void>() : failure(all.error()));
        });
        call->then(this, [listing = QPointer<Call>(listing)](const Result<void>&) {
            if (listing)
                listing->cancel();
        });
        ask(action, call);
    }

    PermissionProbe& m_probe;
    std::shared_ptr<ServiceStack> m_stack;
};

void PermissionProbe::Asking::askAll()
{
    FuotaTaskClient& tasks = m_stack->fuotaTasks();
    askList<FuotaTaskSummary>("ListFuotaTasks",
                              [&](const auto& onPage) { return tasks.list(this, onPage); });
    askList<WirelessDeviceSummary>("ListWirelessDevices", [&](const auto& onPage) {
        return m_stack->wirelessDevices().list({}, this, onPage);
    });
    askList<MulticastGroupSummary>("ListMulticastGroups", [&](const auto& onPage) {
        return m_stack->multicastGroups().list(this, onPage);
    });
    ask("GetFuotaTask", tasks.get(Nobody, this));
    ask("GetWirelessDevice",
        m_stack->wirelessDevices().get(Nobody, DeviceIdentifier::WirelessDeviceId, this));
    ask("GetMulticastGroup", m_stack->multicastGroups().get(Nobody, this));
    ask("ListMulticastGroupsByFuotaTask", tasks.listGroups(Nobody, this));
    ask("AssociateWirelessDeviceWithFuotaTask", tasks.associateDevice(Nobody, Nobody, this));
    ask("AssociateMulticastGroupWithFuotaTask", tasks.associateGroup(Nobody, Nobody, this));
    TaskChange change;
    change.changed.description = QStringLiteral("-");
    ask("UpdateFuotaTask", tasks.update(Nobody, change, this));
    ask("StartFuotaTask", tasks.start(Nobody, {}, this));
    ask("DeleteFuotaTask", tasks.remove(Nobody, this));
    for (const char* action : {"iotwireless:CreateFuotaTask", "iam:PassRole"})
        m_probe.m_answers << PermissionAnswer{QLatin1String(action), Permission::Unknowable, {}};
}

PermissionProbe::PermissionProbe(Session& session, QObject* parent)
    : QObject(parent),
      m_session(session)
{
}

PermissionProbe::~PermissionProbe() = default;

void PermissionProbe::start()
{
    m_answers.clear();
    m_open = 0;
    m_asking.reset();
    if (m_session.stack()) {
        m_asking = std::make_unique<Asking>(*this, m_session.stack());
        m_asking->askAll();
    }
    Q_EMIT changed();
}

void PermissionProbe::take(const QString& action, Permission permission,
                           const std::optional<Error>& error)
{
    const auto found = std::ranges::find(m_answers, action, &PermissionAnswer::action);
    found->permission = permission;
    found->error = permission == Permission::Unknown ? error : std::nullopt;
    --m_open;
    Q_EMIT changed();
}

} // namespace fuotadesk
