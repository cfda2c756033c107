#include "signinsbench.h"
#include "support/testcase.h"

#include "signin/tokenfile.h"

namespace fuotadesk {

using namespace std::chrono_literals;

// Each way of signing in that a profile can name, over real sockets to the sandbox: what it gives,
// who one is then, that it is renewed in time, and that what has ended is refused.
class SignInsTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void everyWayReachesTheDevices_data();
    void everyWayReachesTheDevices();
    void keysThatEndAreRenewedBefore_data();
    void keysThatEndAreRenewedBefore();
    void keysThatEndedAreRefused();
    void environmentNeedsNoProfile();
    void webIdentityOfTheEnvironment();
    void codeOfTheDeviceIsAskedForEachTime();
    void wrongCodeIsSaid();
    void wrongExternalIdIsSaid();
    void webIdentityMayEnd();
    void loginIsRenewedInPlace();
    void loginEndsWithItsSession();
    void loginNeedsItsOwnKey();
    void processIsAskedAgainWhenItsKeysEnd();
};

namespace {

void addWays()
{
    QTest::addColumn<QString>("profile");
    QTest::addColumn<QString>("arn");
    QTest::addColumn<int>("seconds");
    const auto row = [](const char* name, const char* arn, int seconds) {
        QTest::newRow(name) << QLatin1String(name) + QString() << QLatin1String(arn) + QString()
                            << seconds;
    };
    row("sandbox-role", "arn:aws:sts::123456789012:assumed-role/fuota-operator/", 3600);
    row("sandbox-mfa", "arn:aws:sts::123456789012:assumed-role/fuota-mfa/", 3600);
    row("sandbox-external", "arn:aws:sts::123456789012:assumed-role/fuota-external/", 3600);
    row("sandbox-chain", "arn:aws:sts::123456789012:assumed-role/fuota-external/", 3600);
    row("sandbox-web", "arn:aws:sts::123456789012:assumed-role/fuota-web/", 3600);
    row("sandbox-login", "arn:aws:iam::123456789012:user/operator", 900);
}

const auto LoginFile = QStringLiteral("login/")
    + loginTokenFileName(QStringLiteral("arn:aws:iam::123456789012:user/operator"));

QByteArray processOutput(const IssuedCredentials& issued)
{
    const Credentials& keys = issued.credentials;
    return R"({"Version":1,"AccessKeyId":")" + keys.accessKeyId.toLatin1()
        + R"(","SecretAccessKey":")" + keys.secretAccessKey.reveal() + R"(","SessionToken":")"
        + keys.sessionToken.reveal() + R"(","Expiration":")"
        + issued.expiresAt->toString(Qt::ISODate).toLatin1() + "\"}";
}

} // namespace

void SignInsTest::everyWayReachesTheDevices_data()
{
    addWays();
    QTest::newRow("sandbox") << QStringLiteral("sandbox")
                             << QStringLiteral("arn:aws:iam::123456789012:user/operator") << 0;
    QTest::newRow("sandbox-process")
        << QStringLiteral("sandbox-process")
        << QStringLiteral("arn:aws:iam::123456789012:user/operator") << 0;
}

void SignInsTest::everyWayReachesTheDevices()
{
    QFETCH(QString, profile);
    QFETCH(QString, arn);
    QFETCH(int, seconds);
    SignInsBench bench;
    QVERIFY(bench.isReady());
    const auto issued = bench.issued(profile);
    QVERIFY2(issued, issued ? "" : qPrintable(issued.error().detail));
    QCOMPARE(issued->credentials.accessKeyId.startsWith(u"ASIA"), seconds > 0);
    QCOMPARE(issued->expiresAt.has_value(), seconds > 0);
    if (seconds > 0)
        QCOMPARE(*issued->expiresAt, bench.clock.now().addSecs(seconds));
    const auto caller = bench.callerOf(issued->credentials);
    QVERIFY(caller);
    QCOMPARE(caller->account, QStringLiteral("123456789012"));
    QVERIFY2(caller->arn.startsWith(arn), qPrintable(caller->arn));
    QVERIFY(bench.reaches(issued->credentials));
}

void SignInsTest::keysThatEndAreRenewedBefore_data()
{
    addWays();
}

