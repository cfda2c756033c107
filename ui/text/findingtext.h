#pragma once

#include "fuota/finding.h"

#include <QCoreApplication>
#include <QLocale>

namespace fuotadesk {

// What is said of a finding: a sentence, and what to do about it where something can be done.
// Figures are written in the given locale. The words of the task's fields live here too, so that
// every sentence and label agree.
class FindingText {
    Q_DECLARE_TR_FUNCTIONS(FindingText)

public:
    explicit FindingText(const QLocale& locale = QLocale()) : m_locale(locale) { }

    QString sentence(const Finding& finding) const;
    // Empty where the sentence says it all.
    QString remedy(const Finding& finding) const;
    // The two in a row.
    QString text(const Finding& finding) const;

    static QString severityWord(Severity severity);
    // As the form labels it: "RF region".
    static QString fieldLabel(Field field);

private:
    QString modelSentence(const Finding& finding) const;
    QString tagSentence(const Finding& finding) const;
    QString adviceSentence(const Finding& finding) const;
    QString planSentence(const Finding& finding) const;
    QString radioSentence(const Finding& finding) const;
    QString codeSentence(const Finding& finding) const;
    QString radioRemedy(const Finding& finding) const;
    QString figure(const Finding& finding) const { return m_locale.toString(finding.figure); }

    QLocale m_locale;
};

} // namespace fuotadesk
