#include "iotwireless/queuedmessageclient.h"

#include "iotwireless/answermembers.h"
#include "iotwireless/operations.h"

namespace fuotadesk {

namespace {

QJsonObject deviceParams(const QString& deviceId)
{
    return {{QStringLiteral("Id"), deviceId},
            {QStringLiteral("WirelessDeviceType"), QStringLiteral("LoRaWAN")}};
}

std::optional<QueuedMessage> messageFrom(const QJsonObject& item)
{
    const QJsonObject lorawan = objectOf(item, "LoRaWAN");
    const QJsonObject gateways = objectOf(lorawan, "ParticipatingGateways");
    QueuedMessage message;
    message.id = textOf(item, "MessageId");
    if (message.id.isEmpty())
        return {};
    message.receivedAt = timeOf(item, "ReceivedAt");
    message.transmitMode = numberOf(item, "TransmitMode");
    message.port = numberOf(lorawan, "FPort");
    message.downlinkMode = textOf(gateways, "DownlinkMode");
    for (const auto items = gateways.value(u"GatewayList").toArray(); const auto& each : items)
        message.gatewayIds.append(textOf(each.toObject(), "GatewayId"));
    return message;
}

} // namespace

QueuedMessageClient::QueuedMessageClient(Transport& transport, const QUrl& endpoint)
    : m_service(transport, endpoint)
{
}

CallOf<QList<QueuedMessage>>* QueuedMessageClient::list(const QString& deviceId, QObject* owner,
                                                        OnPage<QueuedMessage> onPage)
{
    return listPages<QueuedMessage>(
        m_service,
        {listQueuedMessagesOperation(), "DownlinkQueueMessagesList", deviceParams(deviceId)}, owner,
        messageFrom, std::move(onPage));
}

CallOf<void>* QueuedMessageClient::remove(const QString& deviceId, const QString& messageId,
                                          QObject* owner)
{
    QJsonObject params = deviceParams(deviceId);
    put(params, "MessageId", messageId);
    return m_service.carryOut(deleteQueuedMessagesOperation(), params, owner,
                              AfterUnsure::GoneIsDone);
}

CallOf<void>* QueuedMessageClient::removeAll(const QString& deviceId, QObject* owner)
{
    return remove(deviceId, QStringLiteral("*"), owner);
}

} // namespace fuotadesk
