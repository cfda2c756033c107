#include "iotwireless/servicestack.h"
#include "support/testcase.h"

#include "support/fakes.h"
#include "support/loopbackserver.h"
#include "support/outcome.h"

#include <QLoggingCategory>
#include <QProcess>
#include <QSignalSpy>
#include <QSslKey>
#include <QSslServer>
#include <QSslSocket>
#include <QTemporaryDir>

namespace fuotadesk {

class ServiceStackTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void carriesACallToTheFarEnd();
    void retriesWithTheSameToken();
    void saysWhatIsWrongWithTheConnection();
    void saysWhatIsWrongWithTheBundle();
    void trustsTheBundleAndNothingElse();
    void deadStackCancels();
    void logsOneLineWithoutSecrets();
    void logsNothingUnasked();
};

namespace {

using StackPointer = std::shared_ptr<ServiceStack>;

struct Fixture {
    FakeClock clock;
    FakeRandom random;
    QObject owner;
    LoopbackServer server;
    Connection connection;
    Credentials credentials{QStringLiteral("AKIDEXAMPLE"), Secret("SecretSecretSecret"),
                            Secret("TokenTokenToken")};
    ServiceEnvironment environment;

    Fixture()
    {
        random.setUnit(0);
        connection.region = QStringLiteral("eu-west-1");
        connection.endpointUrl = server.url().toString();
        environment.useSystemProxy = false;
    }

    Result<StackPointer> make()
    {
        const auto factory = makeServiceStackFactory(clock, random, environment);
        Outcome<StackPointer> outcome;
        auto* call = factory->make(connection, fixedCredentials(credentials), &owner);
        outcome.watch(call, &owner);
        QSignalSpy(call, &Call::settled).wait();
        if (!outcome.result)
            return failure(ErrorKind::TimedOut);
        return *outcome.result;
    }
};

TaskDraft draft()
{
    TaskDraft task;
    task.clientRequestToken = QStringLiteral("TokenOfTheTask");
    task.name = QStringLiteral("NameInTheBody");
    task.firmwareUpdateImage = QStringLiteral("s3://b/k");
    task.firmwareUpdateRole = QStringLiteral("arn:r");
    return task;
}

QStringList logged;

void keepMessage(QtMsgType, const QMessageLogContext& context, const QString& message)
{
    if (QByteArrayView(context.category) == "fuotadesk.net")
        logged.append(message);
}

// Runs a create with the log at a level and gives what was logged.
QStringList logOfACreate(const QString& rules)
{
    Fixture f;
    f.server.answer(201, R"({"Id":"i"})", {{"x-amzn-requestid", "r-1"}});
    const auto stack = f.make();
    if (!stack)
        return {QStringLiteral("no stack")};
    logged.clear();
    QLoggingCategory::setFilterRules(rules);
    const auto previous = qInstallMessageHandler(keepMessage);
    Outcome<CreatedTask> outcome;
    auto* call = (*stack)->fuotaTasks().create(draft(), &f.owner);
    outcome.watch(call, &f.owner);
    QSignalSpy(call, &Call::settled).wait();
    qInstallMessageHandler(previous);
    QLoggingCategory::setFilterRules({});
    return outcome.count == 1 ? logged : QStringList{QStringLiteral("no answer")};
}

} // namespace

void ServiceStackTest::carriesACallToTheFarEnd()
{
    Fixture f;
    f.server.answer(201, R"({"Id":"i","Arn":"arn:t"})");
    const auto stack = f.make();
    QVERIFY(stack);
    Outcome<CreatedTask> outcome;
    outcome.watch((*stack)->fuotaTasks().create(draft(), &f.owner), &f.owner);
    QTRY_COMPARE(outcome.count, 1);
    QVERIFY(outcome.result->has_value());
    const auto& received = f.server.received().constFirst();
    QCOMPARE(received.line, QByteArrayLiteral("POST /fuota-tasks HTTP/1.1"));
    QVERIFY(headerValue(received.headers, "authorization")
                .contains("SignedHeaders=amz-sdk-invocation-id;amz-sdk-request;content-type;host;"
                          "x-amz-date;x-amz-security-token"));
    QCOMPARE(headerValue(received.headers, "amz-sdk-request"),
             QByteArrayLiteral("attempt=1; max=3"));
}

void ServiceStackTest::retriesWithTheSameToken()
{
    Fixture f;
    f.server.answer(500, "{}");
    f.server.answerRaw("HTTP/1.1 201 Created\r\nContent-Length: 99\r\n\r\n{",
                       LoopbackServer::Then::Close);
    f.server.answer(201, R"({"Id":"i"})");
    const auto stack = f.make();
    Outcome<CreatedTask> outcome;
    outcome.watch((*stack)->fuotaTasks().create(draft(), &f.owner), &f.owner);
    QTRY_COMPARE(outcome.count, 1);
    QVERIFY(outcome.result->has_value());
    QVERIFY(f.server.received().size() >= 3);
    for (const auto& received : f.server.received())
        QVERIFY(received.body.contains(R"("ClientRequestToken":"TokenOfTheTask")"));
}

