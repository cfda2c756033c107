#include "signin/browsersignin.h"
#include "support/testcase.h"

#include "sandbox/rawclient.h"
#include "signin/flowbench.h"

#include <QJsonArray>
#include <QSignalSpy>
#include <QUrlQuery>

namespace fuotadesk {

using namespace std::chrono_literals;

class BrowserSignInTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void challengeIsThatOfTheStandard();
    void pageAsksForACode();
    void endsWithATokenInTheCache();
    void noOfThePersonEndsIt();
    void browserThatNeverComesEndsIt();
    void refusedRegistrationEndsIt();
    void endpointMustBeAnAddress();
    void comingBackAfterACancelIsNothing();
};

namespace {

struct Browser : FlowBench {
    Browser() { plan.source.scopes = QStringLiteral("sso:account:access, b:c"); }

    void begin()
    {
        answerRegistration();
        flow = std::make_unique<BrowserSignIn>(tools, plan, QStringLiteral("Bye."));
        QSignalSpy asked(flow.get(), &SsoFlow::personAsked);
        start(*flow);
        QTRY_COMPARE(asked.count(), 1);
    }

    QString asked(const char* name) const
    {
        return QUrlQuery(flow->page()).queryItemValue(QLatin1String(name), QUrl::FullyDecoded);
    }

    // What the sign-in page would send the browser to.
    HttpAnswer comeBack(const QByteArray& query) const
    {
        const QUrl back(asked("redirect_uri"));
        return answerTo(quint16(back.port()),
                        "GET " + back.path().toLatin1() + "?" + query
                            + "&state=" + asked("state").toLatin1() + " HTTP/1.1\r\n\r\n");
    }

    std::unique_ptr<BrowserSignIn> flow;
};

} // namespace

// RFC 7636, appendix B.
void BrowserSignInTest::challengeIsThatOfTheStandard()
{
    QCOMPARE(pkceChallenge(Secret("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")),
             QByteArray("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"));
}

void BrowserSignInTest::pageAsksForACode()
{
    Browser b;
    b.begin();
    QCOMPARE(b.sentJson(0).value(u"redirectUris").toArray(),
             QJsonArray{QStringLiteral("http://127.0.0.1/oauth/callback")});
    QCOMPARE(b.sentJson(0).value(u"issuerUrl").toString(), b.plan.source.startUrl);
    const QUrl page = b.flow->page();
    QCOMPARE(page.host(), QStringLiteral("oidc.eu-west-1.amazonaws.com"));
    QCOMPARE(page.path(), QStringLiteral("/authorize"));
    QVERIFY(page.toEncoded().contains("scopes=sso%3Aaccount%3Aaccess%20b%3Ac&"));
    QVERIFY(page.toEncoded().contains("redirect_uri=http%3A%2F%2F127.0.0.1%3A"));
    QCOMPARE(b.asked("response_type"), QStringLiteral("code"));
    QCOMPARE(b.asked("client_id"), QStringLiteral("id"));
    QCOMPARE(b.asked("code_challenge_method"), QStringLiteral("S256"));
    QCOMPARE(b.asked("state").size(), 32);
    QCOMPARE(b.asked("code_challenge").size(), 43);
    QCOMPARE(QUrl(b.asked("redirect_uri")).path(), QStringLiteral("/oauth/callback"));
    QCOMPARE(b.flow->expiresAt(), b.clock.now().addSecs(600));
    QVERIFY(b.flow->userCode().isEmpty());
}

void BrowserSignInTest::endsWithATokenInTheCache()
{
    Browser b;
    b.begin();
    b.answerToken();
    const HttpAnswer answer = b.comeBack("code=the-code");
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.body.contains("Bye."));
    QTRY_COMPARE(b.outcome.count, 1);
    QVERIFY(*b.outcome.result);
    const QJsonObject sent = b.sentJson(1);
    QCOMPARE(sent.value(u"grantType").toString(), QStringLiteral("authorization_code"));
    QCOMPARE(sent.value(u"code").toString(), QStringLiteral("the-code"));
    QCOMPARE(sent.value(u"redirectUri").toString(), b.asked("redirect_uri"));
    const QByteArray verifier = sent.value(u"codeVerifier").toString().toLatin1();
    QCOMPARE(verifier.size(), 64);
    QCOMPARE(QString::fromLatin1(pkceChallenge(Secret(verifier))), b.asked("code_challenge"));
    QCOMPARE(b.cached()->accessToken, Secret("at"));
    QVERIFY(b.cached()->canBeRefreshed(b.clock.now()));
}

void BrowserSignInTest::noOfThePersonEndsIt()
{
    Browser b;
    b.begin();
    QCOMPARE(b.comeBack("error=access_denied").status, 200);
    QTRY_COMPARE(b.outcome.count, 1);
    QCOMPARE(b.outcome.result->error().kind, ErrorKind::AccessDenied);
    QCOMPARE(b.outcome.result->error().code, QStringLiteral("access_denied"));
}

void BrowserSignInTest::browserThatNeverComesEndsIt()
{
    Browser b;
    b.begin();
    b.clock.advance(599s);
    QCOMPARE(b.outcome.count, 0);
    b.clock.advance(1s);
    QTRY_COMPARE(b.outcome.count, 1);
    QCOMPARE(b.outcome.result->error().kind, ErrorKind::TimedOut);
    QCOMPARE(b.outcome.result->error().code, QStringLiteral("expired_token"));
}

void BrowserSignInTest::refusedRegistrationEndsIt()
{
    Browser b;
    b.refuse("invalid_request");
    b.flow = std::make_unique<BrowserSignIn>(b.tools, b.plan, QString());
    b.start(*b.flow);
    QTRY_COMPARE(b.outcome.count, 1);
    QCOMPARE(b.outcome.result->error().code, QStringLiteral("invalid_request"));
    QVERIFY(b.flow->page().isEmpty());
}

void BrowserSignInTest::endpointMustBeAnAddress()
{
    Browser b;
    b.plan.oidcEndpoint = QUrl(QStringLiteral("file:///tmp"));
    b.answerRegistration();
    b.flow = std::make_unique<BrowserSignIn>(b.tools, b.plan, QString());
    b.start(*b.flow);
    QTRY_COMPARE(b.outcome.count, 1);
    QCOMPARE(b.outcome.result->error().code, QStringLiteral("endpoint-url"));
}

void BrowserSignInTest::comingBackAfterACancelIsNothing()
{
    Browser b;
    b.answerRegistration();
    b.flow = std::make_unique<BrowserSignIn>(b.tools, b.plan, QString());
    QSignalSpy asked(b.flow.get(), &SsoFlow::personAsked);
    CallOf<void>* call = b.flow->start(&b.owner);
    b.outcome.watch(call, &b.owner);
    QTRY_COMPARE(asked.count(), 1);
    call->cancel();
    QCOMPARE(b.comeBack("code=the-code").status, 200);
    QTRY_COMPARE(b.outcome.count, 1);
    QCOMPARE(b.outcome.result->error().kind, ErrorKind::Cancelled);
    (void)b.cached(); // some turns later
    QCOMPARE(b.network.requests().size(), 1);
}

} // namespace fuotadesk

using fuotadesk::BrowserSignInTest;
FUOTADESK_TEST(BrowserSignInTest);
#include "browsersignintest.moc"
