#pragma once

#include "account/served.h"

#include <QMap>

#include <utility>

namespace fuotadesk {

// The log levels of single resources, at most 200. Where none was put there is none to get: [U],
// the guide only says that the level of the kind then holds.
// https://docs.aws.amazon.com/iot-wireless/latest/developerguide/configure-resource-logging.html
class LogLevels {
public:
    static constexpr qsizetype MostLevels = 200;

    // type: "FuotaTask", "WirelessDevice" or "WirelessGateway".
    Served<QString> get(const QString& type, const QString& id) const;
    Served<void> put(const QString& type, const QString& id, const QString& level);
    Served<void> reset(const QString& type, const QString& id);

private:
    QMap<std::pair<QString, QString>, QString> m_levels;
};

} // namespace fuotadesk
