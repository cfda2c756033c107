#pragma once

#include "store/settings.h"

#include <QJsonObject>

namespace fuotadesk {

inline constexpr int SettingsSchema = 2; // 1: without profiles, colours and production marks
inline constexpr qint64 LargestSettingsBytes = 1 << 20;

// The settings as text. A document we can not take whole is refused, save for the window's layout,
// which is no loss. Errors: FileMalformed (code names the member), FileTooNew (detail is the schema
// number).
Result<QJsonObject> parseSettings(const QByteArray& json);
Result<SettingsData> settingsFromJson(const QJsonObject& document);
// data over document: members this version does not know stay, in a connection as long as its id
// does.
QByteArray settingsJson(const SettingsData& data, const QJsonObject& document);

} // namespace fuotadesk
