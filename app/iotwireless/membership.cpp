#include "iotwireless/membership.h"

#include "iotwireless/answermembers.h"
#include "iotwireless/operations.h"

namespace fuotadesk {

namespace {

std::optional<QString> idFrom(const QJsonObject& item)
{
    const QString id = textOf(item, "Id");
    return id.isEmpty() ? std::nullopt : std::optional(id);
}

} // namespace

Listing devicesOf(const char* filter, const QString& id)
{
    return {listWirelessDevicesOperation(), "WirelessDeviceList", {{QLatin1String(filter), id}}};
}

Listing groupsOf(const QString& taskId)
{
    return {listMulticastGroupsByFuotaTaskOperation(),
            "MulticastGroupList",
            {{QStringLiteral("Id"), taskId}}};
}

CallOf<QStringList>* listIds(OperationCaller& caller, const Listing& listing, QObject* owner)
{
    return listPages<QString>(caller, listing, owner, idFrom, {});
}

CallOf<bool>* lists(OperationCaller& caller, const Listing& listing, const QString& id,
                    QObject* owner)
{
    auto* outer = new CallOf<bool>(owner);
    forward(listIds(caller, listing, outer), outer, [id](const Result<QStringList>& ids) {
        return ids.map([id](const QStringList& all) { return all.contains(id); });
    });
    return outer;
}

} // namespace fuotadesk
