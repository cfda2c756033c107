#pragma once

#include "fuota/taskdraft.h"

#include <QDateTime>
#include <QStringList>

namespace fuotadesk {

// How a multicast group is sent to. What is unset is not sent: the service decides.
// https://docs.aws.amazon.com/iot-wireless/latest/apireference/API_LoRaWANMulticast.html
struct GroupTransmission {
    std::optional<QString> rfRegion;
    std::optional<QString> downlinkClass; // "ClassB" or "ClassC"; the service may know more
    QStringList gatewayIds; // at most 20; empty: the gateways of the latest uplinks
    std::optional<qint64> gatewayIntervalMs; // 0 to 60000, between two gateways
    std::optional<qint64> dataRate; // 0 to 15, of a session that names none
    std::optional<qint64> frequencyHz; // likewise

    friend bool operator==(const GroupTransmission&, const GroupTransmission&) = default;
};

struct MulticastGroupSummary {
    QString id;
    QString arn;
    QString name;

    friend bool operator==(const MulticastGroupSummary&, const MulticastGroupSummary&) = default;
};

// Everything GetMulticastGroup tells. Times are UTC.
struct MulticastGroup {
    QString id;
    QString arn;
    QString name;
    QString description;
    QString statusText; // no closed list: "Pending", "Delete_Waiting", …
    GroupTransmission transmission;
    std::optional<qint64> devicesRequested; // after a bulk association more than are in it yet
    std::optional<qint64> devicesInGroup;
    QDateTime createdAt;

    friend bool operator==(const MulticastGroup&, const MulticastGroup&) = default;
};

// What CreateMulticastGroup takes.
struct GroupDraft {
    std::optional<QString> name;
    std::optional<QString> description;
    QString clientRequestToken;
    GroupTransmission transmission; // the service wants region and class
    QList<Tag> tags;

    friend bool operator==(const GroupDraft&, const GroupDraft&) = default;
};

// What UpdateMulticastGroup is to change: only what is set is sent, transmission as a whole.
struct GroupChange {
    std::optional<QString> name;
    std::optional<QString> description;
    std::optional<GroupTransmission> transmission;

    friend bool operator==(const GroupChange&, const GroupChange&) = default;
};

struct CreatedGroup {
    QString id;
    QString arn;

    friend bool operator==(const CreatedGroup&, const CreatedGroup&) = default;
};

// A session of a group; what is unset or invalid is not sent. Starts 30 minutes to 48 hours ahead.
// https://docs.aws.amazon.com/iot-wireless/latest/apireference/API_LoRaWANMulticastSession.html
struct MulticastSession {
    std::optional<qint64> dataRate; // 0 to 15
    std::optional<qint64> frequencyHz;
    QDateTime startTime; // UTC
    std::optional<qint64> timeoutSeconds; // 60 to 172800; the service rounds up to a power of two
    std::optional<qint64> pingSlotPeriod; // 32 to 4096, class B

    friend bool operator==(const MulticastSession&, const MulticastSession&) = default;
};

// Whether a session may be what a start with these parameters made.
bool couldBeStartedWith(const MulticastSession& session, const MulticastSession& parameters);

// Which devices a bulk operation is about: a query such as
// "DeviceProfileName: Meter AND DeviceProfileId: d6d8…", and tags.
struct DeviceQuery {
    QString query;
    QList<Tag> tags;

    friend bool operator==(const DeviceQuery&, const DeviceQuery&) = default;
};

} // namespace fuotadesk
