#pragma once

#include "fuota/fuotatask.h"
#include "iotwireless/wirelessdevice.h"
#include "store/memberbatch.h"

#include <QJsonObject>
#include <QMap>

namespace fuotadesk {

// How many devices have each status, told in the API's word; a device without one is "Unknown".
using StatusCounts = QMap<QString, int>;
StatusCounts statusCounts(const QList<WirelessDeviceSummary>& devices);

// What `submit` has to show. What was not asked for is unset.
struct SubmitReport {
    FuotaTask task;
    std::optional<MemberCounts> recipients;
    std::optional<StatusCounts> devices;

    friend bool operator==(const SubmitReport&, const SubmitReport&) = default;
};

// Id, ARN and status, a line each.
QString taskText(const FuotaTask& task);
// A line for each status: the number and what it means for a device.
QString statusCountsText(const StatusCounts& counts);
QJsonObject submitReportJson(const SubmitReport& report);

} // namespace fuotadesk
