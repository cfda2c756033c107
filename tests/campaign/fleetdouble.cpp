#include "campaign/fleetdouble.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTimer>
#include <QUrlQuery>

#include <algorithm>

namespace fuotadesk {

namespace {

HttpResponse answer(const QJsonObject& body)
{
    return {200, {}, QJsonDocument(body).toJson(QJsonDocument::Compact), false};
}

HttpResponse refusal(int status, const QByteArray& type)
{
    return {status, {{"x-amzn-errortype", type}}, R"({"Message":"no"})", false};
}

const HttpResponse Done{204, {}, {}, false};

HttpResponse notFound()
{
    return refusal(404, "ResourceNotFoundException");
}

HttpResponse conflict()
{
    return refusal(409, "ConflictException");
}

tl::unexpected<Error> networkError(ErrorKind kind, bool maybeExecuted)
{
    return failure(Error{kind, {}, {}, 0, {}, {}, maybeExecuted});
}

bool isAssociation(const QString& operation)
{
    return operation.startsWith(u"Associate");
}

// The device or group a request is about.
QString memberOf(const HttpRequest& request)
{
    if (isAssociation(request.operation)) {
        const QJsonObject body = QJsonDocument::fromJson(request.body).object();
        return body.value(u"WirelessDeviceId").toString()
            + body.value(u"MulticastGroupId").toString();
    }
    return request.url.path().section(u'/', -1);
}

} // namespace

QString FleetDouble::idOf(int number)
{
    return QStringLiteral("00000000-0000-4000-8000-%1").arg(number, 12, 16, QLatin1Char('0'));
}

QString FleetDouble::euiOf(int number)
{
    return QStringLiteral("70b3d57e%1").arg(number, 8, 16, QLatin1Char('0'));
}

QStringList FleetDouble::addDevices(int count)
{
    QStringList ids;
    for (int i = 0; i < count; ++i) {
        const int number = int(m_devices.size());
        m_devices.append({idOf(number), euiOf(number), QStringLiteral("meter %1").arg(number)});
        ids.append(idOf(number));
    }
    return ids;
}

int FleetDouble::count(const QString& operation) const
{
    return int(std::ranges::count(m_requests, operation, &HttpRequest::operation));
}

CallOf<HttpResponse>* FleetDouble::send(const HttpRequest& request, QObject* owner)
{
    m_requests.append(request);
    const QString member = memberOf(request);
    auto* call = new CallOf<HttpResponse>(owner);
    const Fate planned = fate ? fate(request.operation, member) : Fate::Answer;
    if (planned == Fate::Hang)
        return call;
    m_mostUnderWay = std::max(m_mostUnderWay, ++m_underWay);
    // It leaves before its answer is heard, or when its owner dies.
    const auto leave = std::make_shared<std::function<void()>>([this] { --m_underWay; });
    const auto leaveOnce = [leave] { std::exchange(*leave, [] {})(); };
    call->then(call, [leaveOnce](const Result<HttpResponse>&) { leaveOnce(); });
    QObject::connect(call, &QObject::destroyed, call, leaveOnce);
    const auto settle = [call, result = outcome(planned, request, member)] {
        call->settle(result);
    };
    if (latency.count() > 0)
        QTimer::singleShot(latency, call, settle);
    else
        settle();
    return call;
}

Result<HttpResponse> FleetDouble::outcome(Fate planned, const HttpRequest& request,
                                          const QString& member)
{
    switch (planned) {
    case Fate::Answer:
    case Fate::Hang:
        break;
    case Fate::LoseAnswer:
        carryOut(request, member);
        [[fallthrough]];
    case Fate::LoseRequest:
        return networkError(ErrorKind::ConnectionLost, true);
    case Fate::RefuseConnection:
        return networkError(ErrorKind::ConnectionRefused, false);
    case Fate::Deny:
        return refusal(403, "AccessDeniedException");
    case Fate::Break:
        return refusal(500, "InternalServerException");
    case Fate::Throttle:
        return refusal(429, "ThrottlingException");
    case Fate::Expire:
        return refusal(403, "ExpiredTokenException");
    case Fate::Invalid:
        return refusal(400, "ValidationException");
    }
    return carryOut(request, member);
}

HttpResponse FleetDouble::carryOut(const HttpRequest& request, const QString& member)
{
    const QString task = request.url.path().section(u'/', 2, 2);
    const QString& operation = request.operation;
    if (operation == u"ListWirelessDevices")
        return listDevices(request);
    if (operation == u"GetWirelessDevice")
        return getDevice(request);
    if (operation == u"GetFuotaTask")
        return getTask(task);
    if (operation == u"ListMulticastGroupsByFuotaTask")
        return listGroups(task);
    const bool isDevice = operation.contains(u"WirelessDevice");
    return isAssociation(operation) ? associate(task, member, isDevice)
                                    : disassociate(task, member, isDevice);
}

HttpResponse FleetDouble::listDevices(const HttpRequest& request) const
{
    const QUrlQuery query(request.url);
    const auto task = query.queryItemValue(QStringLiteral("fuotaTaskId"));
    const qsizetype from = query.queryItemValue(QStringLiteral("nextToken")).toLongLong();
    QList<Device> all = m_devices;
    if (!task.isEmpty())
        all.removeIf([members = tasks.value(task).devices](const Device& each) {
            return !members.contains(each.id);
        });
    QJsonArray page;
    for (const Device& each : all.mid(from, pageSize))
        page.append(QJsonObject{
            {QStringLiteral("Id"), each.id},
            {QStringLiteral("Name"), each.name},
            {QStringLiteral("LoRaWAN"), QJsonObject{{QStringLiteral("DevEui"), each.devEui}}}});
    QJsonObject body{{QStringLiteral("WirelessDeviceList"), page}};
    if (from + pageSize < all.size())
        body.insert(QStringLiteral("NextToken"), QString::number(from + pageSize));
    return answer(body);
}

HttpResponse FleetDouble::getDevice(const HttpRequest& request) const
{
    const QString text = request.url.path().section(u'/', -1);
    const bool byEui = request.url.query().contains(u"DevEui");
    const auto found = std::ranges::find_if(m_devices, [&](const Device& each) {
        return byEui ? each.devEui == text : each.id == text;
    });
    if (found == m_devices.end())
        return notFound();
    // As the service may: the EUI in capitals.
    const QJsonObject lorawan{{QStringLiteral("DevEui"), found->devEui.toUpper()}};
    return answer({{QStringLiteral("Id"), found->id},
                   {QStringLiteral("Name"), found->name},
                   {QStringLiteral("LoRaWAN"), lorawan}});
}

HttpResponse FleetDouble::getTask(const QString& id) const
{
    if (!tasks.contains(id))
        return notFound();
    return answer({{QStringLiteral("Id"), id}, {QStringLiteral("Status"), tasks.value(id).status}});
}

HttpResponse FleetDouble::listGroups(const QString& taskId) const
{
    if (!tasks.contains(taskId))
        return notFound();
    QJsonArray list;
    for (const QString& each : tasks.value(taskId).groups)
        list.append(QJsonObject{{QStringLiteral("Id"), each}});
    return answer({{QStringLiteral("MulticastGroupList"), list}});
}

bool FleetDouble::hasDevice(const QString& id) const
{
    return std::ranges::find(m_devices, id, &Device::id) != m_devices.end();
}

HttpResponse FleetDouble::associate(const QString& taskId, const QString& member, bool isDevice)
{
    if (!tasks.contains(taskId) || !(isDevice ? hasDevice(member) : groups.contains(member)))
        return notFound();
    Task& task = tasks[taskId];
    QStringList& mine = isDevice ? task.devices : task.groups;
    if (mine.contains(member)) {
        ++m_repeats;
        return conflict();
    }
    if (task.status != u"Pending" || !(isDevice ? task.groups : task.devices).isEmpty())
        return conflict();
    mine.append(member);
    if (associated)
        associated(member);
    return Done;
}

HttpResponse FleetDouble::disassociate(const QString& taskId, const QString& member, bool isDevice)
{
    if (!tasks.contains(taskId))
        return notFound();
    Task& task = tasks[taskId];
    if (task.status != u"Pending")
        return conflict();
    return (isDevice ? task.devices : task.groups).removeOne(member) ? Done : notFound();
}

} // namespace fuotadesk
