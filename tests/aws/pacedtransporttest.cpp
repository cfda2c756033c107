#include "aws/pacedtransport.h"
#include "support/outcome.h"
#include "support/scriptedtransport.h"
#include "support/testcase.h"

#include <QElapsedTimer>

#include <memory>

namespace fuotadesk {

class PacedTransportTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void holdsBackWhatIsTooMuch();
    void operationsDoNotWaitForEachOther();
    void pressedGoesFirst();
    void behindLeavesPlaces();
    void placeIsFreeWhenTheOwnerDies();
    void cancelledWaitingIsNeverSent();
    void cancelReachesTheRequest();
    void throttlingSlowsTheOperation();
    void aRaisedLimitLetsTheWaitingGo();
    void deadTransportCancels();
};

namespace {

constexpr double Quick = 10000; // calls per second: no waiting
constexpr double Slow = 0.05;

struct Fixture {
    ScriptedTransport network;
    std::unique_ptr<PacedTransport> transport;
    QObject owner;

    explicit Fixture(double limit) : transport(std::make_unique<PacedTransport>(network, limit)) { }

    CallOf<HttpResponse>* send(const QString& operation, Urgency urgency = Urgency::Pressed,
                               QObject* of = nullptr)
    {
        HttpRequest request;
        request.operation = operation;
        request.urgency = urgency;
        return transport->send(request, of ? of : &owner);
    }

    QStringList sent() const
    {
        QStringList operations;
        for (const HttpRequest& request : network.requests())
            operations << request.operation;
        return operations;
    }
};

const auto Get = QStringLiteral("GetFuotaTask");
const auto List = QStringLiteral("ListFuotaTasks");

} // namespace

void PacedTransportTest::holdsBackWhatIsTooMuch()
{
    Fixture f(50);
    QElapsedTimer since;
    since.start();
    Outcome<HttpResponse> outcome;
    for (int i = 0; i < 12; ++i) {
        f.network.answer(200);
        outcome.watch(f.send(Get), &f.owner);
    }
    const qsizetype sent = f.network.requests().size();
    const qsizetype late = since.elapsed() / 20; // what a busy machine lets out meanwhile
    QVERIFY(sent >= CallPace::MostAtOnce && sent <= CallPace::MostAtOnce + late);
    QTRY_COMPARE(outcome.count, 12);
    // Eight more, 20.4 ms apart.
    QVERIFY2(since.elapsed() >= 8 * 20, qPrintable(QString::number(since.elapsed())));
    QVERIFY(f.network.isUsedUp());
}

void PacedTransportTest::operationsDoNotWaitForEachOther()
{
    Fixture f(Slow);
    for (int i = 0; i < CallPace::MostAtOnce + 2; ++i) {
        f.network.answer(200);
        f.send(Get);
    }
    f.send(List);
    QCOMPARE(f.sent().count(Get), CallPace::MostAtOnce);
    QCOMPARE(f.sent().count(List), 1);
}

void PacedTransportTest::pressedGoesFirst()
{
    Fixture f(Quick);
    QList<CallOf<HttpResponse>*> first;
    for (int i = 0; i < PacedTransport::MostUnderWay; ++i) {
        f.network.staySilent();
        first << f.send(QStringLiteral("first"));
        QTRY_COMPARE(f.network.requests().size(), i + 1);
    }
    for (int i = 0; i < 4; ++i)
        f.network.answer(200);
    f.send(QStringLiteral("behind"), Urgency::Behind);
    f.send(QStringLiteral("in sight"), Urgency::InSight);
    f.send(QStringLiteral("pressed 1"));
    f.send(QStringLiteral("pressed 2"));
    QCOMPARE(f.network.requests().size(), PacedTransport::MostUnderWay);
    first.first()->cancel();
    QTRY_COMPARE(f.network.requests().size(), PacedTransport::MostUnderWay + 4);
    QCOMPARE(f.sent().mid(PacedTransport::MostUnderWay),
             QStringList({QStringLiteral("pressed 1"), QStringLiteral("pressed 2"),
                          QStringLiteral("in sight"), QStringLiteral("behind")}));
}

