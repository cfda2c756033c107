#include "preflight/recipientsurvey.h"

#include "iotwireless/multicastgroupclient.h"
#include "iotwireless/servicestack.h"
#include "iotwireless/wirelessdeviceclient.h"

namespace fuotadesk {

RecipientSurvey::RecipientSurvey(Session& session, std::shared_ptr<ServiceStack> stack,
                                 QObject* parent)
    : QObject(parent),
      m_stack(std::move(stack)),
      m_profiles(session)
{
    connect(&m_queue, &AskingQueue::progressed, this, &RecipientSurvey::progressed);
    connect(&m_queue, &AskingQueue::ended, this, &RecipientSurvey::ended);
}

void RecipientSurvey::start(const Recipients& recipients)
{
    for (const QString& id : recipients.multicastGroupIds) {
        const qsizetype index = m_answers.groups.size();
        m_answers.groups.append({id, {}, {}});
        m_queue.add([this, index] { askGroup(index); });
    }
    for (const QString& id : recipients.wirelessDeviceIds) {
        if (m_known.contains(id))
            continue;
        const qsizetype index = addDevice(id, {});
        m_queue.add([this, index] { askUplink(index); });
    }
    m_queue.start();
}

// A device that is in two groups is looked at once.
qsizetype RecipientSurvey::addDevice(const QString& id, const QString& groupClass)
{
    const qsizetype index = m_answers.devices.size();
    m_known.insert(id, index);
    m_answers.devices.append({id, groupClass, {}, {}, {}});
    m_queue.add([this, index] { askDevice(index); });
    return index;
}

void RecipientSurvey::askGroup(qsizetype index)
{
    CheckedGroup& asked = m_answers.groups[index];
    if (m_groupGate.closed()) {
        asked.group = failure(*m_groupGate.closed());
        asked.membersError = m_groupGate.closed();
        m_queue.settled();
        return;
    }
    m_stack->multicastGroups(Urgency::InSight)
        .get(asked.id, this)
        ->then(this, [this, index](const Result<MulticastGroup>& group) {
            m_groupGate.heard(group);
            m_answers.groups[index].group = group;
            if (group || group.error().kind != ErrorKind::NotFound)
                m_queue.add([this, index] { askMembers(index); });
            m_queue.settled();
        });
}

void RecipientSurvey::askMembers(qsizetype index)
{
    WirelessDeviceFilter filter;
    filter.multicastGroupId = m_answers.groups.at(index).id;
    m_stack->wirelessDevices(Urgency::InSight)
        .list(filter, this)
        ->then(this, [this, index](const Result<QList<WirelessDeviceSummary>>& members) {
            takeMembers(index, members);
            m_queue.settled();
        });
}

void RecipientSurvey::takeMembers(qsizetype index,
                                  const Result<QList<WirelessDeviceSummary>>& members)
{
    CheckedGroup& group = m_answers.groups[index];
    if (!members) {
        group.membersError = members.error();
        return;
    }
    const bool isKnown = group.group && group.group->has_value();
    const QString groupClass =
        isKnown ? (*group.group)->transmission.downlinkClass.value_or(QString()) : QString();
    for (const WirelessDeviceSummary& each : *members)
        if (!m_known.contains(each.id))
            m_answers.devices[addDevice(each.id, groupClass)].uplink = each.lastUplinkAt;
}

void RecipientSurvey::askDevice(qsizetype index)
{
    CheckedDevice& asked = m_answers.devices[index];
    if (m_deviceGate.closed()) {
        asked.device = failure(*m_deviceGate.closed());
        m_queue.settled();
        return;
    }
    m_stack->wirelessDevices(Urgency::InSight)
        .get(asked.id, DeviceIdentifier::WirelessDeviceId, this)
        ->then(this,
               [this, index](const Result<WirelessDevice>& device) { takeDevice(index, device); });
}

void RecipientSurvey::takeDevice(qsizetype index, const Result<WirelessDevice>& device)
{
    m_deviceGate.heard(device);
    m_answers.devices[index].device = device;
    if (!device || device->deviceProfileId.isEmpty()) {
        m_queue.settled();
        return;
    }
    m_profiles.get(device->deviceProfileId, Urgency::InSight, this)
        ->then(this, [this, index](const Result<DeviceProfile>& profile) {
            m_answers.devices[index].profile = profile;
            m_queue.settled();
        });
}

void RecipientSurvey::askUplink(qsizetype index)
{
    CheckedDevice& asked = m_answers.devices[index];
    if (m_uplinkGate.closed()) {
        asked.uplink = failure(*m_uplinkGate.closed());
        m_queue.settled();
        return;
    }
    m_stack->wirelessDevices(Urgency::InSight)
        .statistics(asked.id, this)
        ->then(this, [this, index](const Result<DeviceStatistics>& told) {
            m_uplinkGate.heard(told);
            m_answers.devices[index].uplink =
                told ? Result<QDateTime>(told->lastUplinkAt) : failure(told.error());
            m_queue.settled();
        });
}

} // namespace fuotadesk
