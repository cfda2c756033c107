#pragma once

#include "account/page.h"
#include "fleet/devicefleet.h"

namespace fuotadesk {

// The device profiles of the account: EU868 in class A, B and C, EU868 without joining, US915. They
// do not change.
class ProfileBook {
public:
    explicit ProfileBook(QString region);

    Served<QJsonObject> get(const QString& id) const;
    Served<Page<QJsonObject>> list(const ListRequest& request) const;
    static bool isKnown(const QString& id);

    // Which one a device has.
    static QString profileIdOf(const FleetDevice& device);
    static QString profileNameOf(const FleetDevice& device);
    static QString serviceProfileId();

private:
    QString m_region;
};

} // namespace fuotadesk
