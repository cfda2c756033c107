#include "text/holdertext.h"

#include "campaign/holdersearch.h"
#include "text/errortext.h"
#include "text/numbertext.h"

#include <QCoreApplication>

namespace fuotadesk {

namespace {

struct HolderText {
    Q_DECLARE_TR_FUNCTIONS(HolderText)
};

QString findingText(const QString& deviceName, const HolderSearch& search)
{
    QStringList names;
    for (const FuotaTaskSummary& task : search.holders())
        names << HolderText::tr("“%1”").arg(task.nameOrId());
    if (!names.isEmpty())
        return HolderText::tr("“%1” is held by %2.").arg(deviceName, names.join(u' '));
    if (search.total() == 0)
        return HolderText::tr("There is no other task: none holds “%1” any more.").arg(deviceName);
    return HolderText::tr("None of the %n tasks that were looked through holds “%1” any more.",
                          nullptr, int(search.looked()))
        .arg(deviceName);
}

} // namespace

QString holderText(const QString& deviceName, const HolderSearch& search)
{
    if (search.isRunning())
        return HolderText::tr("Looking for the task that holds “%1”: %2 of %3 looked through.")
            .arg(deviceName, numberText(search.looked()), numberText(search.total()));
    const bool isWhole = !search.error() && search.looked() == search.total();
    QStringList sentences;
    if (isWhole || !search.holders().isEmpty())
        sentences << findingText(deviceName, search);
    if (!isWhole)
        sentences << HolderText::tr("%1 of %2 tasks were looked through.")
                         .arg(numberText(search.looked()), numberText(search.total()));
    if (search.error())
        sentences << errorMessage(*search.error());
    if (search.leftOut() > 0)
        sentences << HolderText::tr("%1 more were left out.").arg(numberText(search.leftOut()));
    return sentences.join(u' ');
}

} // namespace fuotadesk
