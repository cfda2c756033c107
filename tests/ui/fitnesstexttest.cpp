#include "text/fitnesstext.h"

#include "support/testcase.h"

#include <QSet>

namespace fuotadesk {

class FitnessTextTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void everyFindingHasASentenceOfItsOwn();
    void whatIsWrongHasARemedy();
    void aCheckIsCalledByItsWorst();
    void reasonsAreALineEach();
};

namespace {

DeviceCheck checkWith(FitnessCode code, Severity severity)
{
    return {{{code, severity}}, {}};
}

} // namespace

void FitnessTextTest::everyFindingHasASentenceOfItsOwn()
{
    QSet<QString> sentences;
    const int last = static_cast<int>(FitnessCode::SilentForDays);
    for (int i = 0; i <= last; ++i) {
        const QString sentence =
            fitnessSentence({static_cast<FitnessCode>(i), Severity::Error, 12});
        QVERIFY2(sentence.endsWith(u'.'), qPrintable(QString::number(i)));
        sentences << sentence;
    }
    QCOMPARE(sentences.size(), last + 1);
}

void FitnessTextTest::whatIsWrongHasARemedy()
{
    for (const FitnessCode code :
         {FitnessCode::Personalized, FitnessCode::FuotaPortMissing,
          FitnessCode::MulticastPortMissing, FitnessCode::ClockSyncPortMissing,
          FitnessCode::NeitherClassBNorC, FitnessCode::NeverHeard, FitnessCode::ProfileUnknown})
        QVERIFY(fitnessRemedy({code, Severity::Error, 0}).endsWith(u'.'));
    QVERIFY(fitnessRemedy({FitnessCode::NotLoRaWan, Severity::Error, 0}).isEmpty());
}

void FitnessTextTest::aCheckIsCalledByItsWorst()
{
    QCOMPARE(fitnessLabel(nullptr), QStringLiteral("Not checked"));
    const DeviceCheck fit;
    QCOMPARE(fitnessLabel(&fit), QStringLiteral("Fit"));
    const DeviceCheck warned = checkWith(FitnessCode::NeverHeard, Severity::Warning);
    QCOMPARE(fitnessLabel(&warned), QStringLiteral("Fit, with warnings"));
    const DeviceCheck unfit = checkWith(FitnessCode::Personalized, Severity::Error);
    QCOMPARE(fitnessLabel(&unfit), QStringLiteral("Unfit"));
    const DeviceCheck open = checkWith(FitnessCode::ProfileUnknown, Severity::Warning);
    QCOMPARE(fitnessLabel(&open), QStringLiteral("Not known"));
    const DeviceCheck unread{{}, Error{ErrorKind::AccessDenied, {}, {}, 403, {}, {}, false}};
    QCOMPARE(fitnessLabel(&unread), QStringLiteral("Could not be read"));
}

void FitnessTextTest::reasonsAreALineEach()
{
    DeviceCheck check = checkWith(FitnessCode::Personalized, Severity::Error);
    check.findings.append({FitnessCode::NeverHeard, Severity::Warning});
    QCOMPARE(fitnessReasons(&check).count(u'\n'), 2);
    QVERIFY(fitnessReasons(&check).contains(fitnessSentence(check.findings.last())));
}

FUOTADESK_TEST(FitnessTextTest);

} // namespace fuotadesk

#include "fitnesstexttest.moc"
