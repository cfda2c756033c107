#include "conformance/kinds.h"

#include "lorawan/airtime.h"
#include "lorawan/region.h"

#include <set>

namespace fuotadesk {

using lorawan::Channel;
using lorawan::DataRate;
using lorawan::Region;

namespace {

constexpr int FrameAroundPayload = 13; // MHDR 1, FHDR 7, FPort 1, MIC 4

template <typename Number>
QJsonValue orNull(const std::optional<Number>& value)
{
    return value ? QJsonValue(static_cast<double>(*value)) : QJsonValue();
}

// The file writes one frequency as a number and several as a list.
QJsonValue frequencies(const Channel& channel)
{
    if (channel.channels == 1)
        return orNull(channel.frequencyHz);
    QJsonArray list;
    for (int i = 0; i < channel.channels; ++i)
        list.append(static_cast<double>(channel.frequencyHz.value_or(0) + i * channel.stepHz));
    return list;
}

void compareChannels(const QJsonObject& test, const Region& region, Disagreements& found)
{
    const QJsonObject rx2 = test.value(u"rx2").toObject();
    const QJsonObject classB = test.value(u"class_b").toObject();
    found.expect("rx2", rx2.value(u"freq_hz"), frequencies(region.rx2));
    found.expect("rx2 data rate", rx2.value(u"dr"), QJsonValue(region.rx2.dataRate));
    found.expect("ping slot", classB.value(u"ping_slot_freq_hz"), frequencies(region.pingSlot));
    found.expect("ping slot data rate", classB.value(u"ping_slot_dr"),
                 QJsonValue(region.pingSlot.dataRate));
    found.expect("beacon", classB.value(u"beacon_freq_hz"), frequencies(region.beacon));
    found.expect("beacon data rate", classB.value(u"beacon_dr"),
                 QJsonValue(region.beacon.dataRate));
}

void compareBands(const QJsonArray& expected, const Region& region, Disagreements& found)
{
    found.expect("number of bands", QJsonValue(expected.size()),
                 QJsonValue(qsizetype(region.dutyCycleBands.size())));
    if (qsizetype(region.dutyCycleBands.size()) != expected.size())
        return;
    for (qsizetype i = 0; i < expected.size(); ++i) {
        const QJsonObject band = expected[i].toObject();
        const auto& ours = region.dutyCycleBands[static_cast<std::size_t>(i)];
        found.expect("band from", band.value(u"min_hz"), QJsonValue(qint64(ours.minimumHz)));
        found.expect("band to", band.value(u"max_hz"), QJsonValue(qint64(ours.maximumHz)));
        found.expect("band limit", band.value(u"limit"), QJsonValue(ours.limitPermille / 1000.0));
    }
}

bool sourcesDiffer(const QJsonObject& sources)
{
    std::set<int> values;
    for (const auto& source : {QStringLiteral("lm"), QStringLiteral("cs"), QStringLiteral("tts")})
        if (const QJsonValue value = sources.value(source); value.isDouble())
            values.insert(value.toInt());
    return values.size() > 1;
}

void compareModulation(const QJsonObject& test, const DataRate& rate, Disagreements& found)
{
    const bool lora = rate.modulation == lorawan::Modulation::LoRa;
    const auto name = lora ? QStringLiteral("LORA") : QStringLiteral("FSK");
    found.expect("modulation", test.value(u"modulation"), QJsonValue(name));
    found.expect("sf", QJsonValue(test.value(u"sf").toInt()), QJsonValue(rate.spreadingFactor));
    found.expect("bw_khz", QJsonValue(test.value(u"bw_khz").toInt()),
                 QJsonValue(rate.bandwidthKhz));
    found.expect("bitrate", QJsonValue(test.value(u"bitrate").toInt()),
                 QJsonValue(rate.bitsPerSecond));
}

void compareRate(const QJsonObject& test, const DataRate& rate, Disagreements& found)
{
    compareModulation(test, rate, found);
    found.expect("downlink", test.value(u"downlink"), QJsonValue(rate.downlink));
    found.expect("n_max", test.value(u"n_max"), QJsonValue(rate.maximumPayload));
    found.expect("n_max_repeater", test.value(u"n_max_repeater"),
                 orNull(rate.maximumPayloadRepeater));
    if (test.contains(u"n_max_dwell400") || rate.maximumPayloadDwell)
        found.expect("n_max_dwell400", test.value(u"n_max_dwell400"),
                     orNull(rate.maximumPayloadDwell));
    found.expect("sources differ", QJsonValue(sourcesDiffer(test.value(u"sources").toObject())),
                 QJsonValue(rate.disputed));
    if (!rate.downlink)
        return;
    found.expect("max_fragment_size", test.value(u"max_fragment_size"),
                 orNull(lorawan::maximumFragmentSize(rate)));
    found.expect("toa_us_at_max", test.value(u"toa_us_at_max"),
                 orNull(lorawan::timeOnAir(rate, rate.maximumPayload + FrameAroundPayload)));
}

void compareRates(const QJsonArray& expected, const Region& region, Disagreements& found)
{
    found.expect("number of data rates", QJsonValue(expected.size()),
                 QJsonValue(qsizetype(region.dataRates.size())));
    for (const QJsonValue& each : expected) {
        const int index = each[u"dr"].toInt(-1);
        Disagreements inRate;
        if (const DataRate* rate = lorawan::findDataRate(region, index))
            compareRate(each.toObject(), *rate, inRate);
        else
            inRate.add(QStringLiteral("unknown"));
        for (const QString& line : inRate.lines())
            found.add(QStringLiteral("DR%1 %2").arg(index).arg(line));
    }
}

Disagreements check(const QJsonObject& test)
{
    Disagreements found;
    const auto name = test.value(u"aws_rf_region").toString().toStdString();
    const Region* region = lorawan::findRegion(name);
    if (!region) {
        found.add(QStringLiteral("unknown region"));
        return found;
    }
    compareChannels(test, *region, found);
    compareBands(test.value(u"duty_cycle").toArray(), *region, found);
    compareRates(test.value(u"data_rates").toArray(), *region, found);
    found.expect("downlink dwell time", test.value(u"downlink_dwell_time"),
                 QJsonValue(region->downlinkDwellTime));
    found.expect("in conflict", QJsonValue(!test.value(u"conflicts").toArray().isEmpty()),
                 QJsonValue(disputed(*region)));
    return found;
}

} // namespace

void runRegionCases(const QJsonObject& document, CaseRunner& runner)
{
    const QJsonArray regions = document.value(u"regions").toArray();
    Disagreements found;
    found.expect("number of regions", QJsonValue(regions.size()),
                 QJsonValue(qsizetype(lorawan::regions().size())));
    runner.finish(QStringLiteral("document"), found);
    runner.runAll(regions, QStringLiteral("aws_rf_region"), check);
}

} // namespace fuotadesk
