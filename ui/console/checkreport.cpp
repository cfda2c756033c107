#include "console/checkreport.h"

#include "text/checktext.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

namespace fuotadesk {

namespace {

constexpr std::array Outcomes = {CheckOutcome::Waiting, CheckOutcome::Running,
                                 CheckOutcome::Passed,  CheckOutcome::Warning,
                                 CheckOutcome::Failed,  CheckOutcome::Unknown};

QJsonObject errorJson(const Error& error)
{
    return {{QStringLiteral("code"), error.code},
            {QStringLiteral("detail"), error.detail},
            {QStringLiteral("httpStatus"), error.httpStatus},
            {QStringLiteral("requestId"), error.requestId}};
}

QJsonObject rowJson(const CheckRow& row)
{
    QJsonObject object{{QStringLiteral("subject"), checkSubjectName(row.subject)},
                       {QStringLiteral("outcome"), checkOutcomeName(row.outcome)},
                       {QStringLiteral("reason"), row.reason},
                       {QStringLiteral("names"), QJsonArray::fromStringList(row.names)},
                       {QStringLiteral("figure"), row.figure},
                       {QStringLiteral("limit"), row.limit}};
    object.insert(QStringLiteral("at"),
                  row.at.isValid() ? QJsonValue(row.at.toUTC().toString(Qt::ISODate))
                                   : QJsonValue());
    if (row.field)
        object.insert(QStringLiteral("field"), fieldName(*row.field));
    if (row.error)
        object.insert(QStringLiteral("error"), errorJson(*row.error));
    return object;
}

qsizetype widestOutcome()
{
    qsizetype width = 0;
    for (const CheckOutcome each : Outcomes)
        width = std::max(width, checkOutcomeWord(each).size());
    return width;
}

QString rowText(const CheckRow& row, qsizetype width)
{
    return QStringLiteral("%1  %2: %3 %4")
        .arg(checkOutcomeWord(row.outcome).leftJustified(width), checkTitle(row.subject),
             checkSentence(row), checkRemedy(row))
        .trimmed();
}

// Of the first question to each of the three services.
bool isAsked(const CheckRow& row)
{
    return row.subject == CheckSubject::ImageThere || row.subject == CheckSubject::RoleThere
        || row.subject == CheckSubject::RecipientsThere;
}

// What is known without any answer has a place in the form, or is missing from it.
bool isAnswered(const CheckRow& row)
{
    return isAsked(row) && row.reason != u"not-answered"
        && (row.outcome == CheckOutcome::Passed || row.error || row.reason.endsWith(u"-missing"));
}

} // namespace

QString checkReportText(const QList<CheckRow>& rows)
{
    const qsizetype width = widestOutcome();
    QStringList lines;
    for (const CheckRow& row : rows)
        lines.append(rowText(row, width));
    return lines.join(u'\n');
}

QJsonObject checkReportJson(const QList<CheckRow>& rows, CheckOutcome outcome)
{
    QJsonArray array;
    for (const CheckRow& row : rows)
        array.append(rowJson(row));
    return {{QStringLiteral("outcome"), checkOutcomeName(outcome)},
            {QStringLiteral("rows"), array}};
}

bool nobodyAnswered(const QList<CheckRow>& rows)
{
    const auto isSilent = [](const CheckRow& row) {
        return isAsked(row) && row.reason == u"not-answered";
    };
    return std::ranges::any_of(rows, isSilent) && std::ranges::none_of(rows, isAnswered);
}

} // namespace fuotadesk
