#include "fuota/planningjson.h"

#include <QJsonArray>

#include <limits>

namespace fuotadesk {

namespace {

constexpr qint64 LargestInteger = std::numeric_limits<qint32>::max();
constexpr qsizetype MostShares = 10;

void readFleet(MemberReader& reader, Planning& planning)
{
    const QJsonArray array = reader.take("fleet", QJsonValue::Array).toArray();
    if (array.size() > MostShares)
        return reader.fail(QStringLiteral("fleet"));
    QList<FleetShare> fleet;
    double whole = 0;
    for (const auto& item : array) {
        const QString path = QStringLiteral("fleet[%1]").arg(fleet.size());
        MemberReader entry(item.toObject(), path + u'.');
        FleetShare share;
        entry.read("share", share.share, 0.0, 1.0);
        entry.read("loss", share.loss, 0.0, 1.0);
        if (!item.isObject())
            return reader.fail(path);
        reader.join(entry);
        if (!entry.wrong().isEmpty())
            return;
        whole += share.share;
        fleet.append(share);
    }
    if (!fleet.isEmpty() && whole <= 0)
        return reader.fail(QStringLiteral("fleet"));
    planning.fleet = fleet;
}

void readOwnDecoder(MemberReader& reader, Planning& planning)
{
    MemberReader part(reader.take("ownDecoder", QJsonValue::Object).toObject(),
                      QStringLiteral("ownDecoder."));
    OwnDecoder& own = planning.ownDecoder;
    part.read("maximumFragments", own.maximumFragments, 1, 16383);
    part.read("maximumFragmentBytes", own.maximumFragmentBytes, 1, 239);
    part.read("maximumLost", own.maximumLost, 0, 16383);
    part.read("sizeMultiple", own.sizeMultiple, 1, 239);
    reader.join(part);
}

void readStart(MemberReader& reader, Planning& planning)
{
    QString text;
    reader.read("startAt", text);
    if (text.isEmpty())
        return;
    const QDateTime time = QDateTime::fromString(text, Qt::ISODate);
    if (!time.isValid())
        return reader.fail(QStringLiteral("startAt"));
    planning.startAt = time.toUTC();
}

QJsonArray fleetJson(const QList<FleetShare>& fleet)
{
    QJsonArray array;
    for (const FleetShare& each : fleet)
        array.append(QJsonObject{{QStringLiteral("share"), each.share},
                                 {QStringLiteral("loss"), each.loss}});
    return array;
}

QJsonObject ownDecoderJson(const OwnDecoder& own)
{
    return {
        {QStringLiteral("maximumFragments"), own.maximumFragments},
        {QStringLiteral("maximumFragmentBytes"), own.maximumFragmentBytes},
        {QStringLiteral("maximumLost"), own.maximumLost},
        {QStringLiteral("sizeMultiple"), own.sizeMultiple},
    };
}

} // namespace

void readPlanning(MemberReader& reader, Planning& planning)
{
    reader.read("dataRate", planning.dataRate, 0, 15);
    reader.read("fragmentSizeBytes", planning.fragmentSizeBytes, 1, LargestInteger);
    reader.read("redundancyPercent", planning.redundancyPercent, 0, 100);
    reader.read("fragmentIntervalMs", planning.fragmentIntervalMs, 1, LargestInteger);
    reader.read("loss", planning.loss, 0.0, 1.0);
    reader.read("burstFragments", planning.burstFragments, 1.0, 1000.0);
    reader.read("gateways", planning.gateways, 1, 20);
    reader.read("transmissionIntervalMs", planning.transmissionIntervalMs, 0, 60'000);
    reader.read("classB", planning.classB);
    reader.read("variant", planning.variant);
    reader.read("decoder", planning.decoder);
    reader.read("devices", planning.devices, 1, 10'000'000);
    reader.read("target", planning.target, 0.0, 1.0);
    readFleet(reader, planning);
    readOwnDecoder(reader, planning);
    readStart(reader, planning);
}

QJsonObject planningJson(const Planning& planning)
{
    return {
        {QStringLiteral("dataRate"), planning.dataRate},
        {QStringLiteral("fragmentSizeBytes"), planning.fragmentSizeBytes},
        {QStringLiteral("redundancyPercent"), planning.redundancyPercent},
        {QStringLiteral("fragmentIntervalMs"), planning.fragmentIntervalMs},
        {QStringLiteral("loss"), planning.loss},
        {QStringLiteral("burstFragments"), planning.burstFragments},
        {QStringLiteral("gateways"), planning.gateways},
        {QStringLiteral("transmissionIntervalMs"), planning.transmissionIntervalMs},
        {QStringLiteral("classB"), planning.classB},
        {QStringLiteral("variant"), planning.variant},
        {QStringLiteral("decoder"), planning.decoder},
        {QStringLiteral("devices"), planning.devices},
        {QStringLiteral("target"), planning.target},
        {QStringLiteral("fleet"), fleetJson(planning.fleet)},
        {QStringLiteral("ownDecoder"), ownDecoderJson(planning.ownDecoder)},
        {QStringLiteral("startAt"),
         planning.startAt ? QJsonValue(planning.startAt->toUTC().toString(Qt::ISODate))
                          : QJsonValue()},
    };
}

} // namespace fuotadesk
