#pragma once

#include "campaign/bench.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace fuotadesk {

// A session whose far end has multicast groups "g0", "g1", … What fails or stays silent is told by
// operation, LostAnswer is carried out and then not heard of.
struct GroupBench : Bench {
    static constexpr int LostAnswer = -1;

    GroupBench()
    {
        service.setOthers(ServiceDouble::Fate::Hang);
        service.answerInstead = [this](const HttpRequest& request) { return answer(request); };
    }

    std::optional<HttpResponse> answer(const HttpRequest& request)
    {
        asked << request.operation;
        const QJsonObject body = QJsonDocument::fromJson(request.body).object();
        if (request.method != "GET")
            bodies << body;
        const int fate = fates.value(request.operation);
        if (silent.contains(request.operation))
            return {};
        if (fate > 0)
            return refusal(fate);
        const HttpResponse done = carryOut(request, body);
        // An answer nobody can read is one that says nothing.
        return fate == LostAnswer ? HttpResponse{500, {}, "<html>", false} : done;
    }

    HttpResponse carryOut(const HttpRequest& request, const QJsonObject& body)
    {
        const QString id = request.url.path().section(u'/', 2, 2);
        const QString& operation = request.operation;
        if (operation == u"ListMulticastGroups")
            return json(list());
        if (operation == u"ListWirelessDevices")
            return json(devices());
        if (operation == u"ListWirelessGateways")
            return json(gateways());
        if (operation == u"CreateMulticastGroup")
            return create(body);
        if (!names.contains(id))
            return refusal(404);
        if (operation == u"GetMulticastGroup")
            return json(details(id));
        if (operation == u"GetMulticastGroupSession")
            return json({{QStringLiteral("LoRaWAN"), running}});
        if (operation == u"StartMulticastGroupSession")
            running = body.value(u"LoRaWAN").toObject();
        if (operation == u"CancelMulticastGroupSession")
            running = {};
        if (operation == u"DeleteMulticastGroup")
            names.remove(id);
        if (operation == u"UpdateMulticastGroup")
            names[id] = body.value(u"Name").toString(names[id]);
        return {204, {}, {}, false};
    }

    // The same token with the same parameters is the same group.
    HttpResponse create(const QJsonObject& body)
    {
        const QString token = body.value(u"ClientRequestToken").toString();
        if (made.contains(token) && made.value(token) != body)
            return refusal(409);
        const QString id = QStringLiteral("made-") + token;
        made.insert(token, body);
        names.insert(id, body.value(u"Name").toString());
        HttpResponse created = json({{QStringLiteral("Id"), id}});
        created.status = 201;
        return created;
    }

    QJsonObject list() const
    {
        QJsonArray all;
        for (auto it = names.begin(); it != names.end(); ++it)
            all.append(QJsonObject{{QStringLiteral("Id"), it.key()},
                                   {QStringLiteral("Name"), it.value()}});
        return {{QStringLiteral("MulticastGroupList"), all}};
    }

    // Of whichever group is asked for.
    static QJsonObject devices()
    {
        const QJsonObject ready{
            {QStringLiteral("Id"), QStringLiteral("d0")},
            {QStringLiteral("Name"), QStringLiteral("meter 0")},
            {QStringLiteral("MulticastDeviceStatus"), QStringLiteral("Multicast_setup_ready")}};
        const QJsonObject deaf{
            {QStringLiteral("Id"), QStringLiteral("d1")},
            {QStringLiteral("Name"), QStringLiteral("meter 1")},
            {QStringLiteral("MulticastDeviceStatus"), QStringLiteral("Package unsupported")}};
        return {{QStringLiteral("WirelessDeviceList"), QJsonArray{ready, deaf}}};
    }

    static QJsonObject gateways()
    {
        const QJsonObject roof{
            {QStringLiteral("Id"), QStringLiteral("gw-1")},
            {QStringLiteral("Name"), QStringLiteral("roof")},
            {QStringLiteral("LoRaWAN"),
             QJsonObject{{QStringLiteral("GatewayEui"), QStringLiteral("aa555a0000000101")},
                         {QStringLiteral("RfRegion"), QStringLiteral("EU868")}}}};
        return {{QStringLiteral("WirelessGatewayList"), QJsonArray{roof}}};
    }

    QJsonObject details(const QString& id) const
    {
        const QJsonObject radio{{QStringLiteral("DlClass"), QStringLiteral("ClassC")},
                                {QStringLiteral("RfRegion"), QStringLiteral("EU868")},
                                {QStringLiteral("NumberOfDevicesInGroup"), inGroup},
                                {QStringLiteral("NumberOfDevicesRequested"), 12}};
        return {{QStringLiteral("Id"), id},
                {QStringLiteral("Name"), names.value(id)},
                {QStringLiteral("Status"), status},
                {QStringLiteral("LoRaWAN"), radio}};
    }

    static HttpResponse refusal(int code)
    {
        const QByteArray type = code == 404 ? "ResourceNotFoundException"
            : code == 409                   ? "ConflictException"
                                            : "AccessDeniedException";
        return {code, {{"x-amzn-errortype", type}}, R"({"Message": "no"})", false};
    }

    static HttpResponse json(const QJsonObject& body)
    {
        return {200, {}, QJsonDocument(body).toJson(QJsonDocument::Compact), false};
    }

    int askedFor(const char* operation) const
    {
        return int(asked.count(QString::fromLatin1(operation)));
    }

    QMap<QString, QString> names{{QStringLiteral("g0"), QStringLiteral("street")},
                                 {QStringLiteral("g1"), QStringLiteral("harbour")}};
    QString status = QStringLiteral("Pending");
    int inGroup = 3;
    QJsonObject running; // the session of a group
    QHash<QString, QJsonObject> made; // by token
    QSet<QString> silent; // operations
    QHash<QString, int> fates; // HTTP status, or LostAnswer
    QStringList asked;
    QList<QJsonObject> bodies; // of what was not a GET
};

} // namespace fuotadesk
