#include "account/bulkquery.h"

#include "account/devicejson.h"
#include "account/profilebook.h"

#include <QStringList>

#include <algorithm>
#include <array>
#include <utility>

namespace fuotadesk {

namespace {

using ValueOf = QString (*)(const FleetDevice& device);

constexpr std::array<std::pair<const char*, ValueOf>, 7> Fields = {{
    {"DeviceProfileName", &ProfileBook::profileNameOf},
    {"DeviceProfileId", &ProfileBook::profileIdOf},
    {"ServiceProfileId", [](const FleetDevice&) { return ProfileBook::serviceProfileId(); }},
    {"DestinationName", [](const FleetDevice&) { return destinationName(); }},
    {"WirelessDeviceName", [](const FleetDevice& device) { return device.name(); }},
    {"WirelessDeviceId", [](const FleetDevice& device) { return device.id(); }},
    {"DevEui", [](const FleetDevice& device) { return device.devEui(); }},
}};

} // namespace

Served<BulkQuery> BulkQuery::parse(const QString& text)
{
    BulkQuery query;
    if (text.trimmed().isEmpty())
        return query;
    for (const QString& part : text.split(QStringLiteral(" AND "))) {
        const QString name = part.section(u':', 0, 0).trimmed();
        QString wanted = part.section(u':', 1).trimmed();
        const auto field = std::ranges::find_if(
            Fields, [&](const auto& each) { return name == QLatin1String(each.first); });
        if (field == Fields.end() || wanted.isEmpty())
            return refused(validationError(
                QStringLiteral("Value at 'QueryString' is not valid: '%1'").arg(part.trimmed())));
        const bool isPrefix = wanted.endsWith(u'*');
        if (isPrefix)
            wanted.chop(1);
        query.m_conditions.append({field->second, wanted, isPrefix});
    }
    return query;
}

bool BulkQuery::takes(const FleetDevice& device) const
{
    return std::ranges::all_of(m_conditions, [&](const Condition& condition) {
        const QString value = condition.valueOf(device);
        return condition.isPrefix ? value.startsWith(condition.wanted) : value == condition.wanted;
    });
}

} // namespace fuotadesk
