#include "iotwireless/loglevelclient.h"

#include "iotwireless/answermembers.h"
#include "iotwireless/operations.h"

namespace fuotadesk {

namespace {

QString wordOf(LoggedResource kind)
{
    switch (kind) {
    case LoggedResource::WirelessDevice:
        return QStringLiteral("WirelessDevice");
    case LoggedResource::WirelessGateway:
        return QStringLiteral("WirelessGateway");
    case LoggedResource::FuotaTask:
        break;
    }
    return QStringLiteral("FuotaTask");
}

QJsonObject resourceParams(const QString& id, LoggedResource kind)
{
    return {{QStringLiteral("ResourceIdentifier"), id},
            {QStringLiteral("ResourceType"), wordOf(kind)}};
}

ResourceLogLevel levelFrom(const QJsonObject& members)
{
    const QString text = textOf(members, "LogLevel");
    return {logLevelFromText(text), text};
}

} // namespace

LogLevelClient::LogLevelClient(Transport& transport, const QUrl& endpoint)
    : m_service(transport, endpoint)
{
}

CallOf<ResourceLogLevel>* LogLevelClient::get(const QString& id, LoggedResource kind,
                                              QObject* owner)
{
    return m_service.perform<ResourceLogLevel>(getResourceLogLevelOperation(),
                                               resourceParams(id, kind), owner, levelFrom);
}

CallOf<void>* LogLevelClient::put(const QString& id, LoggedResource kind, LogLevel level,
                                  QObject* owner)
{
    QJsonObject params = resourceParams(id, kind);
    fuotadesk::put(params, "LogLevel", logLevelText(level));
    return m_service.carryOut(putResourceLogLevelOperation(), params, owner);
}

CallOf<void>* LogLevelClient::reset(const QString& id, LoggedResource kind, QObject* owner)
{
    return m_service.carryOut(resetResourceLogLevelOperation(), resourceParams(id, kind), owner,
                              AfterUnsure::GoneIsDone);
}

} // namespace fuotadesk
