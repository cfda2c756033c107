#include "campaign/ssosignin.h"

#include "campaign/ssosigninbench.h"
#include "sandbox/rawclient.h"
#include "support/testcase.h"

#include <QSignalSpy>
#include <QUrlQuery>

namespace fuotadesk {

using State = SsoSignIn::State;
using Way = SsoSignIn::Way;

class SsoSignInTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void signsInWithACode();
    void signsInWithTheBrowser();
    void chainLeadsToTheSession();
    void oldFormTakesACode();
    void profileWithoutASessionIsSaid();
    void unknownProfileIsSaid();
    void refusalIsAFailure();
    void cancelForgetsEverything();
    void switchingTheWayBeginsAnew();
};

void SsoSignInTest::signsInWithACode()
{
    SsoSignInBench b;
    QSignalSpy finished(&b.signIn, &SsoSignIn::finished);
    b.answerRegistration();
    b.answerAuthorization();
    b.network.staySilent();
    b.signIn.start(QStringLiteral("dev"), Way::Device);
    QCOMPARE(b.signIn.state(), State::Preparing);
    QTRY_COMPARE(b.signIn.state(), State::WaitingForPerson);
    QCOMPARE(b.signIn.userCode(), QStringLiteral("ABCD-EFGH"));
    QCOMPARE(b.signIn.page(), QUrl(QStringLiteral("https://corp/device?user_code=ABCD-EFGH")));
    QCOMPARE(b.signIn.startUrl(), QStringLiteral("https://corp.awsapps.com/start"));
    QCOMPARE(b.signIn.expiresAt(), b.clock.now().addSecs(600));
    QVERIFY(finished.isEmpty());
    QTRY_COMPARE(b.network.requests().size(), 3); // the first look, which nobody answers
    b.answerRegistration();
    b.answerAuthorization();
    b.answerToken();
    b.signIn.start(QStringLiteral("dev"), Way::Device);
    QTRY_COMPARE(b.signIn.state(), State::Done);
    QCOMPARE(finished.count(), 1);
    QCOMPARE(finished.first().first().toString(), QStringLiteral("dev"));
    QVERIFY(b.signIn.userCode().isEmpty());
    QVERIFY(b.signIn.page().isEmpty());
}

void SsoSignInTest::signsInWithTheBrowser()
{
    SsoSignInBench b;
    QSignalSpy finished(&b.signIn, &SsoSignIn::finished);
    b.answerRegistration();
    b.answerToken();
    b.signIn.start(QStringLiteral("dev"), Way::Browser);
    QTRY_COMPARE(b.signIn.state(), State::WaitingForPerson);
    QVERIFY(b.signIn.userCode().isEmpty());
    const QUrlQuery asked(b.signIn.page());
    const QUrl back(asked.queryItemValue(QStringLiteral("redirect_uri"), QUrl::FullyDecoded));
    const QByteArray state = asked.queryItemValue(QStringLiteral("state")).toLatin1();
    const HttpAnswer page = answerTo(
        quint16(back.port()), "GET /oauth/callback?code=c&state=" + state + " HTTP/1.1\r\n\r\n");
    QVERIFY(page.body.contains("Bye."));
    QTRY_COMPARE(b.signIn.state(), State::Done);
    QCOMPARE(finished.count(), 1);
}

// The role is not asked for: the token alone is what a person can give.
void SsoSignInTest::chainLeadsToTheSession()
{
    SsoSignInBench b;
    b.answerRegistration();
    b.answerAuthorization();
    b.answerToken();
    b.signIn.start(QStringLiteral("deploy"), Way::Device);
    QTRY_COMPARE(b.signIn.state(), State::Done);
    QCOMPARE(b.signIn.profile(), QStringLiteral("deploy"));
}

void SsoSignInTest::oldFormTakesACode()
{
    SsoSignInBench b;
    b.answerRegistration();
    b.answerAuthorization();
    b.network.staySilent();
    b.signIn.start(QStringLiteral("old"), Way::Browser);
    QTRY_COMPARE(b.signIn.state(), State::WaitingForPerson);
    QCOMPARE(b.signIn.way(), Way::Device);
    QVERIFY(!b.signIn.offersBrowser());
    QCOMPARE(b.signIn.userCode(), QStringLiteral("ABCD-EFGH"));
}

void SsoSignInTest::profileWithoutASessionIsSaid()
{
    SsoSignInBench b;
    b.signIn.start(QStringLiteral("keys"), Way::Browser);
    QTRY_COMPARE(b.signIn.state(), State::Failed);
    QCOMPARE(b.signIn.error()->kind, ErrorKind::ConfigurationInvalid);
    QCOMPARE(b.signIn.error()->code, QStringLiteral("sso-session"));
    QCOMPARE(b.signIn.error()->detail, QStringLiteral("keys"));
}

void SsoSignInTest::unknownProfileIsSaid()
{
    SsoSignInBench b;
    b.signIn.start({}, Way::Browser);
    QCOMPARE(b.signIn.profile(), QStringLiteral("default"));
    QTRY_COMPARE(b.signIn.state(), State::Failed);
    QCOMPARE(b.signIn.error()->code, QStringLiteral("profile-missing"));
    b.write(QStringLiteral("config"), "[profile dev\n");
    b.signIn.start(QStringLiteral("dev"), Way::Browser);
    QVERIFY(!b.signIn.error());
    QTRY_COMPARE(b.signIn.state(), State::Failed);
    QCOMPARE(b.signIn.error()->code, QStringLiteral("section-open"));
}

void SsoSignInTest::refusalIsAFailure()
{
    SsoSignInBench b;
    QSignalSpy finished(&b.signIn, &SsoSignIn::finished);
    b.answerRegistration();
    b.answerAuthorization();
    b.network.answer(400, R"({"error":"access_denied"})");
    b.signIn.start(QStringLiteral("dev"), Way::Device);
    QTRY_COMPARE(b.signIn.state(), State::Failed);
    QCOMPARE(b.signIn.error()->code, QStringLiteral("access_denied"));
    QVERIFY(b.signIn.userCode().isEmpty());
    QVERIFY(finished.isEmpty());
}

void SsoSignInTest::cancelForgetsEverything()
{
    SsoSignInBench b;
    b.answerRegistration();
    b.answerAuthorization();
    b.network.staySilent();
    b.signIn.start(QStringLiteral("dev"), Way::Device);
    QTRY_COMPARE(b.signIn.state(), State::WaitingForPerson);
    b.signIn.cancel();
    QCOMPARE(b.signIn.state(), State::Idle);
    QVERIFY(b.signIn.page().isEmpty());
    QVERIFY(!b.signIn.error());
    QCOMPARE(b.signIn.profile(), QStringLiteral("dev"));
}

void SsoSignInTest::switchingTheWayBeginsAnew()
{
    SsoSignInBench b;
    b.answerRegistration();
    b.signIn.start(QStringLiteral("dev"), Way::Browser);
    QTRY_COMPARE(b.signIn.state(), State::WaitingForPerson);
    b.answerRegistration();
    b.answerAuthorization();
    b.network.staySilent();
    b.signIn.start(QStringLiteral("dev"), Way::Device);
    QCOMPARE(b.signIn.state(), State::Preparing);
    QTRY_COMPARE(b.signIn.state(), State::WaitingForPerson);
    QCOMPARE(b.signIn.userCode(), QStringLiteral("ABCD-EFGH"));
}

FUOTADESK_TEST(SsoSignInTest);

} // namespace fuotadesk

#include "ssosignintest.moc"