void ServiceStackTest::saysWhatIsWrongWithTheConnection()
{
    Fixture f;
    f.connection.endpointUrl = QStringLiteral("http://gateway.example");
    const auto stack = f.make();
    QVERIFY(!stack);
    QCOMPARE(stack.error().kind, ErrorKind::ConfigurationInvalid);
    QCOMPARE(stack.error().code, QStringLiteral("endpoint-url"));
}

void ServiceStackTest::saysWhatIsWrongWithTheBundle()
{
    Fixture f;
    f.environment.caBundleFile = QStringLiteral("/nonexistent/ca.pem");
    QCOMPARE(f.make().error().kind, ErrorKind::CaBundleUnusable);
    f.connection.kind = ConnectionKind::Sandbox; // loopback needs no certificates
    QVERIFY(f.make());
}

// A TLS server with a certificate made on the spot: unknown to the system, known to the bundle.
void ServiceStackTest::trustsTheBundleAndNothingElse()
{
    const QTemporaryDir folder;
    const QString keyFile = folder.filePath(QStringLiteral("key.pem"));
    const QString certificateFile = folder.filePath(QStringLiteral("ca.pem"));
    QProcess openssl;
    openssl.start(QStringLiteral("openssl"),
                  QStringLiteral("req -x509 -newkey rsa:2048 -nodes -subj /CN=127.0.0.1 "
                                 "-addext subjectAltName=IP:127.0.0.1 -keyout")
                          .split(u' ')
                      << keyFile << QStringLiteral("-out") << certificateFile);
    QVERIFY(openssl.waitForFinished());
    QCOMPARE(openssl.exitCode(), 0);
    QFile key(keyFile);
    QVERIFY(key.open(QIODevice::ReadOnly));
    QSslConfiguration tls;
    tls.setPrivateKey(QSslKey(&key, QSsl::Rsa));
    tls.setLocalCertificate(QSslCertificate::fromPath(certificateFile).value(0));
    QSslServer server;
    server.setSslConfiguration(tls);
    QVERIFY(server.listen(QHostAddress::LocalHost));
    connect(&server, &QTcpServer::pendingConnectionAvailable, &server, [&server] {
        QTcpSocket* socket = server.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket, [socket] {
            socket->readAll();
            socket->write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
        });
    });

    Fixture f;
    f.connection.endpointUrl = QStringLiteral("https://127.0.0.1:%1").arg(server.serverPort());
    for (const bool isTrusted : {true, false}) {
        f.environment.caBundleFile = isTrusted ? certificateFile : QString();
        const auto stack = f.make();
        QVERIFY(stack);
        Outcome<QList<FuotaTaskSummary>> outcome;
        outcome.watch((*stack)->fuotaTasks().list(&f.owner), &f.owner);
        QTRY_COMPARE(outcome.count, 1);
        QCOMPARE(outcome.result->has_value(), isTrusted);
        if (!isTrusted)
            QCOMPARE(outcome.result->error().kind, ErrorKind::TlsFailed);
    }
}

void ServiceStackTest::deadStackCancels()
{
    Fixture f;
    f.server.hang();
    auto stack = f.make();
    QVERIFY(stack);
    Outcome<CreatedTask> created;
    Outcome<QList<FuotaTaskSummary>> listed;
    created.watch((*stack)->fuotaTasks().create(draft(), &f.owner), &f.owner);
    listed.watch((*stack)->fuotaTasks().list(&f.owner), &f.owner);
    QTRY_COMPARE(f.server.received().size(), 2);
    stack = StackPointer();
    QTRY_COMPARE(created.count, 1);
    QTRY_COMPARE(listed.count, 1);
    QCOMPARE(created.result->error().kind, ErrorKind::Cancelled);
    QCOMPARE(listed.result->error().kind, ErrorKind::Cancelled);
    QTRY_COMPARE(f.server.openConnections(), 0);
}

void ServiceStackTest::logsOneLineWithoutSecrets()
{
    const QStringList lines = logOfACreate(QStringLiteral("fuotadesk.net=true"));
    QCOMPARE(lines.size(), 1);
    const QString line = lines.constFirst();
    for (const char* part :
         {"CreateFuotaTask", "POST", "127.0.0.1", "/fuota-tasks", "201", "r-1", "10 bytes"})
        QVERIFY2(line.contains(QLatin1String(part)), part);
    for (const char* secret : {"SecretSecretSecret", "TokenTokenToken", "AKIDEXAMPLE", "Signature",
                               "TokenOfTheTask", "NameInTheBody"})
        QVERIFY2(!line.contains(QLatin1String(secret)), secret);
}

void ServiceStackTest::logsNothingUnasked()
{
    QCOMPARE(logOfACreate({}), QStringList());
}

} // namespace fuotadesk

using fuotadesk::ServiceStackTest;
FUOTADESK_TEST(ServiceStackTest);
#include "servicestacktest.moc"
