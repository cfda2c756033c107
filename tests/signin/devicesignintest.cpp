#include "signin/devicesignin.h"
#include "support/testcase.h"

#include "signin/flowbench.h"
#include "signin/tokenfile.h"

#include <QSignalSpy>

namespace fuotadesk {

using namespace std::chrono_literals;

class DeviceSignInTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void endsWithATokenInTheCache();
    void pollsUntilThePersonCame();
    void earlierRegistrationIsUsedAgain();
    void registrationThatEndsIsNotUsed();
    void refusedRegistrationIsMadeAnew();
    void endsByTheClock();
    void refusalHasItsCode_data();
    void refusalHasItsCode();
    void brokenLineAtTheStartIsSaid();
    void cancelStopsAsking();
    void dyingOwnerStopsAsking();
    void cacheThatCanNotBeWrittenIsSaid();
};

namespace {

struct Device : FlowBench {
    DeviceSignIn flow{tools, plan};

    void answerAuthorization()
    {
        network.answer(
            200, R"({"deviceCode":"dc","userCode":"ABCD-EFGH","verificationUri":"https://d/device",
                    "verificationUriComplete":"https://d/device?user_code=ABCD-EFGH",
                    "expiresIn":600,"interval":1})");
    }

    void keepEarlierRegistration(const QDateTime& end)
    {
        const SsoToken earlier{Secret("old"),
                               clock.now().addDays(-1),
                               {},
                               {},
                               {},
                               QStringLiteral("old-id"),
                               Secret("old-cs"),
                               end,
                               {}};
        Outcome<void> kept;
        kept.watch(tools.ssoTokens.keep(plan.source, earlier, &owner), &owner);
        QTRY_COMPARE(kept.count, 1);
    }
};

} // namespace

void DeviceSignInTest::endsWithATokenInTheCache()
{
    Device d;
    QSignalSpy asked(&d.flow, &SsoFlow::personAsked);
    d.answerRegistration();
    d.answerAuthorization();
    d.answerToken();
    d.start(d.flow);
    QTRY_COMPARE(d.outcome.count, 1);
    QVERIFY(*d.outcome.result);
    QCOMPARE(asked.count(), 1);
    QCOMPARE(d.flow.userCode(), QStringLiteral("ABCD-EFGH"));
    QCOMPARE(d.flow.page(), QUrl(QStringLiteral("https://d/device?user_code=ABCD-EFGH")));
    QCOMPARE(d.flow.expiresAt(), d.clock.now().addSecs(600));
    const SsoToken token = d.cached().value();
    QCOMPARE(token.accessToken, Secret("at"));
    QCOMPARE(token.refreshToken, Secret("rt"));
    QCOMPARE(token.clientId, QStringLiteral("id"));
    QCOMPARE(token.startUrl, d.plan.source.startUrl);
    QCOMPARE(token.region, QStringLiteral("eu-west-1"));
    QVERIFY(token.canBeRefreshed(d.clock.now()));
    const QFileInfo file(d.folder.filePath(ssoTokenFileName(QStringLiteral("dev"))));
    QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
}

void DeviceSignInTest::pollsUntilThePersonCame()
{
    Device d;
    d.answerRegistration();
    d.answerAuthorization();
    d.refuse("authorization_pending");
    d.refuse("slow_down");
    d.network.fail(ErrorKind::ConnectionLost, true);
    d.network.answer(503);
    d.answerToken();
    d.start(d.flow);
    QTRY_COMPARE(d.outcome.count, 1);
    QVERIFY(*d.outcome.result);
    QCOMPARE(d.flow.interval(), 6s);
    QCOMPARE(d.network.requests().size(), 7);
    QCOMPARE(d.sentJson(6).value(u"deviceCode").toString(), QStringLiteral("dc"));
}

void DeviceSignInTest::earlierRegistrationIsUsedAgain()
{
    Device d;
    d.keepEarlierRegistration(d.clock.now().addDays(2));
    d.answerAuthorization();
    d.answerToken();
    d.start(d.flow);
    QTRY_COMPARE(d.outcome.count, 1);
    QCOMPARE(d.pathOf(0), QStringLiteral("/device_authorization"));
    QCOMPARE(d.sentJson(1).value(u"clientSecret").toString(), QStringLiteral("old-cs"));
    QCOMPARE(d.cached()->clientId, QStringLiteral("old-id"));
    QCOMPARE(d.cached()->accessToken, Secret("at"));
}

