#include "preflight/planchecks.h"

#include "fuota/radioplan.h"
#include "fuota/starttime.h"
#include "fuota/validation.h"
#include "fuota/variables.h"
#include "preflight/checkrows.h"

#include <algorithm>
#include <initializer_list>

namespace fuotadesk {

namespace {

using enum CheckSubject;
using Codes = std::initializer_list<FindingCode>;

// Of a multicast session; that of a task is not documented.
// https://docs.aws.amazon.com/iot-wireless/latest/developerguide/lorawan-multicast-schedule-downlink.html
constexpr qint64 FarthestStartMinutes = qint64(48) * 60;

constexpr Codes ImageCodes = {FindingCode::ImageNotS3, FindingCode::ImageWithoutKey,
                              FindingCode::ImageOverOneMegabyte, FindingCode::ImageEmpty,
                              FindingCode::RoleNotArn};
constexpr Codes PayloadCodes = {
    FindingCode::TooManyFragments,     FindingCode::FragmentTooLarge,
    FindingCode::FragmentOverDataRate, FindingCode::DataRateMissing,
    FindingCode::FragmentsOverDecoder, FindingCode::FragmentOverDecoder,
    FindingCode::FragmentUnderDecoder, FindingCode::FragmentNotMultiple};
constexpr Codes DutyCodes = {FindingCode::IntervalRoundsToZero, FindingCode::DutyCycleExceeded,
                             FindingCode::IntervalTooShort};
constexpr Codes TimeoutCodes = {FindingCode::SessionTooLong};

bool isOneOf(FindingCode code, Codes codes)
{
    return std::ranges::find(codes, code) != codes.end();
}

bool isOfAnotherRow(const Finding& finding)
{
    return finding.severity == Severity::Info || isOneOf(finding.code, ImageCodes)
        || isOneOf(finding.code, PayloadCodes) || isOneOf(finding.code, DutyCodes)
        || isOneOf(finding.code, TimeoutCodes);
}

CheckRow rowOf(CheckSubject subject, const Finding& finding)
{
    CheckRow row = finding.severity == Severity::Error ? failedRow(subject, "", CheckPlace::Field)
                                                       : warningRow(subject, "", CheckPlace::Field);
    row.reason = findingCodeName(finding.code);
    row.field = finding.field;
    row.figure = finding.figure;
    return row;
}

// The one of findings that counts most: an error, else the first.
std::optional<Finding> gravest(const QList<Finding>& findings)
{
    const auto error = std::ranges::find(findings, Severity::Error, &Finding::severity);
    if (error != findings.end())
        return *error;
    return findings.isEmpty() ? std::nullopt : std::optional(findings.first());
}

std::optional<CheckRow> rowOf(CheckSubject subject, const QList<Finding>& all, Codes codes)
{
    QList<Finding> own;
    std::ranges::copy_if(all, std::back_inserter(own),
                         [&](const Finding& each) { return isOneOf(each.code, codes); });
    const auto worst = gravest(own);
    return worst ? std::optional(rowOf(subject, *worst)) : std::nullopt;
}

CheckRow missing(CheckSubject subject, const char* reason, Field field)
{
    CheckRow row = unknownRow(subject, reason, CheckPlace::Field);
    row.field = field;
    return row;
}

// Why the plan has no figure.
CheckRow withoutFigure(CheckSubject subject, const CampaignDraft& draft)
{
    if (!draft.imageSizeBytes)
        return missing(subject, "image-size-unknown", Field::FirmwareUpdateImage);
    if (!draft.task.rfRegion)
        return missing(subject, "rf-region-unset", Field::RfRegion);
    return unknownRow(subject, "not-computed");
}

CheckRow withFigures(CheckRow row, qint64 figure, qint64 limit)
{
    row.figure = figure;
    row.limit = limit;
    return row;
}

CheckRow payloadRow(const CampaignDraft& draft, const std::optional<TransferPlan>& plan,
                    const RadioPlan& radio)
{
    if (!plan || !radio.largestFragmentBytes)
        return withoutFigure(Payload, draft);
    return withFigures(passedRow(Payload, "payload-fits"), plan->fragmentBytes,
                       *radio.largestFragmentBytes);
}

// Both in tenths of a percent; a band without a limit has 1000.
CheckRow dutyRow(const CampaignDraft& draft, const RadioPlan& radio)
{
    if (!radio.dutyCyclePercent || !radio.dutyCycleLimitPermille)
        return withoutFigure(DutyCycle, draft);
    constexpr int NoLimit = 1000;
    return withFigures(passedRow(DutyCycle,
                                 *radio.dutyCycleLimitPermille == NoLimit ? "duty-cycle-unlimited"
                                                                          : "duty-cycle-kept"),
                       qRound64(*radio.dutyCyclePercent * 10), *radio.dutyCycleLimitPermille);
}

CheckRow timeoutRow(const CampaignDraft& draft, const RadioPlan& radio)
{
    if (!radio.sessionTimeoutSeconds)
        return withoutFigure(SessionTimeout, draft);
    return withFigures(passedRow(SessionTimeout, "timeout-fits"), *radio.sessionTimeoutSeconds,
                       draft.planning.classB ? LongestSessionClassB : LongestSessionClassC);
}

CheckRow startRow(const CampaignDraft& draft, const QDateTime& startAt, const QDateTime& now)
{
    const QDateTime planned = draft.planning.startAt.value_or(QDateTime());
    const QDateTime start = startAt.isValid() ? startAt : planned;
    if (!start.isValid())
        return passedRow(StartTime, "start-open");
    const qint64 minutes = now.secsTo(start) / 60;
    const qint64 least = StartLead.count();
    // What a plan was reckoned for is asked of nobody.
    if (minutes < least)
        return withFigures(startAt.isValid() ? failedRow(StartTime, "too-soon")
                                             : warningRow(StartTime, "too-soon"),
                           minutes, least);
    if (minutes > FarthestStartMinutes && !draft.recipients.multicastGroupIds.isEmpty())
        return withFigures(warningRow(StartTime, "too-far"), minutes, FarthestStartMinutes);
    return withFigures(passedRow(StartTime, "start-good"), minutes, least);
}

std::optional<Field> fieldWithVariable(const TaskDraft& task)
{
    for (const FieldSpec& spec : fieldTable()) {
        TaskDraft alone;
        std::visit([&](auto member) { alone.*member = task.*member; }, spec.member);
        if (!variablesIn(alone).isEmpty())
            return spec.field;
    }
    return {};
}

CheckRow openVariablesRow(const TaskDraft& task)
{
    CheckRow row = warningRow(Fields, "open-variables", CheckPlace::Field);
    setNames(row, variablesIn(task));
    row.field = fieldWithVariable(task);
    return row;
}

} // namespace

CheckRow fieldsRow(const CampaignDraft& draft)
{
    QList<Finding> findings = findingsOf(draft);
    findings.removeIf(isOfAnotherRow);
    const auto worst = gravest(findings);
    const bool hasVariables = !variablesIn(draft.task).isEmpty();
    if (hasVariables && !hasErrors(findings))
        return openVariablesRow(draft.task);
    if (!worst)
        return passedRow(Fields, "fields-good");
    CheckRow row = rowOf(Fields, *worst);
    for (const Finding& finding : findings)
        if (const QString name = fieldName(finding.field);
            finding.severity == worst->severity && !row.names.contains(name))
            row.names.append(name);
    return row;
}

QList<CheckRow> planRows(const CampaignDraft& draft, const QDateTime& startAt, const QDateTime& now)
{
    const QList<Finding> findings = findingsOf(draft);
    const auto plan = planTransfer(draft);
    const RadioPlan radio = planRadio(draft, plan);
    return {rowOf(Payload, findings, PayloadCodes).value_or(payloadRow(draft, plan, radio)),
            rowOf(DutyCycle, findings, DutyCodes).value_or(dutyRow(draft, radio)),
            startRow(draft, startAt, now),
            rowOf(SessionTimeout, findings, TimeoutCodes).value_or(timeoutRow(draft, radio))};
}

} // namespace fuotadesk
