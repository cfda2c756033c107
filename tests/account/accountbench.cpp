#include "account/accountbench.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace std::chrono_literals;

namespace fuotadesk {

Served<QJsonObject> AccountBench::call(const Operation& operation, QByteArray params)
{
    for (auto id = m_ids.begin(); id != m_ids.end(); ++id)
        params.replace('$' + id.key() + '"', id.value() + '"');
    const QJsonDocument document = QJsonDocument::fromJson(params);
    if (!document.isObject())
        qFatal("no JSON: %s", params.constData());
    world.advance();
    return handlers.value(&operation)(document.object());
}

int AccountBench::refusal(const Operation& operation, const QByteArray& params)
{
    const auto served = call(operation, params);
    return served ? 0 : served.error().status;
}

void AccountBench::makeTask(const QByteArray& name, const QByteArray& moreMembers)
{
    const auto made = call(createFuotaTaskOperation(),
                           R"({"FirmwareUpdateImage":"s3://bucket/fw-2000.bin",)"
                           R"("FirmwareUpdateRole":"r","Name":")"
                               + name + '"' + moreMembers + '}');
    m_ids.insert(name, made->value(u"Id").toString().toLatin1());
}

void AccountBench::makeGroup(const QByteArray& name, const QByteArray& downlinkClass)
{
    const auto made = call(createMulticastGroupOperation(),
                           R"({"Name":")" + name + R"(","LoRaWAN":{"RfRegion":"EU868","DlClass":")"
                               + downlinkClass + R"("}})");
    m_ids.insert(name, made->value(u"Id").toString().toLatin1());
}

void AccountBench::keepDevice(const QByteArray& name, int index)
{
    m_ids.insert(name, DeviceFleet::at(index).id().toLatin1());
}

void AccountBench::addToTask(const QByteArray& task, const QByteArray& device)
{
    if (!call(associateWirelessDeviceWithFuotaTaskOperation(),
              R"({"Id":"$)" + task + R"(", "WirelessDeviceId":"$)" + device + R"("})"))
        qFatal("the device does not go into the task");
}

void AccountBench::addToGroup(const QByteArray& group, const QByteArray& device)
{
    if (!call(associateWirelessDeviceWithMulticastGroupOperation(),
              R"({"Id":"$)" + group + R"(", "WirelessDeviceId":"$)" + device + R"("})"))
        qFatal("the device does not go into the group");
}

void AccountBench::startNow(const QByteArray& name)
{
    if (!call(startFuotaTaskOperation(), R"({"Id":"$)" + name + R"("})"))
        qFatal("the task does not start");
    pass(30min);
    world.advance();
}

QStringList AccountBench::listed(const Operation& operation, const char* list,
                                 const QByteArray& params)
{
    QStringList names;
    const auto served = call(operation, params);
    for (const auto items = served->value(QLatin1String(list)).toArray(); const auto& item : items)
        names.append(item[QStringLiteral("Name")].toString(item[QStringLiteral("Id")].toString()));
    return names;
}

} // namespace fuotadesk
