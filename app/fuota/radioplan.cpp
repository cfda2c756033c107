#include "fuota/radioplan.h"

#include "lorawan/airtime.h"
#include "lorawan/dutycycle.h"
#include "lorawan/sessiontimeout.h"

#include <algorithm>
#include <array>

namespace fuotadesk {

namespace {

constexpr qint64 BeaconPeriodSeconds = 128; // LoRaWAN 1.0.4, class B
constexpr qint64 MostPingSlots = 128;

void addDataRate(const CampaignDraft& draft, RadioPlan& radio)
{
    const QByteArray name = draft.task.rfRegion.value_or(QString()).toLatin1();
    radio.region = lorawan::findRegion(std::string_view(name.constData(), size_t(name.size())));
    if (!radio.region)
        return;
    const auto& channel = draft.planning.classB ? radio.region->pingSlot : radio.region->rx2;
    radio.frequencyHz = channel.frequencyHz;
    if (radio.frequencyHz) {
        const auto* band = lorawan::dutyCycleBandAt(*radio.region, *radio.frequencyHz);
        if (band)
            radio.dutyCycleLimitPermille = band->limitPermille;
    }
    const auto* rate = lorawan::findDataRate(*radio.region, draft.planning.dataRate);
    if (!rate || !rate->downlink)
        return;
    radio.dataRate = rate;
    radio.largestFragmentBytes = lorawan::maximumFragmentSize(*rate);
}

void addAirTime(const Planning& planning, qint64 fragmentBytes, RadioPlan& radio)
{
    if (!radio.dataRate)
        return;
    radio.timeOnAirUs = lorawan::fragmentTimeOnAir(*radio.dataRate, fragmentBytes);
    if (!radio.timeOnAirUs)
        return;
    radio.gatewayIntervalMs = lorawan::minimumIntervalOver(
        planning.gateways, planning.transmissionIntervalMs, *radio.timeOnAirUs);
    if (radio.dutyCycleLimitPermille)
        radio.dutyCycleIntervalMs =
            lorawan::minimumInterval(*radio.timeOnAirUs, *radio.dutyCycleLimitPermille);
}

std::optional<int> timeoutExponent(bool classB, qint64 fragments, qint64 intervalSeconds)
{
    if (!classB)
        return lorawan::classCTimeoutExponent(fragments, intervalSeconds);
    if (intervalSeconds < 1)
        return {};
    const qint64 slots =
        std::clamp(BeaconPeriodSeconds / intervalSeconds, qint64(1), MostPingSlots);
    return lorawan::classBTimeoutExponent(fragments, int(slots));
}

void addSession(const Planning& planning, const TransferPlan& plan, RadioPlan& radio)
{
    const qint64 fragments = plan.fragments.total();
    if (fragments < 1 || plan.exceedsFragmentLimit() || plan.intervalSeconds < 1)
        return;
    if (const auto exponent = timeoutExponent(planning.classB, fragments, plan.intervalSeconds))
        radio.sessionTimeoutSeconds =
            (qint64(1) << *exponent) * (planning.classB ? BeaconPeriodSeconds : 1);
    if (!radio.timeOnAirUs)
        return;
    radio.dutyCyclePercent =
        lorawan::dutyCyclePercent(*radio.timeOnAirUs, plan.intervalSeconds * 1000);
    const qint64 lastMs = (*radio.timeOnAirUs + 999) / 1000
        + qint64(planning.gateways - 1) * planning.transmissionIntervalMs;
    radio.sendMs = (fragments - 1) * plan.intervalSeconds * 1000 + lastMs;
}

} // namespace

std::optional<qint64> RadioPlan::minimumIntervalMs() const
{
    if (!gatewayIntervalMs)
        return {};
    return std::max(*gatewayIntervalMs, dutyCycleIntervalMs.value_or(0));
}

std::optional<qint64> RadioPlan::minimumIntervalSeconds() const
{
    const auto milliseconds = minimumIntervalMs();
    if (!milliseconds)
        return {};
    return std::max(qint64(1), (*milliseconds + 999) / 1000);
}

bool RadioPlan::exceedsDutyCycle() const
{
    return dutyCyclePercent && dutyCycleLimitPermille
        && *dutyCyclePercent > *dutyCycleLimitPermille / 10.0;
}

RadioPlan planRadio(const CampaignDraft& draft, const TransferPlan& plan)
{
    RadioPlan radio;
    addDataRate(draft, radio);
    addAirTime(draft.planning, plan.fragmentBytes, radio);
    addSession(draft.planning, plan, radio);
    return radio;
}

RadioPlan planRadio(const CampaignDraft& draft, const std::optional<TransferPlan>& plan)
{
    if (plan)
        return planRadio(draft, *plan);
    RadioPlan radio;
    addDataRate(draft, radio);
    addAirTime(draft.planning,
               draft.task.fragmentSizeBytes.value_or(draft.planning.fragmentSizeBytes), radio);
    return radio;
}

QStringList variantNames()
{
    return {QStringLiteral("v1"), QStringLiteral("v2"), QStringLiteral("v2_text")};
}

std::optional<lorawan::Variant> variantNamed(const QString& name)
{
    constexpr std::array Variants = {lorawan::Variant::V1, lorawan::Variant::V2,
                                     lorawan::Variant::V2Text};
    const qsizetype index = variantNames().indexOf(name);
    return index < 0 ? std::nullopt : std::optional(Variants.at(std::size_t(index)));
}

QStringList decoderNames()
{
    QStringList names;
    for (const recovery::DecoderProfile& each : recovery::decoderProfiles())
        names.append(QString::fromLatin1(each.name.data(), qsizetype(each.name.size())));
    return names;
}

std::optional<recovery::DecoderProfile> decoderOf(const Planning& planning)
{
    if (planning.decoder == u"own") {
        const OwnDecoder& own = planning.ownDecoder;
        recovery::DecoderProfile profile;
        profile.name = "own";
        profile.maximumFragments = own.maximumFragments;
        profile.maximumFragmentBytes = own.maximumFragmentBytes;
        profile.sizeMultiple = own.sizeMultiple;
        profile.limit.maximumLost = own.maximumLost;
        return profile;
    }
    const QByteArray name = planning.decoder.toLatin1();
    const auto* known =
        recovery::findDecoder(std::string_view(name.constData(), size_t(name.size())));
    return known ? std::optional(*known) : std::nullopt;
}

} // namespace fuotadesk
