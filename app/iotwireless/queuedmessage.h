#pragma once

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <optional>

namespace fuotadesk {

// A downlink that waits for its device. Times are UTC.
// https://docs.aws.amazon.com/iot-wireless/latest/apireference/API_DownlinkQueueMessage.html
struct QueuedMessage {
    QString id;
    QDateTime receivedAt; // by the service
    std::optional<qint64> transmitMode; // 0: unacknowledged, 1: acknowledged
    std::optional<qint64> port; // 1 to 223
    QString downlinkMode; // "SEQUENTIAL", "CONCURRENT", "USING_UPLINK_GATEWAY", or a later word
    QStringList gatewayIds;

    friend bool operator==(const QueuedMessage&, const QueuedMessage&) = default;
};

} // namespace fuotadesk
