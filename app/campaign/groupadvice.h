#pragma once

#include "fuota/finding.h"
#include "iotwireless/multicastgroup.h"

namespace fuotadesk {

// The fields of the forms of a multicast group and of its session.
enum class GroupField {
    Name,
    Description,
    RfRegion,
    DownlinkClass,
    Gateways,
    GatewayInterval,
    DataRate,
    Frequency,
    Start,
    Timeout,
    PingSlotPeriod,
};

enum class GroupFindingCode {
    Required,
    TooLong, // figure is the most
    TooMany, // likewise
    OutOfRange, // figure and otherFigure are least and most
    UnknownValue,
    NoDownlinkRate, // not one of the region; figure is the data rate
    NoGateways, // an interval between none
    GatewaysStay, // taking the last one away is not sent
    TooSoon,
    TooFar,
    RoundedUp, // figure is what the service makes of it
    ClassBOnly,
};

struct GroupFinding {
    GroupField field = GroupField::Name;
    Severity severity = Severity::Error;
    GroupFindingCode code = GroupFindingCode::Required;
    qint64 figure = 0;
    qint64 otherFigure = 0;

    friend bool operator==(const GroupFinding&, const GroupFinding&) = default;
};

// Errors are what the service's model refuses; the rest is of its guides, or likely a slip.
QList<GroupFinding> groupFindings(const GroupDraft& draft);
// before: what the group has now.
QList<GroupFinding> groupFindings(const GroupDraft& draft, const GroupTransmission& before);
// Of a session of such a group, started at now.
// https://docs.aws.amazon.com/iot-wireless/latest/developerguide/lorawan-multicast-schedule-downlink.html
QList<GroupFinding> sessionFindings(const MulticastSession& session, const GroupTransmission& group,
                                    const QDateTime& now);
bool hasErrors(const QList<GroupFinding>& findings);

// How far ahead a session may begin, in hours.
inline constexpr int FarthestSessionHours = 48;

} // namespace fuotadesk
