#include "console/plancommand.h"

#include "console/campaignfile.h"
#include "console/complaints.h"
#include "console/forecastjson.h"
#include "fuota/forecastrun.h"
#include "fuota/suggestion.h"
#include "fuota/taskjson.h"
#include "fuota/transferplan.h"
#include "fuota/validation.h"
#include "text/forecasttext.h"
#include "text/numbertext.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <thread>

namespace fuotadesk {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("PlanCommand", text);
}

QJsonArray findingsJson(const QList<Finding>& findings)
{
    QJsonArray array;
    for (const Finding& finding : findings)
        array.append(QJsonObject{
            {QStringLiteral("field"), fieldName(finding.field)},
            {QStringLiteral("severity"), severityName(finding.severity)},
            {QStringLiteral("code"), findingCodeName(finding.code)},
        });
    return array;
}

// Figures that can not be known are null.
QJsonObject planJson(const CampaignDraft& draft, const QList<Finding>& findings)
{
    const RecoveryReport recovery = reportRecovery(forecastQuestion(draft));
    const auto plan = planTransfer(draft);
    const auto figure = [&](qint64 number) { return plan ? QJsonValue(number) : QJsonValue(); };
    const TransferPlan known = plan.value_or(TransferPlan{});
    QJsonObject json{
        {QStringLiteral("dataFragments"), figure(known.fragments.data)},
        {QStringLiteral("redundantFragments"), figure(known.fragments.redundant)},
        {QStringLiteral("totalFragments"), figure(known.fragments.total())},
        {QStringLiteral("paddingBytes"), figure(known.fragments.paddingBytes)},
        {QStringLiteral("sendSeconds"), figure(known.sendSeconds())},
        {QStringLiteral("request"), taskJson(draft.task)},
        {QStringLiteral("findings"), findingsJson(findings + recovery.findings)},
    };
    for (const QJsonObject& part : {radioJson(draft), recovery.json}) {
        for (auto it = part.begin(); it != part.end(); ++it)
            json.insert(it.key(), it.value());
    }
    return json;
}

void assume(const PlanOptions& options, Planning& planning)
{
    planning.loss = options.loss.value_or(planning.loss);
    planning.dataRate = options.dataRate.value_or(planning.dataRate);
    planning.devices = options.devices.value_or(planning.devices);
    planning.gateways = options.gateways.value_or(planning.gateways);
    if (options.loss)
        planning.fleet.clear();
    if (!options.variant.isEmpty())
        planning.variant = options.variant;
    if (!options.decoder.isEmpty())
        planning.decoder = options.decoder;
}

int processors()
{
    return std::max(1, int(std::thread::hardware_concurrency()));
}

QString planText(const TransferPlan& plan)
{
    const QLocale locale;
    const QString assumed = tr(" (assumed)");
    QStringList lines;
    lines << tr("%1 data + %2 redundant = %3 fragments of %4 bytes%5")
                 .arg(locale.toString(plan.fragments.data),
                      locale.toString(plan.fragments.redundant),
                      locale.toString(plan.fragments.total()), locale.toString(plan.fragmentBytes),
                      plan.fragmentBytesAssumed ? assumed : QString());
    lines << tr("redundancy %1 %%2")
                 .arg(locale.toString(plan.redundancyPercent),
                      plan.redundancyAssumed ? assumed : QString());
    lines
        << tr("last fragment padded by %1 bytes").arg(locale.toString(plan.fragments.paddingBytes));
    lines << tr("sending takes %1 (%2 × %3 s%4)")
                 .arg(durationText(std::chrono::seconds(plan.sendSeconds())),
                      locale.toString(plan.fragments.total()),
                      locale.toString(plan.intervalSeconds),
                      plan.intervalAssumed ? assumed : QString());
    return lines.join(u'\n');
}

void printForecast(const CampaignDraft& draft, Output& output)
{
    const auto question = forecastQuestion(draft);
    if (!question)
        return;
    const Forecast forecast = finishedForecast(*question, processors());
    for (const QString& line : {forecastChance(*question, forecast), forecastFalseDone(forecast),
                                forecastFleet(forecast), forecastUncovered(forecast)}) {
        if (!line.isEmpty())
            output.result(line);
    }
}

void printText(const CampaignDraft& draft, const QList<Finding>& findings, Output& output)
{
    if (const auto plan = planTransfer(draft))
        output.result(planText(*plan));
    else
        output.result(tr("The size of the image is not known, so there are no counts."));
    const RadioPlan radio = planRadio(draft, planTransfer(draft));
    for (const QString& line :
         {radioAirTime(radio), radioInterval(radio), radioSession(radio, draft.planning.startAt)}) {
        if (!line.isEmpty())
            output.result(line);
    }
    printForecast(draft, output);
    const QJsonDocument request(taskJson(draft.task));
    output.result(QString::fromUtf8(request.toJson(QJsonDocument::Indented)).trimmed());
    for (const Finding& finding : findings)
        output.message(complaint(finding));
}

} // namespace

namespace {

ExitStatus runSuggest(const CampaignDraft& draft, const PlanOptions& options, bool json,
                      Output& output)
{
    const std::atomic<bool> cancelled = false;
    const Suggestion found =
        suggest({draft, *options.suggest, draft.planning.loss, false}, processors(), cancelled);
    if (json)
        output.json(suggestionJson(found));
    else if (found.best)
        output.result(alternativeText(*found.best));
    for (const SuggestionReason reason : found.reasons)
        output.message(suggestionReasonText(reason));
    return found.best ? ExitStatus::Done : ExitStatus::Refused;
}

} // namespace

ExitStatus runPlan(const CommandLine& line, const Clock& clock, Output& output)
{
    Result<CampaignDraft> draft = readCampaignFile(line.file, line.variables, clock);
    if (!draft) {
        output.message(fileComplaint(line.file, draft.error()));
        return ExitStatus::WrongUsage;
    }
    assume(line.plan, draft->planning);
    if (line.plan.suggest)
        return runSuggest(*draft, line.plan, line.json, output);
    const QList<Finding> findings = findingsOf(*draft);
    if (line.json)
        output.json(planJson(*draft, findings));
    else
        printText(*draft, findings, output);
    return hasErrors(findings) ? ExitStatus::WrongUsage : ExitStatus::Done;
}

} // namespace fuotadesk
