#include "console/complaints.h"

#include "text/errortext.h"
#include "text/findingtext.h"

#include <QCoreApplication>

namespace fuotadesk {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("Complaints", text);
}

} // namespace

QString complaint(const Finding& finding)
{
    return QStringLiteral("%1: %2: %3")
        .arg(severityName(finding.severity), fieldName(finding.field), FindingText().text(finding));
}

QString fileComplaint(const QString& file, const Error& error)
{
    if (error.kind == ErrorKind::InputInvalid)
        return tr("%1: the variable “%2” has no value or is not in this template. Give it with "
                  "--set %2=VALUE, or leave it out.")
            .arg(file, error.code);
    QString text = QStringLiteral("%1: %2").arg(file, errorMessage(error));
    if (!error.code.isEmpty())
        text += tr(" Member: %1 (%2).").arg(error.code, error.detail);
    return text;
}

QString serviceComplaint(const Error& error)
{
    QString text = errorMessage(error);
    if (error.maybeExecuted)
        text += tr(" It is not known whether the task was created: run the same command again, "
                   "it will find out and never make a second one.");
    const QString details = errorDetails(error);
    if (!details.isEmpty())
        text += u'\n' + details;
    return text;
}

} // namespace fuotadesk