void SignInsTest::keysThatEndAreRenewedBefore()
{
    QFETCH(QString, profile);
    QFETCH(int, seconds);
    SignInsBench bench;
    const auto first = bench.issued(profile);
    QVERIFY(first);
    bench.clock.advance(std::chrono::seconds(seconds - 301));
    QCOMPARE(bench.issued(profile)->credentials, first->credentials);
    bench.clock.advance(1s);
    const auto second = bench.issued(profile);
    QVERIFY(second);
    QVERIFY(second->credentials.accessKeyId != first->credentials.accessKeyId);
    QCOMPARE(*second->expiresAt, bench.clock.now().addSecs(seconds));
    QVERIFY(bench.reaches(first->credentials)); // they last on
    QVERIFY(bench.reaches(second->credentials));
}

void SignInsTest::keysThatEndedAreRefused()
{
    SignInsBench bench;
    const auto issued = bench.issued(QStringLiteral("sandbox-role"));
    QVERIFY(issued);
    bench.clock.advance(1h);
    const auto refused = bench.reaches(issued->credentials);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::CredentialsExpired);
    QCOMPARE(refused.error().code, QStringLiteral("ExpiredTokenException"));
    const auto unknown = bench.callerOf(issued->credentials);
    QVERIFY(!unknown);
    QCOMPARE(unknown.error().kind, ErrorKind::CredentialsExpired);
    QCOMPARE(unknown.error().code, QStringLiteral("ExpiredToken"));

    Credentials stripped = bench.issued(QStringLiteral("sandbox-role"))->credentials;
    stripped.sessionToken = {};
    QCOMPARE(bench.reaches(stripped).error().kind, ErrorKind::UnknownAccessKey);
}

void SignInsTest::environmentNeedsNoProfile()
{
    SignInsBench bench;
    const auto role = bench.issued(QStringLiteral("sandbox-role"));
    QVERIFY(role);
    const Credentials& keys = role->credentials;
    bench.restart(
        {{QStringLiteral("AWS_ACCESS_KEY_ID"), keys.accessKeyId},
         {QStringLiteral("AWS_SECRET_ACCESS_KEY"),
          QString::fromLatin1(keys.secretAccessKey.reveal())},
         {QStringLiteral("AWS_SESSION_TOKEN"), QString::fromLatin1(keys.sessionToken.reveal())}});
    const auto issued = bench.issued({});
    QVERIFY(issued);
    QCOMPARE(issued->credentials, keys);
    QVERIFY(bench.reaches(issued->credentials));
}

void SignInsTest::webIdentityOfTheEnvironment()
{
    SignInsBench bench;
    bench.restart({{QStringLiteral("AWS_ENDPOINT_URL"), bench.url()},
                   {QStringLiteral("AWS_ROLE_ARN"),
                    QStringLiteral("arn:aws:iam::123456789012:role/fuota-web")},
                   {QStringLiteral("AWS_ROLE_SESSION_NAME"), QStringLiteral("me")},
                   {QStringLiteral("AWS_WEB_IDENTITY_TOKEN_FILE"),
                    bench.path(QStringLiteral("web-identity-token"))}});
    const auto issued = bench.issued({});
    QVERIFY(issued);
    QCOMPARE(issued->accountId, QStringLiteral("123456789012"));
    QCOMPARE(bench.callerOf(issued->credentials)->arn,
             QStringLiteral("arn:aws:sts::123456789012:assumed-role/fuota-web/me"));
}

void SignInsTest::codeOfTheDeviceIsAskedForEachTime()
{
    SignInsBench bench;
    const auto mfa = QStringLiteral("sandbox-mfa");
    QVERIFY(bench.issued(mfa));
    QVERIFY(bench.issued(mfa));
    QCOMPARE(bench.prompt.asked,
             QStringList(QStringLiteral("arn:aws:iam::123456789012:mfa/operator")));
    bench.clock.advance(1h);
    QVERIFY(bench.issued(mfa));
    QCOMPARE(bench.prompt.asked.size(), 2);
}

void SignInsTest::wrongCodeIsSaid()
{
    SignInsBench bench;
    bench.prompt.code = QStringLiteral("654321");
    const auto issued = bench.issued(QStringLiteral("sandbox-mfa"));
    QVERIFY(!issued);
    QCOMPARE(issued.error().kind, ErrorKind::AccessDenied);
    QVERIFY(issued.error().detail.startsWith(u"[sandbox-mfa] role_arn "));
    QVERIFY(issued.error().detail.contains(u"MultiFactorAuthentication failed"));
    bench.prompt.code = QStringLiteral("12");
    QCOMPARE(bench.issued(QStringLiteral("sandbox-mfa")).error().kind, ErrorKind::ValidationFailed);
}

