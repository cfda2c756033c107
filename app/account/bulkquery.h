#pragma once

#include "account/served.h"
#include "fleet/devicefleet.h"

#include <QList>

namespace fuotadesk {

// The QueryString of a bulk association, "DeviceProfileName: MyProfile AND DeviceProfileId: d6d8…".
// AWS documents no more of its grammar than this example. Here a condition is FIELD: VALUE, of
// DeviceProfileName, DeviceProfileId, ServiceProfileId, DestinationName, WirelessDeviceName,
// WirelessDeviceId or DevEui; a value may end in "*"; AND stands between conditions, in capitals.
class BulkQuery {
public:
    // Error: a condition is none of these. An empty text takes every device.
    static Served<BulkQuery> parse(const QString& text);

    bool takes(const FleetDevice& device) const;

private:
    struct Condition {
        QString (*valueOf)(const FleetDevice& device);
        QString wanted;
        bool isPrefix;
    };

    QList<Condition> m_conditions;
};

} // namespace fuotadesk
