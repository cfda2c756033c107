#include "networkfixture.h"
#include "support/testcase.h"

#include <QNetworkReply>

namespace fuotadesk {

using namespace std::chrono_literals;

class NetworkTransportTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void deliversTheWholeAnswer();
    void headHasLengthWithoutBody();
    void everyStatusIsAnAnswer_data();
    void everyStatusIsAnAnswer();
    void followsNoRedirect();
    void saysWhyNoAnswerCame_data();
    void saysWhyNoAnswerCame();
    void refusedConnectionSentNothing();
    void unknownHostSentNothing();
    void failedHandshakeSentNothing();
    void timesOut();
    void boundsTheAnswer();
    void cancelClosesTheConnection();
    void deadOwnerClosesTheConnection();
    void cancelIsQuietAtAnyMoment();
    void deadTransportCancels();
    void sendsTheEncodedTarget();
    void asksPlainlyUnderItsOwnName();
    void keepsNoCookie();
    void silentSecondPostCarriesTheSameToken();
    void refusalOfTheSilentSecondPostIsNoSureNo();
};

namespace {

// Acts before a step of Qt: its thread for HTTP tells a reply something, the error or the end too.
class BeforeStep final : public QObject {
public:
    BeforeStep(int step, std::function<void()> act) : m_left(step), m_act(std::move(act))
    {
        qApp->installEventFilter(this);
    }

    bool hasActed() const { return m_left < 0; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::MetaCall && qobject_cast<QNetworkReply*>(watched)
            && m_left-- == 0)
            m_act();
        return false;
    }

private:
    int m_left;
    std::function<void()> m_act;
};

} // namespace

void NetworkTransportTest::deliversTheWholeAnswer()
{
    NetworkFixture f;
    f.server.answer(201, R"({"Id":"1"})", {{"x-amzn-RequestId", "r-1"}, {"X-Other", "o"}});
    f.send(request(f.server.url("/fuota-tasks"), "POST", "{}"));
    QCOMPARE(f.outcome.count, 0);
    QTRY_COMPARE(f.outcome.count, 1);
    QVERIFY(f.outcome.result->has_value());
    const HttpResponse& response = **f.outcome.result;
    QCOMPARE(response.status, 201);
    QCOMPARE(response.body, QByteArrayLiteral(R"({"Id":"1"})"));
    QCOMPARE(headerValue(response.headers, "x-amzn-requestid"), QByteArrayLiteral("r-1"));
    QVERIFY(!response.earlierMaybeExecuted);
    QCOMPARE(f.server.received().constFirst().body, QByteArrayLiteral("{}"));
}

void NetworkTransportTest::headHasLengthWithoutBody()
{
    NetworkFixture f;
    f.server.answerRaw("HTTP/1.1 200 OK\r\nContent-Length: 1048576\r\nETag: \"e\"\r\n\r\n",
                       LoopbackServer::Then::KeepOpen);
    f.send(request(f.server.url("/bucket/key"), "HEAD"));
    QTRY_COMPARE(f.outcome.count, 1);
    QVERIFY(f.outcome.result->has_value());
    const HttpResponse& response = **f.outcome.result;
    QCOMPARE(response.status, 200);
    QCOMPARE(response.body, QByteArray());
    QCOMPARE(headerValue(response.headers, "content-length"), QByteArrayLiteral("1048576"));
    QCOMPARE(f.server.received().constFirst().line, QByteArrayLiteral("HEAD /bucket/key HTTP/1.1"));
}

void NetworkTransportTest::everyStatusIsAnAnswer_data()
{
    QTest::addColumn<int>("status");
    for (const int status :
         {200, 204, 301, 400, 401, 403, 404, 405, 409, 410, 418, 429, 500, 501, 502, 503, 504, 599})
        QTest::addRow("%d", status) << status;
}

void NetworkTransportTest::everyStatusIsAnAnswer()
{
    QFETCH(const int, status);
    const QByteArray body = status == 204 ? QByteArray() : QByteArrayLiteral("<html>no</html>");
    NetworkFixture f;
    f.server.answer(status, body);
    f.send(request(f.server.url("/x"), "DELETE"));
    QTRY_COMPARE(f.outcome.count, 1);
    QVERIFY(f.outcome.result->has_value());
    QCOMPARE((*f.outcome.result)->status, status);
    QCOMPARE((*f.outcome.result)->body, body);
}

void NetworkTransportTest::followsNoRedirect()
{
    NetworkFixture f;
    f.server.answer(302, {}, {{"Location", f.server.url("/elsewhere").toEncoded()}});
    f.send(request(f.server.url("/x")));
    QTRY_COMPARE(f.outcome.count, 1);
    QCOMPARE((*f.outcome.result)->status, 302);
    QCOMPARE(f.server.received().size(), 1);
}

