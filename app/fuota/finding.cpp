#include "fuota/finding.h"

#include <algorithm>

namespace fuotadesk {

namespace {

const char* codeName(FindingCode code)
{
    // clang-format off
    switch (code) {
    case FindingCode::Required: return "required";
    case FindingCode::TooShort: return "too-short";
    case FindingCode::TooLong: return "too-long";
    case FindingCode::BelowMinimum: return "below-minimum";
    case FindingCode::AboveMaximum: return "above-maximum";
    case FindingCode::PatternMismatch: return "pattern-mismatch";
    case FindingCode::UnknownValue: return "unknown-value";
    case FindingCode::TooManyTags: return "too-many-tags";
    case FindingCode::TagKeyMissing: return "tag-key-missing";
    case FindingCode::TagKeyTooLong: return "tag-key-too-long";
    case FindingCode::TagValueTooLong: return "tag-value-too-long";
    case FindingCode::TagKeyDuplicate: return "tag-key-duplicate";
    case FindingCode::InvalidText: return "invalid-text";
    case FindingCode::NameCharacters: return "name-characters";
    case FindingCode::ImageNotS3: return "image-not-s3";
    case FindingCode::ImageWithoutKey: return "image-without-key";
    case FindingCode::ImageOverOneMegabyte: return "image-over-one-megabyte";
    case FindingCode::ImageEmpty: return "image-empty";
    case FindingCode::RoleNotArn: return "role-not-arn";
    case FindingCode::DescriptorNotFourBytes: return "descriptor-not-four-bytes";
    case FindingCode::FragmentTooLarge: return "fragment-too-large";
    case FindingCode::TooManyFragments: return "too-many-fragments";
    case FindingCode::RedundancyUseless: return "redundancy-useless";
    case FindingCode::IntervalRounded: return "interval-rounded";
    case FindingCode::IntervalRoundsToZero: return "interval-rounds-to-zero";
    case FindingCode::ImageSizeUnknown: return "image-size-unknown";
    case FindingCode::RfRegionUnset: return "rf-region-unset";
    case FindingCode::FragmentSizeNeedsGroups: return "fragment-size-needs-groups";
    case FindingCode::DataRateMissing: return "data-rate-missing";
    case FindingCode::DataRateDisputed: return "data-rate-disputed";
    case FindingCode::RegionDisputed: return "region-disputed";
    case FindingCode::FragmentOverDataRate: return "fragment-over-data-rate";
    case FindingCode::FragmentsOverDecoder: return "fragments-over-decoder";
    case FindingCode::FragmentOverDecoder: return "fragment-over-decoder";
    case FindingCode::FragmentUnderDecoder: return "fragment-under-decoder";
    case FindingCode::FragmentNotMultiple: return "fragment-not-multiple";
    case FindingCode::IntervalTooShort: return "interval-too-short";
    case FindingCode::DutyCycleExceeded: return "duty-cycle-exceeded";
    case FindingCode::SessionTooLong: return "session-too-long";
    case FindingCode::MatrixLuck: return "matrix-luck";
    case FindingCode::UncoveredFragments: return "uncovered-fragments";
    case FindingCode::DecoderUnknown: return "decoder-unknown";
    case FindingCode::VariantUnknown: return "variant-unknown";
    }
    // clang-format on
    return "";
}

} // namespace

QString findingCodeName(FindingCode code)
{
    return QString::fromLatin1(codeName(code));
}

QString severityName(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return QStringLiteral("error");
    case Severity::Warning:
        return QStringLiteral("warning");
    case Severity::Info:
        break;
    }
    return QStringLiteral("info");
}

bool hasErrors(const QList<Finding>& findings)
{
    return std::ranges::any_of(findings,
                               [](const Finding& f) { return f.severity == Severity::Error; });
}

} // namespace fuotadesk
