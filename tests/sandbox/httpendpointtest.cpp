#include "sandbox/httpendpoint.h"
#include "sandbox/rawclient.h"
#include "sandbox/requestreader.h"
#include "support/testcase.h"

#include <QElapsedTimer>
#include <QTcpSocket>

#include <atomic>
#include <future>
#include <mutex>
#include <thread>

namespace fuotadesk {

// Real sockets: what reaches the handlers of the bytes a client sends.
class HttpEndpointTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void cleanupTestCase();
    void targetAndHeadersArriveAsSent_data();
    void targetAndHeadersArriveAsSent();
    void everyMethodIsHandedOver_data();
    void everyMethodIsHandedOver();
    void bodyArrivesWhole_data();
    void bodyArrivesWhole();
    void missingLengthMeansNoBody();
    void oversizedBodyIsRefused_data();
    void oversizedBodyIsRefused();
    void whatIsNoHttpIsRefused_data();
    void whatIsNoHttpIsRefused();
    void cutRequestIsNotHandedOver();
    void answerClosesTheConnection();
    void cutAnswersEndWhereTheySay_data();
    void cutAnswersEndWhereTheySay();
    void lateAnswersOverlap();
    void stopDoesNotWaitForLateAnswers();
    void interimAnswerComesAtOnce();

private:
    HttpCall lastCall();
    int calls();

    std::mutex m_mutex;
    QList<HttpCall> m_calls;
    Cut m_cut = Cut::None;
    std::chrono::milliseconds m_delay{0};
    std::unique_ptr<HttpEndpoint> m_endpoint;
};

void HttpEndpointTest::initTestCase()
{
    m_endpoint = std::make_unique<HttpEndpoint>(
        [this](const HttpCall& call) {
            const std::lock_guard lock(m_mutex);
            m_calls.append(call);
            HttpAnswer answer{200, {{"X-Handled", "yes"}}, "done"};
            answer.cut = m_cut;
            answer.delay = m_delay;
            return answer;
        },
        [](const QString& reason) {
            return HttpAnswer{400, {{"X-Unreadable", "yes"}}, reason.toLatin1()};
        });
    QVERIFY(m_endpoint->start(0));
}

void HttpEndpointTest::cleanup()
{
    const std::lock_guard lock(m_mutex);
    m_calls.clear();
    m_cut = Cut::None;
    m_delay = std::chrono::milliseconds(0);
}

void HttpEndpointTest::cleanupTestCase()
{
    m_endpoint.reset();
}

HttpCall HttpEndpointTest::lastCall()
{
    const std::lock_guard lock(m_mutex);
    return m_calls.isEmpty() ? HttpCall{} : m_calls.constLast();
}

int HttpEndpointTest::calls()
{
    const std::lock_guard lock(m_mutex);
    return int(m_calls.size());
}

void HttpEndpointTest::targetAndHeadersArriveAsSent_data()
{
    QTest::addColumn<QByteArray>("target");
    for (const char* target : {"/fuota-tasks/a%2Fb%20c%25%3A%2B%C3%A9", "/a//b/../c/./d",
                               "//host/x", "/x?a=%2F&b=+&a", "/%0A%0D", "/%00", "/", "/%zz", "*"})
        QTest::newRow(target) << QByteArray(target);
    QTest::newRow("long") << '/' + QByteArray(8000, 'x');
}

void HttpEndpointTest::targetAndHeadersArriveAsSent()
{
    QFETCH(QByteArray, target);
    for (const QByteArray& method : {QByteArrayLiteral("GET"), QByteArrayLiteral("POST")}) {
        const HttpAnswer answer = answerTo(
            m_endpoint->port(),
            wireForm({method,
                      target,
                      {{"Host", "h"}, {"X-Two", "b"}, {"x-two", "a, c"}, {"X-Three", "a%20+%25"}},
                      "body"}));
        QCOMPARE(answer.status, 200);
        const HttpCall call = lastCall();
        QCOMPARE(call.target, target);
        QCOMPARE(call.method, method);
        HttpHeaders two = call.headers;
        two.removeIf([](const HttpHeader& header) { return header.name.toLower() != "x-two"; });
        QCOMPARE(two, (HttpHeaders{{"X-Two", "b"}, {"x-two", "a, c"}}));
        QCOMPARE(headerValue(call.headers, "X-Three"), QByteArray("a%20+%25"));
        QVERIFY(headerValue(call.headers, "REMOTE_ADDR").isEmpty());
    }
}

