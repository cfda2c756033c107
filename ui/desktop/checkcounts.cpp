#include "desktop/checkcounts.h"

#include "text/checktext.h"
#include "text/numbertext.h"

#include <QCoreApplication>

#include <algorithm>

namespace fuotadesk {

namespace {

struct CheckCounts {
    Q_DECLARE_TR_FUNCTIONS(CheckCounts)
};

bool isSettled(const CheckRow& row)
{
    return row.outcome != CheckOutcome::Waiting && row.outcome != CheckOutcome::Running;
}

int countOf(const QList<CheckRow>& rows, CheckOutcome outcome)
{
    return static_cast<int>(std::ranges::count(rows, outcome, &CheckRow::outcome));
}

QString countsText(const QList<CheckRow>& rows)
{
    QStringList parts;
    if (const int failed = countOf(rows, CheckOutcome::Failed))
        parts << CheckCounts::tr("%n failed", nullptr, failed);
    if (const int warnings = countOf(rows, CheckOutcome::Warning))
        parts << CheckCounts::tr("%n warnings", nullptr, warnings);
    if (const int unknown = countOf(rows, CheckOutcome::Unknown))
        parts << CheckCounts::tr("%n not known", nullptr, unknown);
    return parts.join(QStringLiteral(", "));
}

} // namespace

qsizetype settledCount(const QList<CheckRow>& rows)
{
    return std::ranges::count_if(rows, isSettled);
}

qsizetype failedCount(const QList<CheckRow>& rows)
{
    return countOf(rows, CheckOutcome::Failed);
}

CheckOutcome worstOutcome(const QList<CheckRow>& rows)
{
    for (const CheckOutcome outcome :
         {CheckOutcome::Failed, CheckOutcome::Warning, CheckOutcome::Unknown, CheckOutcome::Passed})
        if (countOf(rows, outcome) > 0)
            return outcome;
    return CheckOutcome::Waiting;
}

QString checkCounts(const QList<CheckRow>& rows, bool isRunning)
{
    const QString counts = countsText(rows);
    const QString settled = numberText(settledCount(rows));
    const QString all = numberText(rows.size());
    if (isRunning)
        return counts.isEmpty()
            ? CheckCounts::tr("Checking: %1 of %2.").arg(settled, all)
            : CheckCounts::tr("Checking: %1 of %2. So far %3.").arg(settled, all, counts);
    if (settled != all)
        return counts.isEmpty()
            ? CheckCounts::tr("Cancelled after %1 of %2.").arg(settled, all)
            : CheckCounts::tr("Cancelled after %1 of %2: %3.").arg(settled, all, counts);
    const QString verdict = checkSummary(worstOutcome(rows));
    return counts.isEmpty()
        ? verdict
        : CheckCounts::tr("%1 %2.", "what the check says; how many rows").arg(verdict, counts);
}

} // namespace fuotadesk
