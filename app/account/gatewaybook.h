#pragma once

#include "account/page.h"
#include "base/clock.h"

namespace fuotadesk {

// The gateways of the account: three that are connected, one that is not. They do not change; a
// connected one has heard something within the last minute of real time.
class GatewayBook {
public:
    GatewayBook(QString region, const Clock& clock);

    // kind: "WirelessGatewayId", "GatewayEui" or "ThingName".
    Served<QJsonObject> get(const QString& identifier, const QString& kind) const;
    Served<QJsonObject> statistics(const QString& id) const;
    Served<Page<QJsonObject>> list(const ListRequest& request) const;
    bool isKnown(const QString& id) const;

private:
    QJsonObject describe(int number) const;
    QDateTime lastUplinkOf(int number) const;

    QString m_region;
    const Clock& m_clock;
};

// The address of the gateway that hears a device best: what statistics of devices tell.
QString gatewayEuiOf(int number);
inline constexpr int GatewayCount = 4;

} // namespace fuotadesk
