#include "console/complaints.h"

#include "text/errortext.h"
#include "text/findingtext.h"
#include "text/imagetext.h"
#include "text/recipienttext.h"

#include <QCoreApplication>

namespace fuotadesk {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("Complaints", text);
}

QString withDetails(const QString& text, const Error& error)
{
    const QString details = errorDetails(error);
    return details.isEmpty() ? text : text + u'\n' + details;
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

QString deviceFileComplaint(const QString& file, const Error& error)
{
    if (error.kind == ErrorKind::FileTooLarge)
        return error.code == u"lines"
            ? tr("%1: the file has more than %2 lines. Split it.").arg(file, error.detail)
            : tr("%1: the file has more than %2 bytes. Split it.").arg(file, error.detail);
    return QStringLiteral("%1: %2").arg(file, errorMessage(error));
}

QString serviceComplaint(const Error& error, Asked asked)
{
    QString text = errorMessage(error);
    if (const auto remedy = errorRemedy(error); remedy && remedy->action == RemedyAction::SignIn)
        text += tr(" In a terminal “aws sso login” does it, and so does the window.");
    if (error.maybeExecuted)
        text += asked == Asked::Create
            ? tr(" It is not known whether the task was created: run the same command again, "
                 "it will find out and never make a second one.")
            : tr(" It is not known whether the session was started: run the same command again, "
                 "it looks first.");
    return withDetails(text, error);
}

QString uploadComplaint(const Error& error)
{
    QString text = imageErrorText(error);
    if (isTargetTaken(error))
        text += tr(" Choose another name, or replace it with --replace.");
    return withDetails(text, error);
}

QString membershipComplaint(const Error& error)
{
    const auto remedy = membershipErrorRemedy(error);
    const QString sentence = membershipErrorSentence(error);
    return withDetails(remedy ? sentence + u' ' + remedy->advice : sentence, error);
}

} // namespace fuotadesk
