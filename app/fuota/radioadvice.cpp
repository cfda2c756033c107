#include "fuota/radioadvice.h"

#include "fuota/radioplan.h"

namespace fuotadesk {

namespace {

using Findings = QList<Finding>;

struct Plans {
    std::optional<TransferPlan> transfer;
    RadioPlan radio;
    std::optional<recovery::DecoderProfile> decoder;
};

Finding warning(Field field, FindingCode code, qint64 figure)
{
    return {field, Severity::Warning, code, figure};
}

Findings regionAdvice(const CampaignDraft& draft, const RadioPlan& radio)
{
    if (!radio.region)
        return {};
    const auto information = [](FindingCode code, qint64 figure) {
        return Finding{Field::RfRegion, Severity::Info, code, figure};
    };
    const int index = draft.planning.dataRate;
    Findings findings;
    if (!radio.dataRate)
        findings.append(warning(Field::RfRegion, FindingCode::DataRateMissing, index));
    else if (radio.dataRate->disputed)
        findings.append(information(FindingCode::DataRateDisputed, index));
    const auto& channel = draft.planning.classB ? radio.region->pingSlot : radio.region->rx2;
    if (channel.disputed || !channel.frequencyHz)
        findings.append(information(FindingCode::RegionDisputed, 0));
    return findings;
}

Findings decoderSizeAdvice(const TransferPlan& plan, const recovery::DecoderProfile& decoder)
{
    constexpr Field field = Field::FragmentSizeBytes;
    Findings findings;
    if (plan.fragments.data > decoder.maximumFragments)
        findings.append(
            warning(field, FindingCode::FragmentsOverDecoder, decoder.maximumFragments));
    if (plan.fragmentBytes > decoder.maximumFragmentBytes)
        findings.append(
            warning(field, FindingCode::FragmentOverDecoder, decoder.maximumFragmentBytes));
    if (plan.fragmentBytes < decoder.minimumFragmentBytes)
        findings.append(
            warning(field, FindingCode::FragmentUnderDecoder, decoder.minimumFragmentBytes));
    if (plan.fragmentBytes % decoder.sizeMultiple != 0)
        findings.append(warning(field, FindingCode::FragmentNotMultiple, decoder.sizeMultiple));
    return findings;
}

Findings fragmentSizeAdvice(const Plans& plans)
{
    Findings findings;
    // Beyond the limits of the protocol, those of radio and decoder add nothing.
    if (!plans.transfer || plans.transfer->exceedsFragmentLimit()
        || plans.transfer->fragmentBytes > lorawan::MaximumFragmentBytes)
        return findings;
    const auto largest = plans.radio.largestFragmentBytes;
    if (largest && plans.transfer->fragmentBytes > *largest)
        findings.append(
            warning(Field::FragmentSizeBytes, FindingCode::FragmentOverDataRate, *largest));
    if (plans.decoder)
        findings += decoderSizeAdvice(*plans.transfer, *plans.decoder);
    return findings;
}

Findings intervalAdvice(const CampaignDraft& draft, const Plans& plans)
{
    constexpr Field field = Field::FragmentIntervalMs;
    const auto& [transfer, radio, decoder] = plans;
    Findings findings;
    if (!transfer || transfer->intervalSeconds < 1)
        return findings;
    if (radio.exceedsDutyCycle())
        findings.append(warning(field, FindingCode::DutyCycleExceeded, *radio.dutyCycleIntervalMs));
    if (radio.gatewayIntervalMs && transfer->intervalSeconds * 1000 < *radio.gatewayIntervalMs)
        findings.append(warning(field, FindingCode::IntervalTooShort, *radio.gatewayIntervalMs));
    const qint64 longest = draft.planning.classB ? LongestSessionClassB : LongestSessionClassC;
    if (transfer->sendSeconds() > longest)
        findings.append(warning(field, FindingCode::SessionTooLong, longest));
    return findings;
}

Findings redundancyAdvice(const CampaignDraft& draft, const Plans& plans)
{
    constexpr Field field = Field::RedundancyPercent;
    Findings findings;
    if (!variantNamed(draft.planning.variant))
        findings.append(warning(field, FindingCode::VariantUnknown, 0));
    if (!plans.decoder)
        findings.append(warning(field, FindingCode::DecoderUnknown, 0));
    const qint64 data = plans.transfer ? plans.transfer->fragments.data : 0;
    if (data > 1 && data < MatrixLuckBelow && plans.transfer->fragments.redundant > 0)
        findings.append({field, Severity::Info, FindingCode::MatrixLuck, data});
    return findings;
}

} // namespace

QList<Finding> forecastAdvice(const Forecast& forecast)
{
    if (!forecast.uncovered || forecast.uncovered->empty() || forecast.overRedundancy.size() < 2)
        return {};
    return {warning(Field::RedundancyPercent, FindingCode::UncoveredFragments,
                    qint64(forecast.uncovered->size()))};
}

QList<Finding> radioAdvice(const CampaignDraft& draft, Field field)
{
    const auto plans = [&draft] {
        const auto transfer = planTransfer(draft);
        return Plans{transfer, planRadio(draft, transfer), decoderOf(draft.planning)};
    };
    switch (field) {
    case Field::RfRegion:
        return regionAdvice(draft, plans().radio);
    case Field::FragmentSizeBytes:
        return fragmentSizeAdvice(plans());
    case Field::FragmentIntervalMs:
        return intervalAdvice(draft, plans());
    case Field::RedundancyPercent:
        return redundancyAdvice(draft, plans());
    default:
        return {};
    }
}

} // namespace fuotadesk
