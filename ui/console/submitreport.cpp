#include "console/submitreport.h"

#include "text/devicestatustext.h"
#include "text/numbertext.h"

#include <algorithm>

namespace fuotadesk {

namespace {

QJsonObject countsJson(const MemberCounts& counts)
{
    return {{QStringLiteral("added"), counts.done},
            {QStringLiteral("refused"), counts.failed},
            {QStringLiteral("left"), counts.waiting + counts.sent}};
}

QJsonObject countsJson(const StatusCounts& counts)
{
    QJsonObject object;
    for (auto each = counts.begin(); each != counts.end(); ++each)
        object.insert(each.key(), each.value());
    return object;
}

QString statusLabelOf(const QString& word)
{
    WirelessDeviceSummary device;
    device.fuotaStatus = fuotaDeviceStatusFromText(word);
    device.fuotaStatusText = word;
    return deviceStatusLabel(device);
}

} // namespace

StatusCounts statusCounts(const QList<WirelessDeviceSummary>& devices)
{
    StatusCounts counts;
    for (const WirelessDeviceSummary& device : devices)
        ++counts[device.fuotaStatusText.isEmpty() ? QStringLiteral("Unknown")
                                                  : device.fuotaStatusText];
    return counts;
}

QString taskText(const FuotaTask& task)
{
    return QStringLiteral("%1\n%2\n%3").arg(task.id, task.arn, task.statusText);
}

QString statusCountsText(const StatusCounts& counts)
{
    const int most = counts.isEmpty() ? 0 : *std::ranges::max_element(counts);
    const qsizetype width = numberText(most).size();
    QStringList lines;
    for (auto each = counts.begin(); each != counts.end(); ++each)
        lines << QStringLiteral("%1  %2").arg(numberText(each.value()).rightJustified(width),
                                              statusLabelOf(each.key()));
    return lines.join(u'\n');
}

QJsonObject submitReportJson(const SubmitReport& report)
{
    QJsonObject document{{QStringLiteral("id"), report.task.id},
                         {QStringLiteral("arn"), report.task.arn},
                         {QStringLiteral("status"), report.task.statusText}};
    if (report.recipients)
        document.insert(QStringLiteral("recipients"), countsJson(*report.recipients));
    if (report.devices)
        document.insert(QStringLiteral("devices"), countsJson(*report.devices));
    return document;
}

} // namespace fuotadesk
