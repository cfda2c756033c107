#pragma once

#include "fleet/devicefleet.h"

#include <QDateTime>
#include <QJsonObject>

namespace fuotadesk {

// A device as the operations tell it. Times are real: a device that was ever heard is heard every
// quarter of an hour.
QString deviceArn(const FleetDevice& device, const QString& region);
QJsonObject deviceRow(const FleetDevice& device, const QString& region, const QDateTime& now);
// With its root and session keys, as GetWirelessDevice has them. They are made up, and open
// nothing.
QJsonObject deviceDetails(const FleetDevice& device, const QString& region);
QJsonObject deviceStatistics(const FleetDevice& device, const QDateTime& now);

QString destinationName(); // of every device

} // namespace fuotadesk
