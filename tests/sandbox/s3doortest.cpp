#include "sandbox/s3door.h"
#include "aws/sigv4.h"
#include "aws/xmlleaves.h"

#include "buckets/bucketseeds.h"
#include "sandbox/rawclient.h"
#include "sandbox/sandbox.h"
#include "sandbox/signedcall.h"
#include "support/fakes.h"
#include "support/testcase.h"

#include <QHostAddress>
#include <QTcpSocket>
#include <QUrl>

namespace fuotadesk {

// S3 of the sandbox: who is let in, and large and slow bodies over real sockets.
class S3DoorTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void signedCallsAreServed();
    void strangersAreRefused_data();
    void strangersAreRefused();
    void otherServicesAreLeftAlone();
    void gateDecides();
    void whoCopiesMayReadTheSource();
    void whoMayNotListIsNotToldOfAbsence();
    void largeBodiesGoAndCome();
    void tooLargeIsSaid();
    void rangesAreCutOnce();
    void headKeepsItsLength();
    void slowBodiesArrive();
    void largeBodyWaitsForNobody();
    void faultsStrike_data();
    void faultsStrike();

private:
    static TestSigner s3Signer();
    static quint16 portOf(const LocalEndpoint& sandbox);

    SystemClock m_clock;
    SystemRandom m_random;
};

namespace {

// Signs as S3 wants it: the path as it is, and the hash of the payload beside it.
HttpCall signedForS3(const TestSigner& signer, HttpCall call)
{
    if (headerValue(call.headers, "Host").isEmpty())
        call.headers.append(HttpHeader{"Host", "127.0.0.1:8000"});
    const SigningScope scope{amzTimestamp(signer.time), signer.region, signer.service};
    Signer how{signer.accessKeyId, signingKey(Secret(signer.secret), scope),
               Secret(signer.sessionToken), scope};
    how.rules = {false, false};
    how.addPayloadHash = signer.addPayloadHash;
    const auto signature = signWithHeaders(
        {call.method, rawPath(call), rawQuery(call), call.headers, sha256Hex(call.body)}, how);
    call.headers += signature->headers;
    return call;
}

TestSigner liveSigner(const LocalEndpoint& sandbox)
{
    TestSigner signer = signerFor(sandbox.credentials());
    signer.service = "s3";
    signer.addPayloadHash = true;
    return signer;
}

QString codeOf(const HttpAnswer& answer)
{
    return xmlLeaves(answer.body).value(QStringLiteral("Code"));
}

// The door without a socket, for the user AKIDEXAMPLE.
struct DoorBench {
    FakeClock clock;
    FakeRandom random;
    Identity identity{TestSigner().credentials(), clock, random};
    FaultInjector faults{random};
    BucketStore store{clock, random};
    S3Door door{identity, clock, faults, store, QStringLiteral("eu-west-1")};

    DoorBench() { seed(store, QStringLiteral("eu-west-1")); }

    HttpAnswer ask(const HttpCall& call)
    {
        return door.answer(call, QStringLiteral("rid")).value_or(HttpAnswer());
    }
};

} // namespace

TestSigner S3DoorTest::s3Signer()
{
    TestSigner signer;
    signer.service = "s3";
    signer.addPayloadHash = true;
    return signer;
}

quint16 S3DoorTest::portOf(const LocalEndpoint& sandbox)
{
    return quint16(QUrl(sandbox.url()).port(0));
}

void S3DoorTest::signedCallsAreServed()
{
    DoorBench bench;
    const HttpAnswer answer =
        bench.ask(signedForS3(s3Signer(), {"PUT", "/sandbox-bucket/a//b%20c+d/../e", {}, "body"}));
    QCOMPARE(answer.status, 200);
    QCOMPARE(headerValue(answer.headers, "x-amz-request-id"), QByteArray("rid"));
    QVERIFY(bench.store.find(QStringLiteral("sandbox-bucket"), QStringLiteral("a//b c+d/../e")));
}

void S3DoorTest::strangersAreRefused_data()
{
    QTest::addColumn<TestSigner>("signer");
    QTest::addColumn<QString>("code");
    const auto row = [](const char* name, const char* code, auto change) {
        TestSigner signer = s3Signer();
        change(signer);
        QTest::newRow(name) << signer << QString(QLatin1String(code));
    };
    row("secret", "SignatureDoesNotMatch", [](TestSigner& each) { each.secret = "guessed"; });
    row("key", "InvalidAccessKeyId", [](TestSigner& each) { each.accessKeyId = "AKIANOBODY"; });
    row("token", "InvalidToken", [](TestSigner& each) { each.sessionToken = "made up"; });
    row("late", "RequestTimeTooSkewed",
        [](TestSigner& each) { each.time = each.time.addSecs(-16 * 60); });
    row("early", "RequestTimeTooSkewed",
        [](TestSigner& each) { each.time = each.time.addSecs(16 * 60); });
    row("no hash", "MissingSecurityHeader", [](TestSigner& each) { each.addPayloadHash = false; });
}

