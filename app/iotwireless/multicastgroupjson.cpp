#include "iotwireless/multicastgroupjson.h"

#include "iotwireless/answermembers.h"
#include "iotwireless/tagjson.h"

namespace fuotadesk {

namespace {

QJsonObject transmissionJson(const GroupTransmission& transmission)
{
    QJsonObject gateways;
    if (!transmission.gatewayIds.isEmpty())
        gateways.insert(QStringLiteral("GatewayList"),
                        QJsonArray::fromStringList(transmission.gatewayIds));
    put(gateways, "TransmissionInterval", transmission.gatewayIntervalMs);
    QJsonObject defaults;
    put(defaults, "DlDr", transmission.dataRate);
    put(defaults, "DlFreq", transmission.frequencyHz);
    QJsonObject lorawan;
    put(lorawan, "RfRegion", transmission.rfRegion);
    put(lorawan, "DlClass", transmission.downlinkClass);
    put(lorawan, "ParticipatingGateways", gateways);
    put(lorawan, "DefaultSessionParameters", defaults);
    return lorawan;
}

std::optional<QString> setText(const QString& text)
{
    return text.isEmpty() ? std::nullopt : std::optional(text);
}

GroupTransmission transmissionFrom(const QJsonObject& lorawan)
{
    const QJsonObject gateways = objectOf(lorawan, "ParticipatingGateways");
    const QJsonObject defaults = objectOf(lorawan, "DefaultSessionParameters");
    GroupTransmission transmission;
    transmission.rfRegion = setText(textOf(lorawan, "RfRegion"));
    transmission.downlinkClass = setText(textOf(lorawan, "DlClass"));
    transmission.gatewayIds = textsOf(gateways, "GatewayList");
    transmission.gatewayIntervalMs = numberOf(gateways, "TransmissionInterval");
    transmission.dataRate = numberOf(defaults, "DlDr");
    transmission.frequencyHz = numberOf(defaults, "DlFreq");
    return transmission;
}

} // namespace

QJsonObject groupJson(const GroupDraft& draft)
{
    QJsonObject object{
        {QStringLiteral("ClientRequestToken"), draft.clientRequestToken},
        {QStringLiteral("LoRaWAN"), transmissionJson(draft.transmission)},
    };
    put(object, "Name", draft.name);
    put(object, "Description", draft.description);
    putTags(object, draft.tags);
    return object;
}

QJsonObject groupChangeJson(const GroupChange& change)
{
    QJsonObject object;
    put(object, "Name", change.name);
    put(object, "Description", change.description);
    if (change.transmission)
        object.insert(QStringLiteral("LoRaWAN"), transmissionJson(*change.transmission));
    return object;
}

QJsonObject sessionJson(const MulticastSession& session)
{
    QJsonObject lorawan;
    put(lorawan, "DlDr", session.dataRate);
    put(lorawan, "DlFreq", session.frequencyHz);
    put(lorawan, "SessionStartTime", session.startTime);
    put(lorawan, "SessionTimeout", session.timeoutSeconds);
    put(lorawan, "PingSlotPeriod", session.pingSlotPeriod);
    return {{QStringLiteral("LoRaWAN"), lorawan}};
}

QJsonObject deviceQueryJson(const DeviceQuery& query)
{
    QJsonObject object;
    put(object, "QueryString", query.query);
    putTags(object, query.tags);
    return object;
}

MulticastGroup groupFrom(const QJsonObject& members)
{
    const QJsonObject lorawan = objectOf(members, "LoRaWAN");
    MulticastGroup group;
    group.id = textOf(members, "Id");
    group.arn = textOf(members, "Arn");
    group.name = textOf(members, "Name");
    group.description = textOf(members, "Description");
    group.statusText = textOf(members, "Status");
    group.transmission = transmissionFrom(lorawan);
    group.devicesRequested = numberOf(lorawan, "NumberOfDevicesRequested");
    group.devicesInGroup = numberOf(lorawan, "NumberOfDevicesInGroup");
    group.createdAt = timeOf(members, "CreatedAt");
    return group;
}

std::optional<MulticastGroupSummary> groupSummaryFrom(const QJsonObject& item)
{
    if (textOf(item, "Id").isEmpty())
        return {};
    return MulticastGroupSummary{textOf(item, "Id"), textOf(item, "Arn"), textOf(item, "Name")};
}

MulticastSession sessionFrom(const QJsonObject& members)
{
    const QJsonObject lorawan = objectOf(members, "LoRaWAN");
    MulticastSession session;
    session.dataRate = numberOf(lorawan, "DlDr");
    session.frequencyHz = numberOf(lorawan, "DlFreq");
    session.startTime = timeOf(lorawan, "SessionStartTime");
    session.timeoutSeconds = numberOf(lorawan, "SessionTimeout");
    session.pingSlotPeriod = numberOf(lorawan, "PingSlotPeriod");
    return session;
}

} // namespace fuotadesk
