#include "fuota/validation.h"

#include "fuota/descriptor.h"
#include "fuota/imagelocation.h"
#include "fuota/radioadvice.h"
#include "fuota/transferplan.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace fuotadesk {

namespace {

constexpr qint64 OneMegabyte = 1'000'000; // 10^6 or 2^20 is not documented: the smaller one warns

using Findings = QList<Finding>;

const QRegularExpression& patternOf(const FieldSpec& spec)
{
    static const std::array<QRegularExpression, 11> compiled = [] {
        std::array<QRegularExpression, 11> all;
        for (const FieldSpec& each : fieldTable())
            all.at(static_cast<std::size_t>(each.field)) =
                QRegularExpression(QString::fromLatin1(each.pattern));
        return all;
    }();
    return compiled.at(static_cast<std::size_t>(spec.field));
}

bool hasLoneSurrogate(const QString& text)
{
    return !text.isValidUtf16();
}

// A trailing newline would slip past "$".
bool matches(const FieldSpec& spec, const QString& text)
{
    return !text.endsWith(u'\n') && patternOf(spec).match(text).hasMatch();
}

bool isListed(const FieldSpec& spec, const QString& text)
{
    return std::ranges::any_of(spec.values,
                               [&](const char* value) { return text == QLatin1String(value); });
}

Findings textFindings(const FieldSpec& spec, const QString& text)
{
    const auto error = [&](FindingCode code, qint64 figure = 0) {
        return Findings{{spec.field, Severity::Error, code, figure}};
    };
    const qint64 length = characterCount(text);
    if (spec.required && text.isEmpty())
        return error(FindingCode::Required);
    if (spec.minimum && length < *spec.minimum)
        return error(FindingCode::TooShort, *spec.minimum);
    if (spec.maximum && length > *spec.maximum)
        return error(FindingCode::TooLong, *spec.maximum);
    if (hasLoneSurrogate(text))
        return error(FindingCode::InvalidText);
    if (spec.pattern && !matches(spec, text))
        return error(FindingCode::PatternMismatch);
    if (!spec.values.empty() && !isListed(spec, text))
        return error(FindingCode::UnknownValue);
    return {};
}

Findings numberFindings(const FieldSpec& spec, qint64 number)
{
    if (spec.minimum && number < *spec.minimum)
        return {{spec.field, Severity::Error, FindingCode::BelowMinimum, *spec.minimum}};
    if (spec.maximum && number > *spec.maximum)
        return {{spec.field, Severity::Error, FindingCode::AboveMaximum, *spec.maximum}};
    // an integer of the model has 32 bits
    if (number > std::numeric_limits<qint32>::max())
        return {{spec.field, Severity::Error, FindingCode::AboveMaximum,
                 std::numeric_limits<qint32>::max()}};
    return {};
}

std::optional<Finding> tagFinding(const Tag& tag)
{
    const auto error = [](FindingCode code, qint64 figure = 0) {
        return Finding{Field::Tags, Severity::Error, code, figure};
    };
    if (characterCount(tag.key) < tagKeySpec().minimum)
        return error(FindingCode::TagKeyMissing);
    if (characterCount(tag.key) > tagKeySpec().maximum)
        return error(FindingCode::TagKeyTooLong, tagKeySpec().maximum);
    if (characterCount(tag.value) > tagValueSpec().maximum)
        return error(FindingCode::TagValueTooLong, tagValueSpec().maximum);
    if (hasLoneSurrogate(tag.key) || hasLoneSurrogate(tag.value))
        return error(FindingCode::InvalidText);
    return {};
}

Findings tagListFindings(const FieldSpec& spec, const QList<Tag>& tags)
{
    Findings findings;
    if (tags.size() > *spec.maximum)
        findings.append({spec.field, Severity::Error, FindingCode::TooManyTags, *spec.maximum});
    QSet<QString> seen;
    for (const Tag& tag : tags) {
        auto finding = tagFinding(tag);
        if (!finding && seen.contains(tag.key))
            finding = Finding{spec.field, Severity::Error, FindingCode::TagKeyDuplicate, 0};
        seen.insert(tag.key);
        if (finding && !findings.contains(*finding))
            findings.append(*finding);
    }
    return findings;
}

struct FindingsOfMember {
    const FieldSpec& spec;
    const TaskDraft& task;