void HttpEndpointTest::everyMethodIsHandedOver_data()
{
    QTest::addColumn<QByteArray>("method");
    for (const char* method : {"GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"})
        QTest::newRow(method) << QByteArray(method);
}

void HttpEndpointTest::everyMethodIsHandedOver()
{
    QFETCH(QByteArray, method);
    const HttpAnswer answer = answerTo(
        m_endpoint->port(), method + " /x HTTP/1.1\r\nHost: h\r\nContent-Length: 0\r\n\r\n");
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.body, QByteArray("done"));
    QCOMPARE(lastCall().method, method);
}

void HttpEndpointTest::bodyArrivesWhole_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<QByteArray>("body");
    const QByteArray bytes("\0\xff{}\r\n", 6);
    const QByteArray largest(LargestBody, 'x');
    const auto length = [](const QByteArray& body) {
        return "Content-Length: " + QByteArray::number(body.size());
    };
    QTest::newRow("bytes") << length(bytes) << bytes << bytes;
    QTest::newRow("largest") << length(largest) << largest << largest;
    QTest::newRow("form") << length(bytes) + "\r\nContent-Type: application/x-www-form-urlencoded"
                          << bytes << bytes;
    QTest::newRow("chunks") << QByteArray("Transfer-Encoding: chunked")
                            << QByteArray("2\r\n{}\r\n1\r\n \r\n0\r\n\r\n") << QByteArray("{} ");
}

void HttpEndpointTest::bodyArrivesWhole()
{
    QFETCH(QByteArray, head);
    QFETCH(QByteArray, sent);
    const HttpAnswer answer =
        answerTo(m_endpoint->port(), "POST /x HTTP/1.1\r\nHost: h\r\n" + head + "\r\n\r\n" + sent);
    QCOMPARE(answer.status, 200);
    QTEST(lastCall().body, "body");
}

void HttpEndpointTest::missingLengthMeansNoBody()
{
    QCOMPARE(answerTo(m_endpoint->port(), "POST /x HTTP/1.1\r\nHost: h\r\n\r\n").status, 200);
    QVERIFY(lastCall().body.isEmpty());
}

void HttpEndpointTest::oversizedBodyIsRefused_data()
{
    QTest::addColumn<QByteArray>("request");
    const QByteArray head = "POST /x HTTP/1.1\r\nHost: h\r\n";
    const QByteArray body(LargestBody + 1, 'x');
    QTest::newRow("announced") << head + "Content-Length: " + QByteArray::number(body.size())
            + "\r\n\r\n" + body;
    QTest::newRow("in chunks") << head + "Transfer-Encoding: chunked\r\n\r\n"
            + QByteArray::number(body.size(), 16) + "\r\n" + body + "\r\n0\r\n\r\n";
}

void HttpEndpointTest::oversizedBodyIsRefused()
{
    QFETCH(QByteArray, request);
    const HttpAnswer answer = answerTo(m_endpoint->port(), request);
    QCOMPARE(answer.status, 400);
    QVERIFY(answer.body.contains("too large"));
    QCOMPARE(calls(), 0);
}