void NetworkTransportTest::saysWhyNoAnswerCame_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<LoopbackServer::Then>("then");
    using Then = LoopbackServer::Then;
    QTest::newRow("closed") << QByteArray() << Then::Close;
    QTest::newRow("aborted") << QByteArray() << Then::Abort;
    QTest::newRow("cut in the status line") << QByteArrayLiteral("HTTP/1.1 2") << Then::Close;
    QTest::newRow("cut in the headers")
        << QByteArrayLiteral("HTTP/1.1 201 Created\r\nContent-Le") << Then::Close;
    QTest::newRow("cut in the body")
        << QByteArrayLiteral("HTTP/1.1 201 Created\r\nContent-Length: 100\r\n\r\n{\"Id\":")
        << Then::Close;
    QTest::newRow("aborted in the body")
        << QByteArrayLiteral("HTTP/1.1 201 Created\r\nContent-Length: 100\r\n\r\n{\"Id\":")
        << Then::Abort;
}

void NetworkTransportTest::saysWhyNoAnswerCame()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const LoopbackServer::Then, then);
    NetworkFixture f;
    f.server.answerRaw(bytes, then);
    f.send(request(f.server.url("/x"), "POST", "{}"));
    QTRY_COMPARE(f.outcome.count, 1);
    QVERIFY(!f.outcome.result->has_value());
    QCOMPARE(f.error().kind, ErrorKind::ConnectionLost);
    QVERIFY(f.error().maybeExecuted);
}

void NetworkTransportTest::refusedConnectionSentNothing()
{
    NetworkFixture f;
    const QUrl url = f.server.url("/x");
    f.server.stop();
    f.send(request(url, "POST", "{}"));
    QTRY_COMPARE(f.outcome.count, 1);
    QCOMPARE(f.error().kind, ErrorKind::ConnectionRefused);
    QVERIFY(!f.error().maybeExecuted);
}

