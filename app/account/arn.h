#pragma once

#include <QString>

#include <optional>

namespace fuotadesk {

// The name of a resource in the one account of the sandbox.
// https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsiotwireless.html
struct Arn {
    QString region;
    QString type; // "FuotaTask", "MulticastGroup", "WirelessDevice", …
    QString id;

    QString text() const;
};

// Only what text() makes.
std::optional<Arn> parseArn(const QString& text);

} // namespace fuotadesk
