#include "text/plantext.h"

#include "text/numbertext.h"

#include <QCoreApplication>
#include <QStringList>

namespace fuotadesk {

namespace {

struct PlanText {
    Q_DECLARE_TR_FUNCTIONS(PlanText)
};

} // namespace

QString planTotals(const TransferPlan& plan)
{
    return PlanText::tr("%1 data + %2 redundant = %3", "numbers of fragments")
        .arg(numberText(plan.fragments.data), numberText(plan.fragments.redundant),
             numberText(plan.fragments.total()));
}

QString planPadding(const TransferPlan& plan)
{
    const qint64 padding = plan.fragments.paddingBytes;
    if (padding == 0)
        return PlanText::tr("last fragment is full");
    if (padding == 1)
        return PlanText::tr("last fragment padded by 1 byte");
    return PlanText::tr("last fragment padded by %1 bytes").arg(numberText(padding));
}

QString planSending(const TransferPlan& plan)
{
    const std::chrono::seconds duration(plan.sendSeconds());
    return PlanText::tr("sending takes %1 (%2 × %3 s)", "%1 is about 2 h 08 min")
        .arg(aboutDurationText(duration), numberText(plan.fragments.total()),
             numberText(plan.intervalSeconds));
}

QString planAssumed(const TransferPlan& plan)
{
    QStringList assumed;
    if (plan.fragmentBytesAssumed)
        assumed += PlanText::tr("fragment size %1 bytes").arg(numberText(plan.fragmentBytes));
    if (plan.redundancyAssumed)
        assumed += PlanText::tr("redundancy %1 %").arg(numberText(plan.redundancyPercent));
    if (plan.intervalAssumed)
        assumed += PlanText::tr("interval %1 s").arg(numberText(plan.intervalSeconds));
    if (assumed.isEmpty())
        return {};
    return PlanText::tr("assumed: %1").arg(assumed.join(PlanText::tr(", ", "between items")));
}

} // namespace fuotadesk
