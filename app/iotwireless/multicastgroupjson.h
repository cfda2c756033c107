#pragma once

#include "iotwireless/multicastgroup.h"

#include <QJsonObject>

namespace fuotadesk {

// Groups and sessions as members of requests, and out of decoded answers.
QJsonObject groupJson(const GroupDraft& draft);
QJsonObject groupChangeJson(const GroupChange& change);
QJsonObject sessionJson(const MulticastSession& session);
QJsonObject deviceQueryJson(const DeviceQuery& query);

MulticastGroup groupFrom(const QJsonObject& members);
std::optional<MulticastGroupSummary> groupSummaryFrom(const QJsonObject& item);
MulticastSession sessionFrom(const QJsonObject& members);

} // namespace fuotadesk
