#include "campaign/mfaquestions.h"

#include "support/outcome.h"
#include "support/testcase.h"

#include <QSignalSpy>

namespace fuotadesk {

class MfaQuestionsTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void oldestIsAnsweredFirst();
    void declinedIsCancelled();
    void dyingOwnerTakesItsQuestionAway();
    void cancelledOneIsGone();
    void goneBehindTheCurrentIsNoNews();
    void dyingQuestionsDeclineWhatWaits();
    void nothingToAnswerIsNoFault();
};

namespace {

RoleStep role(const char* profile)
{
    RoleStep step;
    step.profile = QString::fromLatin1(profile);
    step.roleArn = QStringLiteral("arn:aws:iam::1:role/r");
    step.mfaSerial = QStringLiteral("arn:aws:iam::1:mfa/me");
    return step;
}

struct Asked {
    QObject owner;
    std::unique_ptr<MfaQuestions> questions = std::make_unique<MfaQuestions>();
    QSignalSpy changed{questions.get(), &MfaQuestions::changed};
    Outcome<QString> first;
    Outcome<QString> second;

    CallOf<QString>* ask(Outcome<QString>& outcome, const char* profile, QObject* asker)
    {
        auto* call = questions->askCode(role(profile), asker);
        outcome.watch(call, &owner);
        return call;
    }

    QString profile() const { return questions->current().value_or(MfaQuestion()).profile; }
};

} // namespace

void MfaQuestionsTest::oldestIsAnsweredFirst()
{
    Asked a;
    a.ask(a.first, "one", &a.owner);
    a.ask(a.second, "two", &a.owner);
    const MfaQuestion expected{QStringLiteral("one"), QStringLiteral("arn:aws:iam::1:role/r"),
                               QStringLiteral("arn:aws:iam::1:mfa/me")};
    QCOMPARE(a.questions->current().value(), expected);
    QCOMPARE(a.changed.count(), 1);
    a.questions->answer(QStringLiteral("123456"));
    QCOMPARE(a.first.count, 0); // later
    QCOMPARE(a.profile(), QStringLiteral("two"));
    a.questions->answer(QStringLiteral("654321"));
    QVERIFY(!a.questions->current());
    QCOMPARE(a.changed.count(), 3);
    QTRY_COMPARE(a.second.count, 1);
    QCOMPARE(a.first.result->value(), QStringLiteral("123456"));
    QCOMPARE(a.second.result->value(), QStringLiteral("654321"));
}

void MfaQuestionsTest::declinedIsCancelled()
{
    Asked a;
    a.ask(a.first, "one", &a.owner);
    a.questions->decline();
    QVERIFY(!a.questions->current());
    QTRY_COMPARE(a.first.count, 1);
    QCOMPARE(a.first.result->error().kind, ErrorKind::Cancelled);
}

void MfaQuestionsTest::dyingOwnerTakesItsQuestionAway()
{
    Asked a;
    auto asker = std::make_unique<QObject>();
    a.ask(a.first, "one", asker.get());
    a.ask(a.second, "two", &a.owner);
    asker.reset();
    QCOMPARE(a.profile(), QStringLiteral("two"));
    QCOMPARE(a.changed.count(), 2);
    a.questions->answer(QStringLiteral("123456"));
    QTRY_COMPARE(a.second.count, 1);
    QCOMPARE(a.first.count, 0);
}

void MfaQuestionsTest::cancelledOneIsGone()
{
    Asked a;
    auto* call = a.ask(a.first, "one", &a.owner);
    call->cancel();
    QVERIFY(!a.questions->current());
    QCOMPARE(a.changed.count(), 2);
    QTRY_COMPARE(a.first.count, 1);
    QCOMPARE(a.first.result->error().kind, ErrorKind::Cancelled);
    QCOMPARE(a.changed.count(), 2);
}

void MfaQuestionsTest::goneBehindTheCurrentIsNoNews()
{
    Asked a;
    a.ask(a.first, "one", &a.owner);
    auto* call = a.ask(a.second, "two", &a.owner);
    call->cancel();
    QCOMPARE(a.changed.count(), 1);
    QCOMPARE(a.profile(), QStringLiteral("one"));
    a.questions->answer(QStringLiteral("123456"));
    QVERIFY(!a.questions->current());
}

void MfaQuestionsTest::dyingQuestionsDeclineWhatWaits()
{
    Asked a;
    a.ask(a.first, "one", &a.owner);
    auto* call = a.ask(a.second, "two", &a.owner);
    a.questions.reset();
    call->cancel(); // too late, and no fault
    QTRY_COMPARE(a.second.count, 1);
    QCOMPARE(a.first.result->error().kind, ErrorKind::Cancelled);
    QCOMPARE(a.second.result->error().kind, ErrorKind::Cancelled);
}

void MfaQuestionsTest::nothingToAnswerIsNoFault()
{
    Asked a;
    a.questions->answer(QStringLiteral("123456"));
    a.questions->decline();
    QCOMPARE(a.changed.count(), 0);
}

FUOTADESK_TEST(MfaQuestionsTest);

} // namespace fuotadesk

#include "mfaquestionstest.moc"
