#include "console/connectionchoice.h"
#include "support/testcase.h"

#include "console/complaints.h"
#include "console/consolebench.h"

#include <QDir>

namespace fuotadesk {

// Over a real socket, against the sandbox.
class ConnectionChoiceTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void aProfileIsTaken();
    void aRegionLeadsElsewhere();
    void theUsualProfileIsTaken();
    void keysOfTheEnvironmentComeFirst();
    void nothingSetUpIsWrongUsage();
    void anUnknownConnectionIsWrongUsage();
    void anUnknownProfileIsRefused();
    void aSignInThatIsWantedSaysHow();
};

namespace {

struct Choice {
    ConsoleBench bench;
    CommandLine line;
    std::optional<Error> error;

    // Profiles that lead to the sandbox: "default" and "meters".
    void writeProfiles()
    {
        QVERIFY(bench.sandbox->start({}));
        const Credentials keys = bench.sandbox->credentials();
        const QString section =
            QStringLiteral("\naws_access_key_id = %1\naws_secret_access_key = %2\n"
                           "region = %3\nendpoint_url = %4\n")
                .arg(keys.accessKeyId, QString::fromUtf8(keys.secretAccessKey.reveal()),
                     bench.sandbox->region(), bench.sandbox->url());
        write("[default]" + section.toUtf8() + "[profile meters]" + section.toUtf8());
    }

    void write(const QByteArray& config)
    {
        QVERIFY(QDir(bench.folder.path()).mkpath(QStringLiteral(".aws")));
        bench.write(QStringLiteral(".aws/config"), config);
    }

    // Whether there was something to choose; waits for what came of it.
    bool choose()
    {
        ConnectionChoice choice(line, bench.session, bench.output, nullptr);
        bool isReady = false;
        QObject::connect(&choice, &ConnectionChoice::ready, &choice, [&] { isReady = true; });
        QObject::connect(&choice, &ConnectionChoice::refused, &choice,
                         [&](const Error& refusal) { error = refusal; });
        if (!choice.choose())
            return false;
        if (!QTest::qWaitFor([&] { return isReady || error.has_value(); }, 20'000))
            QTest::qFail("the session did not settle", __FILE__, __LINE__);
        return true;
    }
};

} // namespace

void ConnectionChoiceTest::aProfileIsTaken()
{
    Choice c;
    c.writeProfiles();
    c.line.profile = QStringLiteral("meters");
    QVERIFY(c.choose());
    QVERIFY(!c.error);
    QCOMPARE(c.bench.session.active().profile, QStringLiteral("meters"));
    QCOMPARE(c.bench.session.active().endpointUrl, c.bench.sandbox->url());
    QVERIFY(c.bench.tasks().isEmpty()); // and answered
}

void ConnectionChoiceTest::aRegionLeadsElsewhere()
{
    Choice c;
    c.writeProfiles();
    c.line.profile = QStringLiteral("meters");
    c.line.region = QStringLiteral("us-west-2");
    QVERIFY(c.choose());
    QCOMPARE(c.bench.session.active().region, QStringLiteral("us-west-2"));
    const auto tasks = c.bench.outcome(c.bench.session.stack()->fuotaTasks().list(&c.bench.owner));
    QVERIFY(!tasks); // the sandbox is in another one
    QCOMPARE(tasks.error().kind, ErrorKind::SignatureMismatch);
}

void ConnectionChoiceTest::theUsualProfileIsTaken()
{
    Choice c;
    c.writeProfiles();
    QVERIFY(c.choose());
    QVERIFY(c.bench.session.isReady());
    QCOMPARE(c.bench.session.active().profile, QStringLiteral("default"));
}

void ConnectionChoiceTest::keysOfTheEnvironmentComeFirst()
{
    Choice c;
    c.writeProfiles();
    const Credentials keys = c.bench.sandbox->credentials();
    c.bench.setEnvironment(
        {{QStringLiteral("AWS_ACCESS_KEY_ID"), keys.accessKeyId},
         {QStringLiteral("AWS_SECRET_ACCESS_KEY"),
          QString::fromUtf8(keys.secretAccessKey.reveal())},
         {QStringLiteral("AWS_REGION"), c.bench.sandbox->region()},
         {QStringLiteral("AWS_ENDPOINT_URL_IOT_WIRELESS"), c.bench.sandbox->url()}});
    QVERIFY(c.choose());
    QVERIFY(c.bench.session.isReady());
    QCOMPARE(c.bench.session.active().profile, QString());
    QVERIFY(c.bench.tasks().isEmpty());
}

void ConnectionChoiceTest::nothingSetUpIsWrongUsage()
{
    Choice c;
    QVERIFY(!c.choose());
    QVERIFY(c.bench.output.says(QStringLiteral("--profile")));
}

void ConnectionChoiceTest::anUnknownConnectionIsWrongUsage()
{
    Choice c;
    c.line.connection = QStringLiteral("nowhere");
    QVERIFY(!c.choose());
    QVERIFY(c.bench.output.says(QStringLiteral("nowhere")));
}

void ConnectionChoiceTest::anUnknownProfileIsRefused()
{
    Choice c;
    c.writeProfiles();
    c.line.profile = QStringLiteral("gone");
    c.line.region = QStringLiteral("eu-west-1");
    QVERIFY(c.choose());
    QCOMPARE(c.error->code, QStringLiteral("profile-missing"));
    QVERIFY(serviceComplaint(*c.error).contains(u"gone"));
}

void ConnectionChoiceTest::aSignInThatIsWantedSaysHow()
{
    Choice c;
    c.write("[profile corp]\nregion = eu-west-1\nsso_session = corp\nsso_account_id = 1\n"
            "sso_role_name = r\n[sso-session corp]\nsso_region = eu-west-1\n"
            "sso_start_url = https://corp.awsapps.com/start\n");
    c.line.profile = QStringLiteral("corp");
    QVERIFY(c.choose());
    QCOMPARE(c.error->code, QStringLiteral("sso-token"));
    QVERIFY(serviceComplaint(*c.error).contains(u"aws sso login"));
}

FUOTADESK_TEST(ConnectionChoiceTest);

} // namespace fuotadesk

#include "connectionchoicetest.moc"
