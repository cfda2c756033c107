#include "campaign/session.h"
#include "support/testcase.h"

#include "campaign/profilebench.h"
#include "campaign/whoami.h"
#include "support/identitydouble.h"

#include <QSignalSpy>

namespace fuotadesk {

class ProfileSessionTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void firstStartTakesTheUsualProfile();
    void firstStartWithoutOneTakesTheSandbox();
    void laterStartsTakeWhatWasActive();
    void profileIsSignedInWhereItLeads();
    void marksOfAProfileAreKept();
    void forgottenMarksLeaveTheProfile();
    void detourIsForThisSessionOnly();
    void brokenProfileIsSignedOutUntilItIsMended();
    void profileThatLeadsElsewhereIsTakenUpAnew();
    void filesBeingWrittenDisturbNothing();
    void profileThatIsGoneSaysSo();
    void whoIsAskedOnceSignedIn();
    void aSignInThatEndsInTheMidstOfWorkSignsOut();
};

namespace {

const QString Other = QStringLiteral("profile:other");

} // namespace

void ProfileSessionTest::firstStartTakesTheUsualProfile()
{
    ProfileBench b(TwoProfiles);
    b.signIn({});
    QCOMPARE(b.session->active().profile, QStringLiteral("default"));
    QCOMPARE(b.desk.stacks.credentials.last().accessKeyId, QStringLiteral("AKIADEFAULT"));
    QCOMPARE(b.session->connections().size(), 3); // the sandbox and both
}

void ProfileSessionTest::firstStartWithoutOneTakesTheSandbox()
{
    ProfileBench none({});
    none.signIn({});
    QCOMPARE(none.session->active().kind, ConnectionKind::Sandbox);
    ProfileBench broken("[default]\nrole_arn = arn:aws:iam::1:role/one\n");
    broken.signIn({});
    QCOMPARE(broken.session->active().kind, ConnectionKind::Sandbox);
}

void ProfileSessionTest::laterStartsTakeWhatWasActive()
{
    ProfileBench b(TwoProfiles);
    b.signIn(Other);
    b.open();
    b.signIn({});
    QCOMPARE(b.session->active().profile, QStringLiteral("other"));
    b.session->activate(sandboxConnection().id);
    b.open();
    b.signIn({});
    QCOMPARE(b.session->active().kind, ConnectionKind::Sandbox);
}

void ProfileSessionTest::profileIsSignedInWhereItLeads()
{
    ProfileBench b(TwoProfiles);
    b.signIn(Other);
    QCOMPARE(b.session->active().region, QStringLiteral("us-east-1"));
    QCOMPARE(b.desk.stacks.connections.last().region, QStringLiteral("us-east-1"));
    QVERIFY(b.session->access());
    QCOMPARE(b.session->access()->sts.endpoint,
             QUrl(QStringLiteral("https://sts.us-east-1.amazonaws.com")));
    QCOMPARE(b.session->endpointKey(), QStringLiteral("standard us-east-1"));
    // what the files say is not copied into the settings
    QVERIFY(b.desk.settings.data().connections.isEmpty());
}

void ProfileSessionTest::marksOfAProfileAreKept()
{
    ProfileBench b(TwoProfiles);
    b.signIn(Other);
    Connection changed = *b.session->book().find(Other);
    changed.name = QStringLiteral("The real one");
    changed.colour = ConnectionColour::Red;
    changed.isProduction = true;
    changed.region = QStringLiteral("eu-central-1");
    const auto id =
        resultOf(b.session->save(changed, {}, Session::Remember::InKeychain, b.session.get()));
    QCOMPARE(id->value(), Other);
    QTRY_VERIFY(b.session->isReady());
    QCOMPARE(b.session->active().region, QStringLiteral("eu-central-1"));
    QVERIFY(b.session->active().isProduction);
    QCOMPARE(b.session->connections().size(), 3);
    b.open();
    b.signIn({});
    QCOMPARE(b.session->active().name, QStringLiteral("The real one"));
    QVERIFY(b.desk.keychain.entries.isEmpty());
}

void ProfileSessionTest::forgottenMarksLeaveTheProfile()
{
    ProfileBench b(TwoProfiles);
    b.signIn(Other);
    Connection changed = *b.session->book().find(Other);
    changed.isProduction = true;
    resultOf(b.session->save(changed, {}, Session::Remember::InKeychain, b.session.get()));
    const auto forgotten =
        resultOf(b.session->forget(Other, Session::Forget::SecretToo, b.session.get()));
    QVERIFY(forgotten->has_value());
    QTRY_VERIFY(b.session->isReady());
    QCOMPARE(b.session->active().id, Other);
    QVERIFY(!b.session->active().isProduction);
}

void ProfileSessionTest::detourIsForThisSessionOnly()
{
    ProfileBench b(TwoProfiles);
    b.session->setDetour(Other,
                         {QStringLiteral("sa-east-1"), QStringLiteral("http://127.0.0.1:9")});
    b.signIn(Other);
    QCOMPARE(b.session->active().region, QStringLiteral("sa-east-1"));
    QCOMPARE(b.session->active().endpointUrl, QStringLiteral("http://127.0.0.1:9"));
    const QUrl here(QStringLiteral("http://127.0.0.1:9")); // for the other services too
    QCOMPARE(b.session->access()->sts.endpoint, here);
    QCOMPARE(b.session->access()->s3.endpoint, here);
    QCOMPARE(b.session->access()->iam.endpoint, here);
    QCOMPARE(b.session->access()->s3.region, QStringLiteral("sa-east-1"));
    b.session->activate(sandboxConnection().id);
    b.session->activate(Other);
    QTRY_VERIFY(b.session->isReady());
    QCOMPARE(b.session->active().region, QStringLiteral("sa-east-1"));
    b.open();
    b.signIn({});
    QCOMPARE(b.session->active().region, QStringLiteral("us-east-1"));
}

