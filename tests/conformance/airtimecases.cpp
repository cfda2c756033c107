#include "conformance/kinds.h"

#include "lorawan/airtime.h"

#include <cmath>

namespace fuotadesk {

using lorawan::DataRate;
using lorawan::Modulation;

namespace {

QString nameOf(Modulation modulation)
{
    return modulation == Modulation::LoRa ? QStringLiteral("LORA") : QStringLiteral("FSK");
}

DataRate rateOf(const QJsonObject& test)
{
    DataRate rate;
    rate.modulation = test.contains(u"sf") ? Modulation::LoRa : Modulation::Fsk;
    rate.spreadingFactor = test.value(u"sf").toInt();
    rate.bandwidthKhz = test.value(u"bw_khz").toInt();
    rate.bitsPerSecond = test.value(u"bitrate").toInt();
    return rate;
}

// What the program takes for granted and the file says in words.
void compareFraming(const QJsonObject& test, Modulation modulation, Disagreements& found)
{
    found.expect("modulation", test.value(u"modulation").toString(), nameOf(modulation));
    if (modulation == Modulation::Fsk) {
        found.expect("preamble bytes", test.value(u"preamble_bytes"), QJsonValue(5));
        found.expect("sync bytes", test.value(u"sync_bytes"), QJsonValue(3));
        return;
    }
    found.expect("preamble", test.value(u"preamble"), QJsonValue(8));
    found.expect("coding rate", test.value(u"cr"), QJsonValue(QStringLiteral("4/5")));
    found.expect("explicit header", test.value(u"explicit_header"), QJsonValue(true));
}

Disagreements check(const QJsonObject& test, double toleranceUs)
{
    Disagreements found;
    const DataRate rate = rateOf(test);
    const int frame = test.value(u"phy_payload").toInt();
    compareFraming(test, rate.modulation, found);
    if (rate.modulation == Modulation::LoRa)
        found.expect(
            "ldro", test.value(u"ldro"),
            QJsonValue(lorawan::lowDataRateOptimized(rate.spreadingFactor, rate.bandwidthKhz)));
    if (test.contains(u"frag_size"))
        found.expect("phy_payload", QJsonValue(frame),
                     QJsonValue(test.value(u"frag_size").toInt() + lorawan::FragmentFrameBytes));
    const auto time = lorawan::timeOnAir(rate, frame, test.value(u"crc").toBool());
    const double expected = test.value(u"toa_us").toDouble();
    if (!time || !(std::abs(static_cast<double>(*time) - expected) <= toleranceUs))
        found.add(QStringLiteral("toa_us: expected %1, got %2")
                      .arg(expected, 0, 'f', 0)
                      .arg(time.value_or(-1)));
    return found;
}

QString nameOf(const QJsonObject& test)
{
    return QStringLiteral("%1 SF%2 %3 kHz, %4 bytes, crc %5")
        .arg(test.value(u"modulation").toString())
        .arg(test.value(u"sf").toInt())
        .arg(test.value(u"bw_khz").toInt())
        .arg(test.value(u"phy_payload").toInt())
        .arg(test.value(u"crc").toBool());
}

} // namespace

void runAirTimeCases(const QJsonObject& document, CaseRunner& runner)
{
    const double tolerance = document.value(u"about")[u"tolerance_us"].toDouble();
    for (const auto list = document.value(u"vectors").toArray(); const QJsonValue& each : list)
        runner.finish(nameOf(each.toObject()), check(each.toObject(), tolerance));
}

} // namespace fuotadesk
