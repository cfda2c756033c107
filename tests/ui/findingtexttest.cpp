#include "text/findingtext.h"

#include "support/testcase.h"

#include <QSet>

namespace fuotadesk {

namespace {

constexpr auto LastCode = FindingCode::VariantUnknown;

Finding findingOf(FindingCode code)
{
    return {Field::FragmentIntervalMs, Severity::Error, code, 1'234'567};
}

} // namespace

class FindingTextTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void everyCodeHasItsOwnSentence()
    {
        QSet<QString> sentences;
        for (int code = 0; code <= int(LastCode); ++code) {
            const QString sentence = FindingText().sentence(findingOf(FindingCode(code)));
            QVERIFY2(sentence.endsWith(u'.'), qPrintable(QString::number(code)));
            QVERIFY2(!sentences.contains(sentence), qPrintable(sentence));
            QVERIFY2(!sentence.contains(u'%'), qPrintable(sentence));
            sentences.insert(sentence);
        }
        // The enumeration ends where this test thinks it does.
        QVERIFY(findingCodeName(FindingCode(int(LastCode) + 1)).isEmpty());
    }

    void remediesAreSentencesToo()
    {
        int remedies = 0;
        for (int code = 0; code <= int(LastCode); ++code) {
            const QString remedy = FindingText().remedy(findingOf(FindingCode(code)));
            if (remedy.isEmpty())
                continue;
            ++remedies;
            QVERIFY2(remedy.endsWith(u'.'), qPrintable(remedy));
            QVERIFY(FindingText().text(findingOf(FindingCode(code))).endsWith(remedy));
        }
        QVERIFY(remedies > 8);
    }

    void figuresFollowTheLocale()
    {
        const Finding finding = findingOf(FindingCode::TooLong);
        const QLocale german(QLocale::German, QLocale::Germany);
        QVERIFY(FindingText(german).sentence(finding).contains(u"1.234.567"));
        const QLocale english(QLocale::English, QLocale::UnitedStates);
        QVERIFY(FindingText(english).sentence(finding).contains(u"1,234,567"));
    }

    void everyFieldHasItsOwnLabel()
    {
        QSet<QString> labels;
        for (const FieldSpec& spec : fieldTable())
            labels.insert(FindingText::fieldLabel(spec.field));
        QCOMPARE(std::size_t(labels.size()), fieldTable().size());
        QVERIFY(!labels.contains(QString()));
        QCOMPARE(FindingText::fieldLabel(Field::RfRegion), QStringLiteral("RF region"));
    }

    void severitiesHaveWords()
    {
        const QSet<QString> words{FindingText::severityWord(Severity::Error),
                                  FindingText::severityWord(Severity::Warning),
                                  FindingText::severityWord(Severity::Info)};
        QCOMPARE(words.size(), 3);
    }
};

FUOTADESK_TEST(FindingTextTest);

} // namespace fuotadesk

#include "findingtexttest.moc"