void DeviceSignInTest::registrationThatEndsIsNotUsed()
{
    Device d;
    d.keepEarlierRegistration(d.clock.now().addSecs(3600));
    d.answerRegistration();
    d.answerAuthorization();
    d.answerToken();
    d.start(d.flow);
    QTRY_COMPARE(d.outcome.count, 1);
    QCOMPARE(d.cached()->clientId, QStringLiteral("id"));
}

void DeviceSignInTest::refusedRegistrationIsMadeAnew()
{
    Device d;
    d.keepEarlierRegistration(d.clock.now().addDays(2));
    d.refuse("unauthorized_client");
    d.answerRegistration();
    d.answerAuthorization();
    d.answerToken();
    d.start(d.flow);
    QTRY_COMPARE(d.outcome.count, 1);
    QVERIFY(*d.outcome.result);
    QCOMPARE(d.cached()->clientId, QStringLiteral("id"));
}

void DeviceSignInTest::endsByTheClock()
{
    Device d;
    d.answerRegistration();
    d.answerAuthorization();
    connect(&d.flow, &SsoFlow::personAsked, &d.owner, [&] { d.clock.advance(600s); });
    d.start(d.flow);
    QTRY_COMPARE(d.outcome.count, 1);
    QCOMPARE(d.outcome.result->error().kind, ErrorKind::TimedOut);
    QCOMPARE(d.outcome.result->error().code, QStringLiteral("expired_token"));
    QCOMPARE(d.network.requests().size(), 2);
}

void DeviceSignInTest::refusalHasItsCode_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("no") << QStringLiteral("access_denied") << ErrorKind::AccessDenied;
    QTest::newRow("late") << QStringLiteral("expired_token") << ErrorKind::TimedOut;
    QTest::newRow("used up") << QStringLiteral("invalid_grant") << ErrorKind::ValidationFailed;
}

void DeviceSignInTest::refusalHasItsCode()
{
    QFETCH(QString, code);
    QFETCH(ErrorKind, kind);
    Device d;
    d.answerRegistration();
    d.answerAuthorization();
    d.refuse(code.toLatin1().constData());
    d.start(d.flow);
    QTRY_COMPARE(d.outcome.count, 1);
    QCOMPARE(d.outcome.result->error().kind, kind);
    QCOMPARE(d.outcome.result->error().code, code);
    QCOMPARE(d.cached().error().kind, ErrorKind::CredentialsMissing);
}

void DeviceSignInTest::brokenLineAtTheStartIsSaid()
{
    Device d;
    d.answerRegistration();
    for (int i = 0; i < 3; ++i) // it may be repeated
        d.network.fail(ErrorKind::ConnectionLost, true);
    d.start(d.flow);
    QTRY_COMPARE(d.outcome.count, 1);
    QCOMPARE(d.outcome.result->error().kind, ErrorKind::ConnectionLost);
    QVERIFY(!d.outcome.result->error().maybeExecuted);
}

void DeviceSignInTest::cancelStopsAsking()
{
    Device d;
    d.answerRegistration();
    d.answerAuthorization();
    CallOf<void>* call = d.flow.start(&d.owner);
    d.outcome.watch(call, &d.owner);
    connect(&d.flow, &SsoFlow::personAsked, call, [call] { call->cancel(); });
    QTRY_COMPARE(d.outcome.count, 1);
    QCOMPARE(d.outcome.result->error().kind, ErrorKind::Cancelled);
    (void)d.cached(); // some turns later
    QCOMPARE(d.network.requests().size(), 2);
}

void DeviceSignInTest::dyingOwnerStopsAsking()
{
    Device d;
    d.answerRegistration();
    d.answerAuthorization();
    auto owner = std::make_unique<QObject>();
    d.flow.start(owner.get());
    QSignalSpy asked(&d.flow, &SsoFlow::personAsked);
    connect(&d.flow, &SsoFlow::personAsked, &d.owner, [&owner] { owner.reset(); });
    QTRY_COMPARE(asked.count(), 1);
    (void)d.cached();
    QCOMPARE(d.network.requests().size(), 2);
}

void DeviceSignInTest::cacheThatCanNotBeWrittenIsSaid()
{
    Device d;
    const QString name = ssoTokenFileName(QStringLiteral("dev"));
    QVERIFY(QDir(d.folder.path()).mkdir(name));
    d.answerRegistration();
    d.answerAuthorization();
    d.answerToken();
    d.start(d.flow);
    QTRY_COMPARE(d.outcome.count, 1);
    QCOMPARE(d.outcome.result->error().kind, ErrorKind::FileUnwritable);
}

} // namespace fuotadesk

using fuotadesk::DeviceSignInTest;
FUOTADESK_TEST(DeviceSignInTest);
#include "devicesignintest.moc"
