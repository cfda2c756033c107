#pragma once

#include "campaign/bench.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUrlQuery>

namespace fuotadesk {

// A session whose far end has devices "d0", "d1", … of one profile. What fails or stays silent is
// told by operation.
struct DeviceBench : Bench {
    DeviceBench()
    {
        service.setOthers(ServiceDouble::Fate::Hang);
        service.answerInstead = [this](const HttpRequest& request) { return answer(request); };
    }

    std::optional<HttpResponse> answer(const HttpRequest& request)
    {
        asked << request.operation;
        urgencies.insert(request.operation, request.urgency);
        if (request.operation == u"ListWirelessDevices")
            lists << QUrlQuery(request.url);
        if (silent.contains(request.operation))
            return {};
        if (failures.contains(request.operation))
            return HttpResponse{failures.value(request.operation),
                                {{"x-amzn-errortype", failureType}},
                                R"({"Message": "no"})",
                                false};
        return json(bodyFor(request));
    }

    QJsonObject bodyFor(const HttpRequest& request) const
    {
        const QString id = request.url.path().section(u'/', 2, 2);
        if (request.operation == u"ListWirelessDevices")
            return page(QUrlQuery(request.url));
        if (request.operation == u"GetWirelessDevice")
            return device(id);
        if (request.operation == u"GetWirelessDeviceStatistics")
            return {{QStringLiteral("WirelessDeviceId"), id},
                    {QStringLiteral("LastUplinkReceivedAt"), heard}};
        if (request.operation == u"GetDeviceProfile")
            return {{QStringLiteral("Id"), id},
                    {QStringLiteral("Name"), QStringLiteral("meters")},
                    {QStringLiteral("LoRaWAN"), profile}};
        return {};
    }

    QJsonObject page(const QUrlQuery& query) const
    {
        const int first = query.queryItemValue(QStringLiteral("nextToken")).toInt();
        const int end = std::min(first + pageSize, count);
        QJsonArray list;
        for (int i = first; i < end; ++i)
            list.append(QJsonObject{
                {QStringLiteral("Id"), QStringLiteral("d%1").arg(i)},
                {QStringLiteral("Type"), QStringLiteral("LoRaWAN")},
                {QStringLiteral("Name"), QStringLiteral("meter %1").arg(i)},
                {QStringLiteral("DestinationName"), QStringLiteral("uplinks")},
                {QStringLiteral("LastUplinkReceivedAt"), heard},
                {QStringLiteral("LoRaWAN"),
                 QJsonObject{{QStringLiteral("DevEui"),
                              QStringLiteral("70b3d57e%1").arg(i, 8, 16, QLatin1Char('0'))}}}});
        QJsonObject body{{QStringLiteral("WirelessDeviceList"), list}};
        if (end < count)
            body.insert(QStringLiteral("NextToken"), QString::number(end));
        return body;
    }

    QJsonObject device(const QString& id) const
    {
        QJsonObject radio{{QStringLiteral("DeviceProfileId"), QStringLiteral("p1")},
                          {QStringLiteral("OtaaV1_0_x"), QJsonObject()}};
        if (!portless.contains(id))
            radio.insert(QStringLiteral("FPorts"),
                         QJsonObject{{QStringLiteral("Fuota"), 201},
                                     {QStringLiteral("Multicast"), 200},
                                     {QStringLiteral("ClockSync"), 202}});
        return {{QStringLiteral("Id"), id},
                {QStringLiteral("Type"), QStringLiteral("LoRaWAN")},
                {QStringLiteral("Name"), id},
                {QStringLiteral("LoRaWAN"), radio}};
    }

    static HttpResponse json(const QJsonObject& body)
    {
        return {200, {}, QJsonDocument(body).toJson(QJsonDocument::Compact), false};
    }

    int askedFor(const QString& operation) const { return int(asked.count(operation)); }

    int count = 3;
    int pageSize = 250;
    QString heard = QStringLiteral("2026-01-02T02:00:00Z"); // an hour before the clock's time
    QSet<QString> portless; // ids
    QJsonObject profile{{QStringLiteral("SupportsClassB"), false},
                        {QStringLiteral("SupportsClassC"), true},
                        {QStringLiteral("SupportsJoin"), true},
                        {QStringLiteral("MacVersion"), QStringLiteral("1.0.3")},
                        {QStringLiteral("RfRegion"), QStringLiteral("EU868")}};
    QSet<QString> silent; // operations
    QHash<QString, int> failures; // HTTP status by operation
    QByteArray failureType = "AccessDeniedException";
    QStringList asked;
    QHash<QString, Urgency> urgencies; // of the latest
    QList<QUrlQuery> lists;
};

} // namespace fuotadesk
