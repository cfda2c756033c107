#include "campaign/taskrecipients.h"

#include "iotwireless/servicestack.h"
#include "iotwireless/wirelessdeviceclient.h"

namespace fuotadesk {

namespace {

using Ids = QSet<QString>;

MemberKind otherThan(MemberKind kind)
{
    return kind == MemberKind::Device ? MemberKind::Group : MemberKind::Device;
}

// The task, its members, then whether it has the others. Owned by its call.
class Reading : public QObject {
public:
    Reading(CallOf<TaskRecipients>* call, std::shared_ptr<ServiceStack> stack, QString taskId,
            MemberKind kind)
        : QObject(call),
          m_call(call),
          m_stack(std::move(stack)),
          m_taskId(std::move(taskId)),
          m_kind(kind)
    {
    }

    void start()
    {
        m_stack->fuotaTasks(Urgency::InSight)
            .get(m_taskId, this)
            ->then(this, [this](const Result<FuotaTask>& task) {
                if (task)
                    m_found.status = task->status;
                if (task)
                    readIds();
                else if (task.error().kind == ErrorKind::NotFound)
                    m_call->settle(m_found);
                else
                    m_call->settle(failure(task.error()));
            });
    }

private:
    void readIds()
    {
        readMembers(m_stack, m_taskId, m_kind, this)->then(this, [this](const Result<Ids>& ids) {
            if (ids)
                m_found.ids = *ids;
            if (ids && ids->isEmpty())
                readOthers();
            else
                settle(ids);
        });
    }

    void readOthers()
    {
        readMembers(m_stack, m_taskId, otherThan(m_kind), this)
            ->then(this, [this](const Result<Ids>& ids) {
                m_found.hasOtherKind = ids && !ids->isEmpty();
                settle(ids);
            });
    }

    void settle(const Result<Ids>& last)
    {
        if (last)
            m_call->settle(m_found);
        else
            m_call->settle(failure(last.error()));
    }

    CallOf<TaskRecipients>* m_call;
    std::shared_ptr<ServiceStack> m_stack;
    QString m_taskId;
    MemberKind m_kind;
    TaskRecipients m_found;
};

} // namespace

CallOf<TaskRecipients>* readTaskRecipients(const std::shared_ptr<ServiceStack>& stack,
                                           const QString& taskId, MemberKind kind, QObject* owner)
{
    auto* call = new CallOf<TaskRecipients>(owner);
    auto* reading = new Reading(call, stack, taskId, kind);
    call->onCancel([reading] { reading->deleteLater(); });
    reading->start();
    return call;
}

CallOf<Ids>* readMembers(const std::shared_ptr<ServiceStack>& stack, const QString& taskId,
                         MemberKind kind, QObject* owner)
{
    auto* call = new CallOf<Ids>(owner);
    if (kind == MemberKind::Group) {
        forward(stack->fuotaTasks(Urgency::InSight).listGroups(taskId, call), call,
                [](const Result<QStringList>& groups) {
                    return groups.map(
                        [](const QStringList& ids) { return Ids(ids.begin(), ids.end()); });
                });
        return call;
    }
    WirelessDeviceFilter filter;
    filter.fuotaTaskId = taskId;
    forward(stack->wirelessDevices(Urgency::InSight).list(filter, call), call,
            [](const Result<QList<WirelessDeviceSummary>>& devices) {
                return devices.map([](const QList<WirelessDeviceSummary>& all) {
                    Ids ids;
                    for (const WirelessDeviceSummary& each : all)
                        ids.insert(each.id);
                    return ids;
                });
            });
    return call;
}

} // namespace fuotadesk
