#include "text/findingtext.h"

#include "text/numbertext.h"

namespace fuotadesk {

QString FindingText::radioSentence(const Finding& finding) const
{
    switch (finding.code) {
    case FindingCode::DataRateMissing:
        return tr("This region has no downlinks at DR%1.").arg(finding.figure);
    case FindingCode::DataRateDisputed:
        return tr("Sources differ on how much DR%1 carries in this region.").arg(finding.figure);
    case FindingCode::RegionDisputed:
        return tr("Sources differ on the downlink channel of this region.");
    case FindingCode::FragmentOverDataRate:
        return tr("At this data rate a fragment has at most %1 bytes.").arg(figure(finding));
    case FindingCode::IntervalTooShort:
        return tr("All gateways together need at least %1 ms for a fragment.").arg(figure(finding));
    case FindingCode::DutyCycleExceeded:
        return tr("A gateway would send more than the duty cycle allows; it needs at least %1 ms "
                  "between fragments.")
            .arg(figure(finding));
    case FindingCode::SessionTooLong:
        return tr("Sending takes longer than the longest session, %1.")
            .arg(durationText(std::chrono::seconds(finding.figure)));
    default:
        return {};
    }
}

QString FindingText::codeSentence(const Finding& finding) const
{
    switch (finding.code) {
    case FindingCode::FragmentsOverDecoder:
        return tr("The assumed decoder holds at most %1 fragments and refuses the session.")
            .arg(figure(finding));
    case FindingCode::FragmentOverDecoder:
        return tr("The assumed decoder takes fragments of at most %1 bytes.").arg(figure(finding));
    case FindingCode::FragmentUnderDecoder:
        return tr("The assumed decoder takes fragments of at least %1 bytes.").arg(figure(finding));
    case FindingCode::FragmentNotMultiple:
        return tr("The assumed decoder wants fragment sizes that are a multiple of %1.")
            .arg(figure(finding));
    case FindingCode::MatrixLuck:
        return tr("With %1 fragments much depends on which ones the redundant fragments combine.")
            .arg(figure(finding));
    case FindingCode::UncoveredFragments:
        if (finding.figure == 1)
            return tr("One data fragment is in no redundant fragment: whoever loses it loses the "
                      "image.");
        return tr("%1 data fragments are in no redundant fragment: whoever loses one of them "
                  "loses the image.")
            .arg(figure(finding));
    case FindingCode::DecoderUnknown:
        return tr("This decoder is not known; one without limits is assumed.");
    case FindingCode::VariantUnknown:
        return tr("This variant of the code is not known; v1 is assumed.");
    default:
        return {};
    }
}

QString FindingText::radioRemedy(const Finding& finding) const
{
    switch (finding.code) {
    case FindingCode::DataRateMissing:
        return tr("Choose another data rate in the assumptions.");
    case FindingCode::FragmentOverDataRate:
    case FindingCode::FragmentOverDecoder:
        return tr("Make fragments smaller.");
    case FindingCode::FragmentsOverDecoder:
    case FindingCode::FragmentUnderDecoder:
        return tr("Make fragments larger.");
    case FindingCode::IntervalTooShort:
    case FindingCode::DutyCycleExceeded:
        return tr("Make the interval longer.");
    case FindingCode::SessionTooLong:
        return tr("Make fragments larger or the interval shorter.");
    case FindingCode::MatrixLuck:
        return tr("Compare the sizes beside this one.");
    case FindingCode::UncoveredFragments:
        return tr("A little more redundancy, or another fragment size, covers them.");
    default:
        return {};
    }
}

} // namespace fuotadesk
