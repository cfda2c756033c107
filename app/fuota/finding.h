#pragma once

#include "fuota/fieldtable.h"

namespace fuotadesk {

enum class Severity { Error, Warning, Info };

// What can be said of a draft. The first group is what the service's model enforces (errors), the
// others come from the guides and from TS004 and only warn or inform.
enum class FindingCode {
    Required,
    TooShort,
    TooLong,
    BelowMinimum,
    AboveMaximum,
    PatternMismatch,
    UnknownValue,
    TooManyTags,
    TagKeyMissing,
    TagKeyTooLong,
    TagValueTooLong,
    TagKeyDuplicate,
    InvalidText,

    NameCharacters,
    ImageNotS3,
    ImageWithoutKey,
    ImageOverOneMegabyte,
    ImageEmpty,
    RoleNotArn,
    DescriptorNotFourBytes,
    FragmentTooLarge,
    TooManyFragments,
    RedundancyUseless,
    IntervalRounded,
    IntervalRoundsToZero,

    ImageSizeUnknown,
    RfRegionUnset,
    FragmentSizeNeedsGroups,

    // of radio, duty cycle, decoder and matrix (fuota/radioadvice)
    DataRateMissing,
    DataRateDisputed,
    RegionDisputed,
    FragmentOverDataRate,
    FragmentsOverDecoder,
    FragmentOverDecoder,
    FragmentUnderDecoder,
    FragmentNotMultiple,
    IntervalTooShort,
    DutyCycleExceeded,
    SessionTooLong,
    MatrixLuck,
    UncoveredFragments,
    DecoderUnknown,
    VariantUnknown,
};

// figure is the bound or count the sentence needs (a maximum, a length, a number of fragments),
// else 0.
struct Finding {
    Field field = Field::Name;
    Severity severity = Severity::Error;
    FindingCode code = FindingCode::Required;
    qint64 figure = 0;

    friend bool operator==(const Finding&, const Finding&) = default;
};

// Words for machines ("too-long", "error"), as `plan --json` prints them.
QString findingCodeName(FindingCode code);
QString severityName(Severity severity);
bool hasErrors(const QList<Finding>& findings);

} // namespace fuotadesk