void ProfileSessionTest::brokenProfileIsSignedOutUntilItIsMended()
{
    ProfileBench b("[profile other]\naws_access_key_id = AKIA\naws_secret_access_key = s\n");
    b.session->start(Other);
    QTRY_COMPARE(b.session->state(), SessionState::SignedOut);
    QCOMPARE(b.session->error()->code, QStringLiteral("no-region"));
    b.write(TwoProfiles);
    QTRY_VERIFY(b.session->isReady());
    QCOMPARE(b.session->active().region, QStringLiteral("us-east-1"));
}

void ProfileSessionTest::profileThatLeadsElsewhereIsTakenUpAnew()
{
    ProfileBench b(TwoProfiles);
    b.signIn(Other);
    const auto before = b.session->stack();
    b.write(QByteArray(TwoProfiles).replace("us-east-1", "us-west-2"));
    QTRY_COMPARE(b.session->active().region, QStringLiteral("us-west-2"));
    QTRY_VERIFY(b.session->isReady());
    QVERIFY(b.session->stack() != before);
    // a change that does not concern it leaves it alone
    const auto now = b.session->stack();
    QSignalSpy read(&b.session->book(), &ConnectionBook::discovered);
    b.write(QByteArray(TwoProfiles).replace("us-east-1", "us-west-2") + "[profile third]\n");
    QTRY_VERIFY(read.count() > 0);
    QCOMPARE(b.session->stack(), now);
}

void ProfileSessionTest::filesBeingWrittenDisturbNothing()
{
    ProfileBench b(TwoProfiles);
    b.signIn(Other);
    const auto stack = b.session->stack();
    QSignalSpy read(&b.session->book(), &ConnectionBook::discovered);
    b.write("[profile oth");
    QTRY_VERIFY(read.count() > 0);
    QVERIFY(b.session->book().profilesError());
    const auto keys = resultOf(b.session->access()->keys->obtain(b.session.get()));
    QCOMPARE(keys->value().accessKeyId, QStringLiteral("AKIAOTHER"));
    QCOMPARE(b.session->stack(), stack);
    // a profile that was taken out is another matter
    b.write("[default]\naws_access_key_id = a\naws_secret_access_key = s\nregion = eu-west-1\n");
    QTRY_COMPARE(b.session->state(), SessionState::SignedOut);
}

void ProfileSessionTest::profileThatIsGoneSaysSo()
{
    ProfileBench b(TwoProfiles);
    b.session->start(QStringLiteral("profile:gone"));
    QTRY_COMPARE(b.session->state(), SessionState::SignedOut);
    QCOMPARE(b.session->active().profile, QStringLiteral("gone"));
    QVERIFY(b.session->error()->kind == ErrorKind::ConfigurationInvalid);
}

void ProfileSessionTest::whoIsAskedOnceSignedIn()
{
    ProfileBench b(TwoProfiles);
    IdentityDouble sts;
    WhoAmI whoAmI(*b.session, {sts, b.desk.random, b.desk.clock});
    QVERIFY(!whoAmI.identity());
    b.signIn(Other);
    QTRY_VERIFY(whoAmI.identity());
    QCOMPARE(whoAmI.identity()->account, QStringLiteral("123456789012"));
    QSignalSpy changed(&whoAmI, &WhoAmI::changed);
    b.session->activate(QStringLiteral("profile:gone"));
    QCOMPARE(changed.count(), 1);
    QVERIFY(!whoAmI.identity());
}

// Its process gives out credentials once, and fails from then on.
void ProfileSessionTest::aSignInThatEndsInTheMidstOfWorkSignsOut()
{
    ProfileBench b(QByteArray{});
    const QString script = b.folder.filePath(QStringLiteral("give"));
    QFile file(script);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("mkdir \"$0.given\" || exit 1\n"
               "echo '{\"Version\":1,\"AccessKeyId\":\"ASIA\",\"SecretAccessKey\":\"s\","
               "\"SessionToken\":\"t\",\"Expiration\":\"2026-01-02T04:04:05Z\"}'\n");
    file.close();
    b.write("[profile other]\nregion = us-east-1\ncredential_process = /bin/sh " + script.toUtf8()
            + '\n');
    b.signIn(Other);
    const auto keys = b.session->access()->keys;
    QVERIFY(keys->fresh());
    b.desk.clock.advance(std::chrono::hours(2));
    QVERIFY(!keys->fresh());
    resultOf(keys->obtain(b.session.get()));
    QTRY_COMPARE(b.session->state(), SessionState::SignedOut);
    QCOMPARE(b.session->error()->code, QStringLiteral("process-exit"));
    QVERIFY(!b.session->stack());
}

FUOTADESK_TEST(ProfileSessionTest);

} // namespace fuotadesk

#include "profilesessiontest.moc"