void S3DoorTest::strangersAreRefused()
{
    QFETCH(TestSigner, signer);
    DoorBench bench;
    const HttpAnswer answer =
        bench.ask(signedForS3(signer, {"PUT", "/sandbox-bucket/x", {}, "body"}));
    QVERIFY(answer.status == 403 || answer.status == 400);
    QTEST(codeOf(answer), "code");
    QVERIFY(!bench.store.find(QStringLiteral("sandbox-bucket"), QStringLiteral("x")));
}

void S3DoorTest::otherServicesAreLeftAlone()
{
    DoorBench bench;
    const auto answered = [&bench](const HttpCall& call) {
        return bench.door.answer(call, QStringLiteral("rid")).has_value();
    };
    QVERIFY(!answered(TestSigner()({"GET", "/fuota-tasks", {}, {}})));
    QVERIFY(!answered({"GET", "/fuota-tasks", {}, {}}));
    QVERIFY(!answered({"POST", "/", {}, "Action=GetCallerIdentity"}));
    const HttpAnswer unsignedOne = bench.ask({"GET", "/sandbox-bucket/x", {}, {}});
    QCOMPARE(codeOf(unsignedOne), QStringLiteral("AccessDenied"));
    HttpCall tampered = signedForS3(s3Signer(), {"PUT", "/sandbox-bucket/x", {}, "body"});
    tampered.body = "other";
    QCOMPARE(codeOf(bench.ask(tampered)), QStringLiteral("XAmzContentSHA256Mismatch"));
}

void S3DoorTest::gateDecides()
{
    DoorBench bench;
    QStringList asked;
    bench.door.setGate([&asked](const Principal& who, const QString& action, const QString& what) {
        asked.append(who.arn + u' ' + action + u' ' + what);
        return action != u"s3:PutObject";
    });
    const HttpAnswer refused =
        bench.ask(signedForS3(s3Signer(), {"PUT", "/sandbox-bucket/x", {}, "body"}));
    QCOMPARE(refused.status, 403);
    QCOMPARE(codeOf(refused), QStringLiteral("AccessDenied"));
    QCOMPARE(asked,
             QStringList{QStringLiteral("arn:aws:iam::123456789012:user/operator s3:PutObject "
                                        "arn:aws:s3:::sandbox-bucket/x")});
    QCOMPARE(bench.ask(signedForS3(s3Signer(), {"GET", "/", {}, {}})).status, 200);
}

void S3DoorTest::whoCopiesMayReadTheSource()
{
    DoorBench bench;
    const HttpHeaders source{{"x-amz-copy-source", "firmware-bucket/meters/meter-fw-2-4-1.bin"}};
    const HttpCall call = signedForS3(s3Signer(), {"PUT", "/sandbox-bucket/x", source, {}});
    QCOMPARE(bench.ask(call).status, 200);
    bench.door.setGate([](const Principal&, const QString& action, const QString& resource) {
        return action != u"s3:GetObject" || !resource.startsWith(u"arn:aws:s3:::firmware-bucket/");
    });
    QCOMPARE(codeOf(bench.ask(call)), QStringLiteral("AccessDenied"));
}

void S3DoorTest::whoMayNotListIsNotToldOfAbsence()
{
    DoorBench bench;
    const HttpCall call = signedForS3(s3Signer(), {"HEAD", "/sandbox-bucket/none", {}, {}});
    QCOMPARE(bench.ask(call).status, 404);
    bench.door.setGate([](const Principal&, const QString& action, const QString& resource) {
        return action != u"s3:ListBucket" || resource != u"arn:aws:s3:::sandbox-bucket";
    });
    QCOMPARE(bench.ask(call).status, 403);
}

void S3DoorTest::largeBodiesGoAndCome()
{
    const auto sandbox = makeSandbox(m_clock, m_random);
    QVERIFY(sandbox->start({}));
    const TestSigner signer = liveSigner(*sandbox);
    const QByteArray body = ObjectBytes::pattern(1, qint64{16} * 1024 * 1024).read(0, 1 << 24);
    const HttpAnswer put = answerTo(
        portOf(*sandbox), wireForm(signedForS3(signer, {"PUT", "/sandbox-bucket/x", {}, body})));
    QCOMPARE(put.status, 200);
    const HttpAnswer got = answerTo(
        portOf(*sandbox), wireForm(signedForS3(signer, {"GET", "/sandbox-bucket/x", {}, {}})));
    QCOMPARE(got.status, 200);
    QVERIFY(got.body == body);
}

void S3DoorTest::tooLargeIsSaid()
{
    const auto sandbox = makeSandbox(m_clock, m_random);
    QVERIFY(sandbox->start({}));
    const QByteArray body(qsizetype{16} * 1024 * 1024 + 1, 'x');
    const HttpAnswer refused = answerTo(
        portOf(*sandbox),
        wireForm(signedForS3(liveSigner(*sandbox), {"PUT", "/sandbox-bucket/x", {}, body})));
    QCOMPARE(refused.status, 400);
    QCOMPARE(codeOf(refused), QStringLiteral("EntityTooLarge"));
}