    Findings operator()(QString TaskDraft::*member) const
    {
        return textFindings(spec, task.*member);
    }
    Findings operator()(std::optional<QString> TaskDraft::*member) const
    {
        return task.*member ? textFindings(spec, *(task.*member)) : Findings{};
    }
    Findings operator()(std::optional<qint64> TaskDraft::*member) const
    {
        return task.*member ? numberFindings(spec, *(task.*member)) : Findings{};
    }
    Findings operator()(QList<Tag> TaskDraft::*member) const
    {
        return tagListFindings(spec, task.*member);
    }
};

// Below: what the guides say and the model does not enforce.

Findings nameAdvice(const CampaignDraft& draft)
{
    static const QRegularExpression plain(QStringLiteral("^[A-Za-z0-9_-]*\\z"));
    if (draft.task.name && !plain.match(*draft.task.name).hasMatch())
        return {{Field::Name, Severity::Warning, FindingCode::NameCharacters, 0}};
    return {};
}

Findings regionAdvice(const CampaignDraft& draft)
{
    if (!draft.task.rfRegion)
        return {{Field::RfRegion, Severity::Info, FindingCode::RfRegionUnset, 0}};
    return {};
}

Findings imageAdvice(const CampaignDraft& draft)
{
    Findings findings;
    const auto add = [&](Severity severity, FindingCode code, qint64 figure = 0) {
        findings.append({Field::FirmwareUpdateImage, severity, code, figure});
    };
    if (!draft.task.firmwareUpdateImage.isEmpty()) {
        const auto location = parseImageLocation(draft.task.firmwareUpdateImage);
        if (!location)
            add(Severity::Warning, FindingCode::ImageNotS3);
        else if (location->key.isEmpty())
            add(Severity::Warning, FindingCode::ImageWithoutKey);
    }
    if (!draft.imageSizeBytes)
        add(Severity::Info, FindingCode::ImageSizeUnknown);
    else if (*draft.imageSizeBytes == 0)
        add(Severity::Warning, FindingCode::ImageEmpty);
    else if (*draft.imageSizeBytes > OneMegabyte)
        add(Severity::Warning, FindingCode::ImageOverOneMegabyte, *draft.imageSizeBytes);
    return findings;
}

Findings roleAdvice(const CampaignDraft& draft)
{
    static const QRegularExpression arn(
        QStringLiteral("^arn:aws[a-z-]*:iam::[0-9]{12}:role/[!-~]*[!-.0-~]\\z"));
    if (!draft.task.firmwareUpdateRole.isEmpty()
        && !arn.match(draft.task.firmwareUpdateRole).hasMatch())
        return {{Field::FirmwareUpdateRole, Severity::Warning, FindingCode::RoleNotArn, 0}};
    return {};
}

Findings redundancyAdvice(const CampaignDraft& draft)
{
    const auto plan = planTransfer(draft);
    Findings findings;
    if (plan && plan->fragments.data == 1 && plan->fragments.redundant > 0)
        findings.append(
            {Field::RedundancyPercent, Severity::Warning, FindingCode::RedundancyUseless, 0});
    return findings;
}

Findings fragmentSizeAdvice(const CampaignDraft& draft)
{
    Findings findings;
    const auto plan = planTransfer(draft);
    const auto size = draft.task.fragmentSizeBytes;
    // The limit is TS004's. With an assumed size it is a matter of planning, not of the request.
    if (plan && plan->exceedsFragmentLimit())
        findings.append({Field::FragmentSizeBytes,
                         plan->fragmentBytesAssumed ? Severity::Warning : Severity::Error,
                         FindingCode::TooManyFragments, plan->fragments.total()});
    if (size && *size > lorawan::MaximumFragmentBytes)
        findings.append({Field::FragmentSizeBytes, Severity::Warning, FindingCode::FragmentTooLarge,
                         lorawan::MaximumFragmentBytes});
    if (size)
        findings.append(
            {Field::FragmentSizeBytes, Severity::Info, FindingCode::FragmentSizeNeedsGroups, 0});
    return findings;
}

Findings intervalAdvice(const CampaignDraft& draft)
{
    const auto interval = draft.task.fragmentIntervalMs;
    if (!interval || *interval < 1)
        return {};
    const qint64 seconds = roundedSeconds(*interval);
    if (seconds == 0)
        return {
            {Field::FragmentIntervalMs, Severity::Warning, FindingCode::IntervalRoundsToZero, 0}};
    if (*interval % 1000 != 0)
        return {{Field::FragmentIntervalMs, Severity::Info, FindingCode::IntervalRounded, seconds}};
    return {};
}

Findings descriptorAdvice(const CampaignDraft& draft)
{
    if (!draft.task.descriptor)
        return {};
    const auto bytes = descriptorBytes(*draft.task.descriptor);
    if (!bytes || bytes->size() == DescriptorFieldBytes)
        return {};
    return {
        {Field::Descriptor, Severity::Warning, FindingCode::DescriptorNotFourBytes, bytes->size()}};
}

Findings advice(const CampaignDraft& draft, Field field)
{
    switch (field) {
    case Field::Name:
        return nameAdvice(draft);
    case Field::RfRegion:
        return regionAdvice(draft);
    case Field::FirmwareUpdateImage:
        return imageAdvice(draft);
    case Field::FirmwareUpdateRole:
        return roleAdvice(draft);
    case Field::RedundancyPercent:
        return redundancyAdvice(draft);
    case Field::FragmentSizeBytes:
        return fragmentSizeAdvice(draft);
    case Field::FragmentIntervalMs:
        return intervalAdvice(draft);
    case Field::Descriptor:
        return descriptorAdvice(draft);
    case Field::Description:
    case Field::ClientRequestToken:
    case Field::Tags:
        break;
    }
    return {};
}

} // namespace

QList<Finding> modelFindings(const TaskDraft& task, Field field)
{
    const FieldSpec& spec = fieldSpec(field);
    return std::visit(FindingsOfMember{spec, task}, spec.member);
}

QList<Finding> modelFindings(const TaskDraft& task)
{
    QList<Finding> findings;
    for (const FieldSpec& spec : fieldTable())
        findings += modelFindings(task, spec.field);
    return findings;
}

QList<Finding> findingsOf(const CampaignDraft& draft)
{
    QList<Finding> findings;
    for (const FieldSpec& spec : fieldTable()) {
        findings += modelFindings(draft.task, spec.field);
        findings += advice(draft, spec.field);
        findings += radioAdvice(draft, spec.field);
    }
    return findings;
}

} // namespace fuotadesk
