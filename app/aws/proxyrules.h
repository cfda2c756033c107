#pragma once

#include <QUrl>

namespace fuotadesk {

// Whether a request to url takes no proxy: loopback never does, else the list of NO_PROXY decides.
// Entries stand between commas or spaces: "*", a host (its subdomains too, with or without a
// leading dot), an IP address, a network "10.0.0.0/8"; each may end in ":port".
bool goesDirect(const QUrl& url, const QString& noProxy);

} // namespace fuotadesk