// The HTTP library would cut a part of the part.
void S3DoorTest::rangesAreCutOnce()
{
    const auto sandbox = makeSandbox(m_clock, m_random);
    QVERIFY(sandbox->start({}));
    const HttpAnswer got =
        answerTo(portOf(*sandbox),
                 wireForm(signedForS3(
                     liveSigner(*sandbox),
                     {"GET", "/sandbox-bucket/first-steps.bin", {{"Range", "bytes=5-14"}}, {}})));
    QCOMPARE(got.status, 206);
    QCOMPARE(got.body.size(), 10);
    QCOMPARE(headerValue(got.headers, "Content-Range"), QByteArray("bytes 5-14/20480"));
}

void S3DoorTest::headKeepsItsLength()
{
    const auto sandbox = makeSandbox(m_clock, m_random);
    QVERIFY(sandbox->start({}));
    const HttpAnswer head =
        answerTo(portOf(*sandbox),
                 wireForm(signedForS3(liveSigner(*sandbox),
                                      {"HEAD", "/sandbox-bucket/first-steps.bin", {}, {}})));
    QCOMPARE(head.status, 200);
    QCOMPARE(headerValue(head.headers, "Content-Length"), QByteArray("20480"));
    QVERIFY(head.body.isEmpty());
}

// In all longer than the endpoint waits for a client that says nothing at all, and once as long.
void S3DoorTest::slowBodiesArrive()
{
    const auto sandbox = makeSandbox(m_clock, m_random);
    QVERIFY(sandbox->start({}));
    const QByteArray wire = wireForm(
        signedForS3(liveSigner(*sandbox), {"PUT", "/sandbox-bucket/x", {}, QByteArray(8, 'x')}));
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), portOf(*sandbox));
    QVERIFY(socket.waitForConnected());
    socket.write(wire.chopped(8));
    for (int i = 0; i < 8; ++i) {
        QVERIFY(socket.waitForBytesWritten());
        QVERIFY(!socket.waitForReadyRead(i == 3 ? 1500 : 100)); // nothing yet
        socket.write("x");
    }
    QVERIFY(socket.waitForReadyRead(5000));
    QVERIFY(socket.readAll().startsWith("HTTP/1.1 200 "));
}

void S3DoorTest::largeBodyWaitsForNobody()
{
    const auto sandbox = makeSandbox(m_clock, m_random);
    QVERIFY(sandbox->start({}));
    const TestSigner signer = liveSigner(*sandbox);
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), portOf(*sandbox));
    QVERIFY(socket.waitForConnected());
    socket.write(wireForm(signedForS3(signer, {"PUT", "/sandbox-bucket/x", {}, "12"})).chopped(1));
    QVERIFY(socket.waitForBytesWritten());
    // while that one is on its way
    QCOMPARE(answerTo(portOf(*sandbox), wireForm(signedForS3(signer, {"GET", "/", {}, {}}))).status,
             200);
}

void S3DoorTest::faultsStrike_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<int>("status"); // 0: no answer
    QTest::addColumn<QString>("code");
    QTest::addColumn<bool>("written");
    const auto row = [](const char* fault, int status, const char* code, bool written) {
        QTest::newRow(fault) << QString(QLatin1String(fault)) << status
                             << QString(QLatin1String(code)) << written;
    };
    row("429=1:PutObject", 503, "SlowDown", false);
    row("500=1:PutObject", 500, "InternalError", false);
    row("reset=1:PutObject", 0, "", false);
    row("lost=1:PutObject", 0, "", true);
    row("latency=20ms:PutObject", 200, "", true);
    row("500=1:UploadPart", 200, "", true);
    row("500=1:ListObjectsV2", 200, "", true);
}

void S3DoorTest::faultsStrike()
{
    QFETCH(QString, fault);
    QFETCH(bool, written);
    const auto sandbox = makeSandbox(m_clock, m_random);
    QVERIFY(sandbox->start({}));
    QVERIFY(sandbox->setFaults({*parseFault(fault)}));
    const TestSigner signer = liveSigner(*sandbox);
    const HttpAnswer answer = answerTo(
        portOf(*sandbox), wireForm(signedForS3(signer, {"PUT", "/sandbox-bucket/x", {}, "x"})));
    QTEST(answer.status, "status");
    QTEST(codeOf(answer), "code");
    const HttpAnswer head = answerTo(
        portOf(*sandbox), wireForm(signedForS3(signer, {"HEAD", "/sandbox-bucket/x", {}, {}})));
    QCOMPARE(head.status, written ? 200 : 404);
}

FUOTADESK_TEST(S3DoorTest);

} // namespace fuotadesk

#include "s3doortest.moc"