// RFC 2606 keeps the name free for ever.
void NetworkTransportTest::unknownHostSentNothing()
{
    NetworkFixture f;
    HttpRequest question = request(QUrl(QStringLiteral("http://nothing.invalid/")), "POST", "{}");
    question.timeout = std::chrono::minutes(1); // a name server that is not there takes ten seconds
    f.send(question);
    QTRY_COMPARE_WITH_TIMEOUT(f.outcome.count, 1, 70'000);
    QCOMPARE(f.error().kind, ErrorKind::HostNotFound);
    QVERIFY(!f.error().maybeExecuted);
}

void NetworkTransportTest::failedHandshakeSentNothing()
{
    NetworkFixture f;
    f.server.greetWith("this is no TLS record at all\r\n");
    f.send(request(f.server.url("/x", QStringLiteral("https")), "POST", "{}"));
    QTRY_COMPARE(f.outcome.count, 1);
    QCOMPARE(f.error().kind, ErrorKind::TlsFailed);
    QVERIFY(!f.error().maybeExecuted);
}

void NetworkTransportTest::timesOut()
{
    NetworkFixture f;
    f.server.hang();
    HttpRequest slow = request(f.server.url("/x"), "POST", "{}");
    slow.timeout = 50ms;
    f.send(slow);
    QTRY_COMPARE(f.outcome.count, 1);
    QCOMPARE(f.error().kind, ErrorKind::TimedOut);
    QVERIFY(f.error().maybeExecuted);
    QTRY_COMPARE(f.server.openConnections(), 0);
}

void NetworkTransportTest::boundsTheAnswer()
{
    NetworkFixture f;
    f.server.answer(200, QByteArray(NetworkTransport::LargestAnswer + 1, 'x'));
    f.send(request(f.server.url("/x")));
    QTRY_COMPARE(f.outcome.count, 1);
    QCOMPARE(f.error().kind, ErrorKind::AnswerTooLarge);
    QVERIFY(f.error().maybeExecuted);
}

void NetworkTransportTest::cancelClosesTheConnection()
{
    NetworkFixture f;
    f.server.hang();
    auto* call = f.transport->send(request(f.server.url("/x")), &f.owner);
    f.outcome.watch(call, &f.owner);
    QTRY_COMPARE(f.server.received().size(), 1);
    call->cancel();
    QTRY_COMPARE(f.outcome.count, 1);
    QCOMPARE(f.error().kind, ErrorKind::Cancelled);
    QTRY_COMPARE(f.server.openConnections(), 0);
}

void NetworkTransportTest::deadOwnerClosesTheConnection()
{
    NetworkFixture f;
    f.server.hang();
    auto owner = std::make_unique<QObject>();
    f.transport->send(request(f.server.url("/x")), owner.get());
    QTRY_COMPARE(f.server.received().size(), 1);
    owner.reset();
    QTRY_COMPARE(f.server.openConnections(), 0);
}

// Qt warns when a reply that is aborted has its error already or gets it then, and the test class
// takes no warning.
void NetworkTransportTest::cancelIsQuietAtAnyMoment()
{
    int step = 0;
    for (bool hasActed = true; hasActed; ++step) {
        NetworkFixture f;
        f.server.answer(500, "{}");
        auto* call = f.transport->send(request(f.server.url("/x")), &f.owner);
        f.outcome.watch(call, &f.owner);
        const BeforeStep before(step, [call] { call->cancel(); });
        QTRY_COMPARE(f.outcome.count, 1);
        hasActed = before.hasActed();
        if (hasActed)
            QCOMPARE(f.error().kind, ErrorKind::Cancelled);
        else
            QCOMPARE((*f.outcome.result)->status, 500);
    }
    QVERIFY(step > 3); // told of the head, the error and the end at least
}

void NetworkTransportTest::deadTransportCancels()
{
    NetworkFixture f;
    f.server.hang();
    f.send(request(f.server.url("/x")));
    QTRY_COMPARE(f.server.received().size(), 1);
    f.transport.reset();
    QTRY_COMPARE(f.outcome.count, 1);
    QCOMPARE(f.error().kind, ErrorKind::Cancelled);
}

void NetworkTransportTest::sendsTheEncodedTarget()
{
    const QByteArray target = "/fuota-tasks/a%2Fb%20c%25%3A%2B%C3%A9?nextToken=a%2Fb%2Bc%3D";
    NetworkFixture f;
    f.server.answer(200, "{}");
    f.send(request(f.server.url(target)));
    QTRY_COMPARE(f.outcome.count, 1);
    QCOMPARE(f.server.received().constFirst().line, "GET " + target + " HTTP/1.1");
}

void NetworkTransportTest::asksPlainlyUnderItsOwnName()
{
    NetworkFixture f;
    f.server.answer(200, "{}");
    f.send(request(f.server.url("/x")));
    QTRY_COMPARE(f.outcome.count, 1);
    const HttpHeaders& headers = f.server.received().constFirst().headers;
    QCOMPARE(headerValue(headers, "accept-encoding"), QByteArrayLiteral("identity"));
    QVERIFY(headerValue(headers, "user-agent").startsWith("FuotaDesk/"));
    QCOMPARE(headerValue(headers, "host"), f.server.url().authority().toLatin1());
}

void NetworkTransportTest::keepsNoCookie()
{
    NetworkFixture f;
    f.server.answer(200, "{}", {{"Set-Cookie", "a=b; Path=/"}});
    f.send(request(f.server.url("/x")));
    QTRY_COMPARE(f.outcome.count, 1);
    f.send(request(f.server.url("/x")));
    QTRY_COMPARE(f.outcome.count, 2);
    QCOMPARE(headerValue(f.server.received().constLast().headers, "cookie"), QByteArray());
}

// When the server closes without an answer, QNAM sends a POST a second time by itself and says
// nothing: one attempt of ours can be two requests. It is the token in the body that keeps them
// from making two tasks.
void NetworkTransportTest::silentSecondPostCarriesTheSameToken()
{
    NetworkFixture f;
    f.server.closeWithoutAnswer();
    f.send(request(f.server.url("/fuota-tasks"), "POST", R"({"ClientRequestToken":"t-1"})"));
    QTRY_COMPARE(f.outcome.count, 1);
    QVERIFY(f.error().maybeExecuted);
    QCOMPARE(f.server.received().size(), 2);
    for (const auto& received : f.server.received())
        QCOMPARE(received.body, QByteArrayLiteral(R"({"ClientRequestToken":"t-1"})"));
}

// The first one may have been carried out, although the error speaks only of the second.
void NetworkTransportTest::refusalOfTheSilentSecondPostIsNoSureNo()
{
    NetworkFixture f;
    f.server.answerRaw({}, LoopbackServer::Then::Vanish);
    f.send(request(f.server.url("/fuota-tasks"), "POST", "{}"));
    QTRY_COMPARE(f.outcome.count, 1);
    QCOMPARE(f.server.received().size(), 1);
    QCOMPARE(f.error().kind, ErrorKind::ConnectionRefused);
    QVERIFY(f.error().maybeExecuted);
}

} // namespace fuotadesk

using fuotadesk::NetworkTransportTest;
FUOTADESK_TEST(NetworkTransportTest);
#include "networktransporttest.moc"
