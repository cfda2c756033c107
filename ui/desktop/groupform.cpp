#include "desktop/groupform.h"

#include "campaign/grouplist.h"
#include "text/grouptext.h"
#include "text/numbertext.h"
#include "text/radiotext.h"

namespace fuotadesk {

namespace {

using Group = MulticastGroup;
using Read = std::function<QString(const Group&)>;

Read of(QString Group::*text)
{
    return [text](const Group& group) { return textOrUnset(group.*text); };
}

Read of(std::optional<qint64> Group::*figure)
{
    return [figure](const Group& group) {
        return group.*figure ? numberText(*(group.*figure)) : GroupForm::tr("Not told");
    };
}

QString gatewaysOf(const Group& group)
{
    const QStringList& ids = group.transmission.gatewayIds;
    return ids.isEmpty() ? GroupForm::tr("Those of the latest uplinks")
                         : ids.join(QStringLiteral(", "));
}

QString frequencyOf(const Group& group)
{
    const auto& hertz = group.transmission.frequencyHz;
    return hertz ? frequencyText(*hertz) : textOrUnset({});
}

} // namespace

struct GroupForm::Member {
    QString label;
    const char* apiWord;
    Read read;
};

QList<GroupForm::Member> GroupForm::members()
{
    const QString dataRate = tr("DR%1");
    const QString milliseconds = tr("%1 ms");
    return {
        {tr("Name"), "Name", of(&Group::name)},
        {tr("Description"), "Description", of(&Group::description)},
        {tr("Status"), "Status",
         [](const Group& group) { return groupStatusLabel(group.statusText); }},
        {tr("Class"), "LoRaWAN.DlClass",
         [](const Group& group) {
             return downlinkClassLabel(group.transmission.downlinkClass.value_or(QString()));
         }},
        {tr("RF region"), "LoRaWAN.RfRegion",
         [](const Group& group) {
             return textOrUnset(group.transmission.rfRegion.value_or(QString()));
         }},
        {tr("Devices in the group"), "LoRaWAN.NumberOfDevicesInGroup", of(&Group::devicesInGroup)},
        {tr("Devices requested"), "LoRaWAN.NumberOfDevicesRequested", of(&Group::devicesRequested)},
        {tr("Gateways"), "LoRaWAN.ParticipatingGateways.GatewayList", gatewaysOf},
        {tr("Transmission interval"), "LoRaWAN.ParticipatingGateways.TransmissionInterval",
         [milliseconds](const Group& group) {
             return figureOrUnset(group.transmission.gatewayIntervalMs, milliseconds);
         }},
        {tr("Default data rate"), "LoRaWAN.DefaultSessionParameters.DlDr",
         [dataRate](const Group& group) {
             return figureOrUnset(group.transmission.dataRate, dataRate);
         }},
        {tr("Default frequency"), "LoRaWAN.DefaultSessionParameters.DlFreq", frequencyOf},
        {tr("Created"), "CreatedAt",
         [](const Group& group) { return localTimeText(group.createdAt); }},
        {tr("Group ID"), "Id", of(&Group::id)},
        {tr("Group ARN"), "Arn", of(&Group::arn)},
    };
}

GroupForm::GroupForm(QWidget* parent) : MemberForm(parent)
{
    for (const QList<Member> all = members(); const Member& member : all) {
        addMember(member.label, QString::fromLatin1(member.apiWord));
        m_read.append(member.read);
    }
}

void GroupForm::showGroup(const GroupRow& row)
{
    const QString unknown = row.detailsError ? tr("Could not be read") : tr("Not known yet");
    for (int i = 0; i < m_read.size(); ++i)
        setMember(i, row.details ? m_read.at(i)(*row.details) : unknown);
}

} // namespace fuotadesk
