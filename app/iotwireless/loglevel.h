#pragma once

#include <QString>

namespace fuotadesk {

// How much the service writes about a resource to the log group /aws/iotwireless. Unknown keeps
// room for what it may add.
// https://docs.aws.amazon.com/iot-wireless/latest/apireference/API_GetResourceLogLevel.html
enum class LogLevel { Unknown, Info, Error, Disabled };

LogLevel logLevelFromText(const QString& text);
QString logLevelText(LogLevel level);

// What kind of resource an id names.
enum class LoggedResource { FuotaTask, WirelessDevice, WirelessGateway };

struct ResourceLogLevel {
    LogLevel level = LogLevel::Unknown;
    QString text; // the word of the service

    friend bool operator==(const ResourceLogLevel&, const ResourceLogLevel&) = default;
};

} // namespace fuotadesk
