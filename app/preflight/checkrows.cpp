#include "preflight/checkrows.h"

#include <algorithm>

namespace fuotadesk {

namespace {

CheckRow rowOf(CheckSubject subject, CheckOutcome outcome, const char* reason,
               CheckPlace place = CheckPlace::None)
{
    CheckRow row;
    row.subject = subject;
    row.outcome = outcome;
    row.reason = QString::fromLatin1(reason);
    row.place = place;
    return row;
}

bool isOfCredentials(ErrorKind kind)
{
    using enum ErrorKind;
    return kind == SignatureMismatch || kind == UnknownAccessKey || kind == CredentialsExpired
        || kind == CredentialsMissing || kind == ClockSkewed;
}

} // namespace

CheckRow passedRow(CheckSubject subject, const char* reason)
{
    return rowOf(subject, CheckOutcome::Passed, reason);
}

CheckRow warningRow(CheckSubject subject, const char* reason, CheckPlace place)
{
    return rowOf(subject, CheckOutcome::Warning, reason, place);
}

CheckRow failedRow(CheckSubject subject, const char* reason, CheckPlace place)
{
    return rowOf(subject, CheckOutcome::Failed, reason, place);
}

CheckRow unknownRow(CheckSubject subject, const char* reason, CheckPlace place)
{
    return rowOf(subject, CheckOutcome::Unknown, reason, place);
}

CheckRow runningRow(CheckSubject subject)
{
    return rowOf(subject, CheckOutcome::Running, "");
}

CheckRow unansweredRow(CheckSubject subject, const Error& error, const char* action)
{
    const bool isRefused = error.kind == ErrorKind::AccessDenied;
    CheckRow row = unknownRow(subject, isRefused ? "not-allowed" : "not-answered");
    if (isRefused)
        row.names = QStringList{QString::fromLatin1(action)};
    if (isOfCredentials(error.kind))
        row.place = CheckPlace::Connection;
    row.error = error;
    return row;
}

void setNames(CheckRow& row, const QStringList& names)
{
    row.figure = names.size();
    row.names = names.first(std::min(names.size(), MostCheckNames));
}

QList<CheckSubject> checkSubjects()
{
    QList<CheckSubject> subjects;
    for (int each = 0; each <= static_cast<int>(CheckSubject::SessionTimeout); ++each)
        subjects.append(static_cast<CheckSubject>(each));
    return subjects;
}

} // namespace fuotadesk
