#include "text/checktext.h"

#include "text/checkwords.h"
#include "text/errortext.h"
#include "text/findingtext.h"
#include "text/numbertext.h"
#include "text/roletext.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace fuotadesk {

namespace {

struct CheckText {
    Q_DECLARE_TR_FUNCTIONS(CheckText)
};

constexpr qsizetype MostNames = 5; // in a sentence

// Tasks are named, and recipients counted.
bool isOfTasks(const CheckRow& row)
{
    return row.subject == CheckSubject::RecipientsFree;
}

QString namesText(const CheckRow& row)
{
    const qsizetype shown = std::min(row.names.size(), MostNames);
    const QString names = policyNamesText(row.names.first(shown));
    const qint64 all = std::max(isOfTasks(row) ? row.limit : row.figure, qint64(row.names.size()));
    const bool isCut = row.names.size() > MostNames;
    return isCut ? CheckText::tr("%1 and %2 more", "names").arg(names, numberText(all - shown))
                 : names;
}

QString measureText(CheckSubject subject, qint64 figure)
{
    switch (subject) {
    case CheckSubject::ImageSize:
    case CheckSubject::Payload:
        return bytesText(figure);
    case CheckSubject::DutyCycle:
        return CheckText::tr("%1 %", "percent")
            .arg(QLocale().toString(static_cast<double>(figure) / 10, 'f', 1));
    case CheckSubject::StartTime:
        return durationText(std::chrono::minutes(figure));
    case CheckSubject::SessionTimeout:
        return durationText(std::chrono::seconds(figure));
    default:
        return numberText(figure);
    }
}

// In one pass: what is filled in may hold a percent sign itself.
QString filled(const QString& text, const CheckRow& row)
{
    QString result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isPlace = text.at(i) == u'%' && i + 1 < text.size();
        const QChar next = isPlace ? text.at(i + 1) : QChar();
        if (next == u'1')
            result += namesText(row);
        else if (next == u'2')
            result += measureText(row.subject, row.figure);
        else if (next == u'3')
            result += measureText(row.subject, row.limit);
        else
            result += text.at(i);
        if (next == u'1' || next == u'2' || next == u'3')
            ++i;
    }
    return result;
}

const CheckWords* wordsFor(const CheckRow& row)
{
    for (const auto words : {checkWordsOf(row.subject), sharedCheckWords()})
        for (const CheckWords& each : words)
            if (row.reason == QLatin1String(each.reason))
                return &each;
    return nullptr;
}

// The finding of the form or the plan that a row tells.
std::optional<Finding> findingOf(const CheckRow& row)
{
    if (!row.field)
        return {};
    const Severity severity =
        row.outcome == CheckOutcome::Failed ? Severity::Error : Severity::Warning;
    for (int code = 0; code <= static_cast<int>(FindingCode::VariantUnknown); ++code)
        if (findingCodeName(static_cast<FindingCode>(code)) == row.reason)
            return Finding{*row.field, severity, static_cast<FindingCode>(code), row.figure};
    return {};
}

QString findingSentence(const Finding& finding, const CheckRow& row)
{
    QString sentence = FindingText().sentence(finding);
    if (row.names.size() < 2)
        return sentence;
    QStringList others;
    for (const QString& name : row.names)
        if (const auto field = fieldByWireName(name); field && field != row.field)
            others.append(FindingText::fieldLabel(*field));
    return CheckText::tr("%1 There is more about %2.", "sentence, labels of fields")
        .arg(sentence, others.join(QStringLiteral(", ")));
}

QString openText(const CheckRow& row)
{
    if (row.outcome == CheckOutcome::Waiting)
        return CheckText::tr("Not checked yet.");
    if (row.limit > 0)
        return CheckText::tr("Requests answered: %1 of %2.")
            .arg(numberText(row.figure), numberText(row.limit));
    return CheckText::tr("Being checked.");
}

} // namespace

QString checkSentence(const CheckRow& row)
{
    if (row.outcome == CheckOutcome::Waiting || row.outcome == CheckOutcome::Running)
        return openText(row);
    if (row.reason == u"not-answered" && row.error)
        return errorSentence(*row.error);
    if (const CheckWords* words = wordsFor(row))
        return filled(CheckText::tr(words->sentence), row);
    const auto finding = findingOf(row);
    return finding ? findingSentence(*finding, row) : QString();
}

QString checkRemedy(const CheckRow& row)
{
    if (row.reason == u"not-answered" && row.error) {
        const auto remedy = errorRemedy(*row.error);
        return remedy ? remedy->advice : CheckText::tr("Check again.");
    }
    if (const CheckWords* words = wordsFor(row))
        return words->remedy ? filled(CheckText::tr(words->remedy), row) : QString();
    const auto finding = findingOf(row);
    return finding ? FindingText().remedy(*finding) : QString();
}

QString checkButton(const CheckRow& row)
{
    switch (row.place) {
    case CheckPlace::None:
        break;
    case CheckPlace::Connection:
        return CheckText::tr("Edit connection…");
    case CheckPlace::Field:
        return row.field ? CheckText::tr("Go to %1").arg(FindingText::fieldLabel(*row.field))
                         : QString();
    case CheckPlace::BrowseImage:
        return CheckText::tr("Choose image…");
    case CheckPlace::UploadImage:
        return CheckText::tr("Upload image…");
    case CheckPlace::ChooseRole:
        return CheckText::tr("Choose role…");
    case CheckPlace::CreateRole:
        return CheckText::tr("Create role…");
    case CheckPlace::Recipients:
        return CheckText::tr("Change recipients…");
    case CheckPlace::Devices:
        return CheckText::tr("Show devices");
    }
    return {};
}

} // namespace fuotadesk