void HttpEndpointTest::whatIsNoHttpIsRefused_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::newRow("words") << QByteArray("hello there\r\n\r\n");
    QTest::newRow("unknown method") << QByteArray("BREW /x HTTP/1.1\r\n\r\n");
    QTest::newRow("no version") << QByteArray("GET /x\r\n\r\n");
    // legal, but no client of AWS sends the second one unencoded
    QTest::newRow("two question marks") << QByteArray("GET /a?b?c HTTP/1.1\r\n\r\n");
    QTest::newRow("long target") << "GET /" + QByteArray(10'000, 'x') + " HTTP/1.1\r\n\r\n";
    QTest::newRow("long header") << "GET / HTTP/1.1\r\nX: " + QByteArray(10'000, 'x') + "\r\n\r\n";
}

void HttpEndpointTest::whatIsNoHttpIsRefused()
{
    QFETCH(QByteArray, request);
    const HttpAnswer answer = answerTo(m_endpoint->port(), request);
    QCOMPARE(answer.status, 400);
    QCOMPARE(headerValue(answer.headers, "X-Unreadable"), QByteArray("yes"));
    QCOMPARE(calls(), 0);
}

void HttpEndpointTest::cutRequestIsNotHandedOver()
{
    const QByteArray half = "POST /x HTTP/1.1\r\nHost: h\r\nContent-Length: 10\r\n\r\n12345";
    const HttpAnswer answer = answerTo(m_endpoint->port(), half);
    QCOMPARE(answer.status, 400);
    QCOMPARE(calls(), 0);
}

void HttpEndpointTest::answerClosesTheConnection()
{
    const QByteArray two = wireForm({"GET", "/1", {}, {}}) + wireForm({"GET", "/2", {}, {}});
    const HttpAnswer answer = answerTo(m_endpoint->port(), two);
    QCOMPARE(headerValue(answer.headers, "Connection").toLower(), QByteArray("close"));
    QCOMPARE(calls(), 1);
}

void HttpEndpointTest::cutAnswersEndWhereTheySay_data()
{
    QTest::addColumn<int>("cut");
    QTest::addColumn<QByteArray>("end");
    QTest::newRow("none") << int(Cut::None) << QByteArray("done");
    QTest::newRow("reset") << int(Cut::Reset) << QByteArray();
    QTest::newRow("before") << int(Cut::BeforeAnswer) << QByteArray();
    QTest::newRow("within") << int(Cut::InAnswer) << QByteArray("\r\n\r\ndo");
}

void HttpEndpointTest::cutAnswersEndWhereTheySay()
{
    QFETCH(int, cut);
    QFETCH(QByteArray, end);
    m_cut = Cut(cut);
    const auto received = exchanged(m_endpoint->port(), wireForm({"GET", "/", {}, {}}));
    QVERIFY(received);
    QCOMPARE(received->isEmpty(), end.isEmpty());
    QVERIFY2(received->endsWith(end), received->constData());
    QVERIFY(end.isEmpty() || received->contains("Content-Length: 4"));
    QCOMPARE(calls(), 1);
}

void HttpEndpointTest::lateAnswersOverlap()
{
    m_delay = std::chrono::seconds(2);
    QElapsedTimer timer;
    timer.start();
    std::vector<std::thread> clients;
    std::atomic_int answered = 0;
    for (int i = 0; i < 5; ++i)
        clients.emplace_back([&] {
            answered +=
                answerTo(m_endpoint->port(), wireForm({"GET", "/", {}, {}})).status == 200 ? 1 : 0;
        });
    for (std::thread& client : clients)
        client.join();
    QCOMPARE(answered.load(), 5);
    QVERIFY(timer.elapsed() >= 2000);
    QVERIFY2(timer.elapsed() < 9500, // one after the other would be ten seconds
             qPrintable(QString::number(timer.elapsed())));
}

void HttpEndpointTest::stopDoesNotWaitForLateAnswers()
{
    std::promise<void> asked;
    HttpEndpoint endpoint(
        [&asked](const HttpCall&) {
            HttpAnswer answer{200, {}, "late"};
            answer.delay = std::chrono::minutes(1);
            asked.set_value();
            return answer;
        },
        [](const QString&) { return HttpAnswer(); });
    QVERIFY(endpoint.start(0));
    const quint16 port = endpoint.port();
    std::thread client([port] { answerTo(port, wireForm({"GET", "/", {}, {}})); });
    asked.get_future().wait();
    QElapsedTimer timer;
    timer.start();
    endpoint.stop();
    QVERIFY2(timer.elapsed() < 20'000, qPrintable(QString::number(timer.elapsed())));
    client.join();
}

// Answers are kept until they are whole; this one must not be.
void HttpEndpointTest::interimAnswerComesAtOnce()
{
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), m_endpoint->port());
    QVERIFY(socket.waitForConnected());
    socket.write(
        "POST /x HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
    QVERIFY(socket.waitForReadyRead(4000)); // the endpoint waits five seconds for the body
    QVERIFY(socket.readAll().startsWith("HTTP/1.1 100 "));
    socket.write("{}");
    QByteArray answer;
    while (socket.state() != QAbstractSocket::UnconnectedState && socket.waitForReadyRead(5000))
        answer += socket.readAll();
    QVERIFY2(answer.contains("HTTP/1.1 200 "), answer.constData());
    QCOMPARE(lastCall().body, QByteArray("{}"));
}

FUOTADESK_TEST(HttpEndpointTest);

} // namespace fuotadesk

#include "httpendpointtest.moc"
