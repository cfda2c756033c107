#pragma once

#include <QString>
#include <QUrl>

namespace fuotadesk {

// Where a service answers, and for which region requests to it are signed.
struct ServiceAddress {
    QUrl endpoint; // scheme://host[:port]
    QString region;

    friend bool operator==(const ServiceAddress&, const ServiceAddress&) = default;
};

} // namespace fuotadesk
