#include "console/plancommand.h"

#include "console/campaignfile.h"
#include "console/complaints.h"
#include "fuota/taskjson.h"
#include "fuota/transferplan.h"
#include "fuota/validation.h"
#include "text/numbertext.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

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
    const auto plan = planTransfer(draft);
    const auto figure = [&](qint64 number) { return plan ? QJsonValue(number) : QJsonValue(); };
    const TransferPlan known = plan.value_or(TransferPlan{});
    return {
        {QStringLiteral("dataFragments"), figure(known.fragments.data)},
        {QStringLiteral("redundantFragments"), figure(known.fragments.redundant)},
        {QStringLiteral("totalFragments"), figure(known.fragments.total())},
        {QStringLiteral("paddingBytes"), figure(known.fragments.paddingBytes)},
        {QStringLiteral("sendSeconds"), figure(known.sendSeconds())},
        {QStringLiteral("request"), taskJson(draft.task)},
        {QStringLiteral("findings"), findingsJson(findings)},
    };
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

void printText(const CampaignDraft& draft, const QList<Finding>& findings, Output& output)
{
    if (const auto plan = planTransfer(draft))
        output.result(planText(*plan));
    else
        output.result(tr("The size of the image is not known, so there are no counts."));
    const QJsonDocument request(taskJson(draft.task));
    output.result(QString::fromUtf8(request.toJson(QJsonDocument::Indented)).trimmed());
    for (const Finding& finding : findings)
        output.message(complaint(finding));
}

} // namespace

ExitStatus runPlan(const CommandLine& line, const Clock& clock, Output& output)
{
    const Result<CampaignDraft> draft = readCampaignFile(line.file, line.variables, clock);
    if (!draft) {
        output.message(fileComplaint(line.file, draft.error()));
        return ExitStatus::WrongUsage;
    }
    const QList<Finding> findings = findingsOf(*draft);
    if (line.json)
        output.json(planJson(*draft, findings));
    else
        printText(*draft, findings, output);
    return hasErrors(findings) ? ExitStatus::WrongUsage : ExitStatus::Done;
}

} // namespace fuotadesk