void PacedTransportTest::behindLeavesPlaces()
{
    Fixture f(Quick);
    for (int i = 0; i < 10; ++i) {
        f.network.staySilent();
        f.send(QStringLiteral("behind %1").arg(i), Urgency::Behind);
    }
    QCOMPARE(f.network.requests().size(), PacedTransport::MostBehind);
    f.send(Get);
    QCOMPARE(f.sent().last(), Get);
}

void PacedTransportTest::placeIsFreeWhenTheOwnerDies()
{
    Fixture f(Quick);
    auto page = std::make_unique<QObject>();
    for (int i = 0; i < PacedTransport::MostUnderWay; ++i) {
        f.network.staySilent();
        f.send(QStringLiteral("page %1").arg(i), Urgency::Pressed, page.get());
    }
    f.network.answer(200);
    Outcome<HttpResponse> outcome;
    outcome.watch(f.send(Get), &f.owner);
    QCOMPARE(f.network.requests().size(), PacedTransport::MostUnderWay);
    page.reset();
    QTRY_COMPARE(outcome.count, 1);
    QVERIFY(outcome.result->has_value());
}

void PacedTransportTest::cancelledWaitingIsNeverSent()
{
    Fixture f(Slow);
    for (int i = 0; i < CallPace::MostAtOnce; ++i) {
        f.network.answer(200);
        f.send(Get);
    }
    auto* call = f.send(Get);
    Outcome<HttpResponse> outcome;
    outcome.watch(call, &f.owner);
    call->cancel();
    QTRY_COMPARE(outcome.count, 1);
    QCOMPARE(outcome.result->error().kind, ErrorKind::Cancelled);
    QVERIFY(!outcome.result->error().maybeExecuted);
    QCOMPARE(f.network.requests().size(), CallPace::MostAtOnce);
}

void PacedTransportTest::cancelReachesTheRequest()
{
    Fixture f(Quick);
    f.network.staySilent();
    auto* call = f.send(Get);
    call->cancel();
    QCOMPARE(f.network.cancelled(), 1);
}

void PacedTransportTest::throttlingSlowsTheOperation()
{
    Fixture f(4);
    QElapsedTimer since;
    since.start();
    f.network.answer(429);
    Outcome<HttpResponse> throttled;
    throttled.watch(f.send(Get), &f.owner);
    QTRY_COMPARE(throttled.count, 1);
    QCOMPARE(throttled.result->value().status, 429);
    f.network.answer(200);
    Outcome<HttpResponse> next;
    next.watch(f.send(Get), &f.owner);
    QCOMPARE(f.network.requests().size(), 1); // it would have gone at once
    QTRY_COMPARE(next.count, 1);
    QVERIFY2(since.elapsed() >= 490, qPrintable(QString::number(since.elapsed()))); // 2 a second
}

void PacedTransportTest::aRaisedLimitLetsTheWaitingGo()
{
    Fixture f(Slow);
    Outcome<HttpResponse> outcome;
    for (int i = 0; i < CallPace::MostAtOnce + 2; ++i) {
        f.network.answer(200);
        outcome.watch(f.send(Get), &f.owner);
    }
    QTRY_COMPARE(outcome.count, CallPace::MostAtOnce); // the others are due in 20 and 40 s
    QElapsedTimer since;
    since.start();
    f.transport->setLimit(Quick);
    QTRY_COMPARE(outcome.count, CallPace::MostAtOnce + 2);
    QVERIFY2(since.elapsed() < 15'000, qPrintable(QString::number(since.elapsed())));
}

void PacedTransportTest::deadTransportCancels()
{
    Fixture f(Slow);
    Outcome<HttpResponse> outcome;
    for (int i = 0; i < CallPace::MostAtOnce + 2; ++i) {
        if (i < CallPace::MostAtOnce)
            f.network.staySilent();
        outcome.watch(f.send(Get), &f.owner);
    }
    f.transport.reset();
    QTRY_COMPARE(outcome.count, CallPace::MostAtOnce + 2);
    QCOMPARE(outcome.result->error().kind, ErrorKind::Cancelled);
}

} // namespace fuotadesk

using fuotadesk::PacedTransportTest;
FUOTADESK_TEST(PacedTransportTest);
#include "pacedtransporttest.moc"