void SignInsTest::wrongExternalIdIsSaid()
{
    SignInsBench bench;
    bench.append(QStringLiteral("config"),
                 "\n[profile wrong]\nsource_profile = sandbox\nexternal_id = other\n"
                 "role_arn = arn:aws:iam::123456789012:role/fuota-external\nendpoint_url = "
                     + bench.url().toLatin1() + '\n');
    const auto issued = bench.issued(QStringLiteral("wrong"));
    QVERIFY(!issued);
    QCOMPARE(issued.error().kind, ErrorKind::AccessDenied);
    QVERIFY(issued.error().detail.contains(
        u"User: arn:aws:iam::123456789012:user/operator is not authorized to perform: "
        u"sts:AssumeRole on resource: arn:aws:iam::123456789012:role/fuota-external"));
}

void SignInsTest::webIdentityMayEnd()
{
    SignInsBench bench;
    bench.append(QStringLiteral("web-identity-token"), "-expired");
    QCOMPARE(bench.issued(QStringLiteral("sandbox-web")).error().kind,
             ErrorKind::CredentialsExpired);
    bench.append(QStringLiteral("web-identity-token"), "-x");
    const auto invalid = bench.issued(QStringLiteral("sandbox-web"));
    QVERIFY(!invalid);
    QCOMPARE(invalid.error().code, QStringLiteral("InvalidIdentityToken"));
}

void SignInsTest::loginIsRenewedInPlace()
{
    SignInsBench bench;
    const auto login = QStringLiteral("sandbox-login");
    QByteArray file = bench.read(LoginFile);
    const auto first = bench.issued(login);
    QVERIFY(first);
    QCOMPARE(bench.read(LoginFile), file);
    for (int round = 0; round < 3; ++round) {
        bench.clock.advance(10min);
        const auto next = bench.issued(login);
        QVERIFY(next);
        QVERIFY(bench.read(LoginFile) != file);
        file = bench.read(LoginFile);
        bench.restart(); // from the file alone
        QCOMPARE(bench.issued(login)->credentials, next->credentials);
    }
}

void SignInsTest::loginEndsWithItsSession()
{
    SignInsBench bench;
    const auto login = QStringLiteral("sandbox-login");
    bench.clock.advance(12h - 1s);
    QVERIFY(bench.issued(login));
    bench.clock.advance(15min);
    const auto ended = bench.issued(login);
    QVERIFY(!ended);
    QCOMPARE(ended.error().kind, ErrorKind::CredentialsExpired);
    QVERIFY(ended.error().detail.startsWith(u"[sandbox-login] login_session\n"));
}

void SignInsTest::loginNeedsItsOwnKey()
{
    SignInsBench bench;
    SignInsBench other;
    bench.clock.advance(15min);
    other.clock.advance(15min);
    QVERIFY(bench.issued(QStringLiteral("sandbox-login"))); // binds the session to its key
    const auto mine = readTokenFile(bench.path(LoginFile));
    const auto theirs = readTokenFile(other.path(LoginFile));
    QVERIFY(mine && theirs);
    QJsonObject mixed = *mine;
    mixed.insert(QStringLiteral("dpopKey"), theirs->value(QStringLiteral("dpopKey")));
    QVERIFY(writeTokenFile(bench.path(LoginFile), mixed));
    bench.restart();
    bench.clock.advance(15min);
    QCOMPARE(bench.issued(QStringLiteral("sandbox-login")).error().code,
             QStringLiteral("INVALID_REQUEST"));
}

void SignInsTest::processIsAskedAgainWhenItsKeysEnd()
{
    SignInsBench bench;
    const auto profile = QStringLiteral("process");
    const auto output = QStringLiteral("output.json");
    bench.append(QStringLiteral("config"),
                 "\n[profile process]\ncredential_process = /bin/cat '"
                     + bench.path(output).toUtf8() + "'\n");
    const auto first = bench.issued(QStringLiteral("sandbox-role"));
    QVERIFY(first);
    bench.append(output, processOutput(*first));
    QCOMPARE(bench.issued(profile)->credentials, first->credentials);
    QVERIFY(bench.reaches(first->credentials));

    bench.clock.advance(56min);
    const auto second = bench.issued(QStringLiteral("sandbox-role"));
    QVERIFY(second);
    QVERIFY(QFile::remove(bench.path(output)));
    bench.append(output, processOutput(*second));
    const auto renewed = bench.issued(profile);
    QVERIFY(renewed);
    QCOMPARE(renewed->credentials, second->credentials);
    QCOMPARE(renewed->expiresAt, second->expiresAt);
}

FUOTADESK_TEST(SignInsTest);

} // namespace fuotadesk

#include "signinstest.moc"
