#include "signin/loopbacklistener.h"
#include "support/testcase.h"

#include "sandbox/rawclient.h"

#include <QTcpSocket>

#include <optional>

namespace fuotadesk {

class LoopbackListenerTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void browserGetsItsPage();
    void refusalIsHandedOver();
    void onlyTheFirstGoodOneIsTaken();
    void nonsenseIsSurvived_data();
    void nonsenseIsSurvived();
    void silentClientIsLeft();
    void nobodyIsThereAfterwards();
    void silentClientHoldsNobodyUp();
};

namespace {

struct Waiting {
    std::unique_ptr<LoopbackListener> listener =
        std::make_unique<LoopbackListener>(Secret("s-1"), QStringLiteral("Close <this>."));
    quint16 port = listener->listen().value();
    QList<Result<Secret>> taken;

    Waiting()
    {
        QObject::connect(listener.get(), &LoopbackListener::redirected, listener.get(),
                         [this](const Result<Secret>& code) { taken << code; });
    }

    HttpAnswer get(const QByteArray& target) const
    {
        return answerTo(port, "GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
    }
    HttpAnswer comeBack() const { return get("/oauth/callback?code=c&state=s-1"); }
};

} // namespace

void LoopbackListenerTest::browserGetsItsPage()
{
    Waiting w;
    const HttpAnswer answer = w.comeBack();
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.body.contains("<p>Close &lt;this&gt;.</p>"));
    QVERIFY(answer.headers.contains({"Content-Type", "text/html; charset=utf-8"}));
    QVERIFY(answer.headers.contains({"Cache-Control", "no-store"}));
    QVERIFY(answer.headers.contains({"Referrer-Policy", "no-referrer"}));
    QTRY_COMPARE(w.taken.size(), 1);
    QCOMPARE(w.taken.first().value(), Secret("c"));
}

void LoopbackListenerTest::refusalIsHandedOver()
{
    Waiting w;
    QCOMPARE(w.get("/oauth/callback?error=access_denied&state=s-1").status, 200);
    QTRY_COMPARE(w.taken.size(), 1);
    QCOMPARE(w.taken.first().error().code, QStringLiteral("access_denied"));
}

void LoopbackListenerTest::onlyTheFirstGoodOneIsTaken()
{
    Waiting w;
    QCOMPARE(w.get("/").status, 404);
    QCOMPARE(w.get("/favicon.ico").status, 404);
    QCOMPARE(w.get("/oauth/callback?code=evil&state=s-2").status, 400);
    QCOMPARE(w.comeBack().status, 200);
    QCOMPARE(w.get("/oauth/callback?code=late&state=s-1").status, 404);
    QTRY_COMPARE(w.taken.size(), 1);
    QCOMPARE(w.taken.first().value(), Secret("c"));
}

void LoopbackListenerTest::nonsenseIsSurvived_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("no HTTP") << QByteArray("\x16\x03\x01\x02\r\n\r\n");
    QTest::newRow("other version") << QByteArray("GET / HTTP/9.9\r\n\r\n");
    QTest::newRow("long target") << "GET /" + QByteArray(20'000, 'a') + " HTTP/1.1\r\n\r\n";
    QTest::newRow("many headers") << "GET / HTTP/1.1\r\n" + QByteArray("a: b\r\n").repeated(5000)
            + "\r\n";
    QTest::newRow("body") << QByteArray("POST /oauth/callback?code=c&state=s-1 HTTP/1.1\r\n"
                                        "Content-Length: 2\r\n\r\n{}");
}

void LoopbackListenerTest::nonsenseIsSurvived()
{
    QFETCH(QByteArray, bytes);
    Waiting w;
    QVERIFY(exchanged(w.port, bytes));
    QVERIFY(w.taken.isEmpty());
    QCOMPARE(w.comeBack().status, 200);
    QTRY_COMPARE(w.taken.size(), 1);
}

// As browsers do it: they connect ahead of need.
void LoopbackListenerTest::silentClientIsLeft()
{
    Waiting w;
    QTcpSocket silent;
    silent.connectToHost(QStringLiteral("127.0.0.1"), w.port);
    QVERIFY(silent.waitForConnected());
    QCOMPARE(w.comeBack().status, 200);
    QTRY_COMPARE(w.taken.size(), 1);
}

void LoopbackListenerTest::nobodyIsThereAfterwards()
{
    Waiting w;
    w.listener.reset();
    QTcpSocket late;
    late.connectToHost(QStringLiteral("127.0.0.1"), w.port);
    QVERIFY(!late.waitForConnected());
    QCOMPARE(late.error(), QAbstractSocket::ConnectionRefusedError);
}

void LoopbackListenerTest::silentClientHoldsNobodyUp()
{
    Waiting w;
    QList<std::shared_ptr<QTcpSocket>> silent;
    for (int i = 0; i < 50; ++i) { // one after the other they would take most of a minute
        silent << std::make_shared<QTcpSocket>();
        silent.last()->connectToHost(QStringLiteral("127.0.0.1"), w.port);
        QVERIFY(silent.last()->waitForConnected());
    }
    w.listener.reset();
    for (const auto& each : silent)
        QVERIFY(each->state() == QAbstractSocket::UnconnectedState || each->waitForDisconnected());
    QVERIFY(w.taken.isEmpty());
}

} // namespace fuotadesk

using fuotadesk::LoopbackListenerTest;
FUOTADESK_TEST(LoopbackListenerTest);
#include "loopbacklistenertest.moc"
