#include "iotwireless/readback.h"
#include "support/testcase.h"

#include "clientbench.h"

namespace fuotadesk {

// A refusal that follows an attempt with an unsure end: was it that attempt that did it?
class ReadBackTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void startIsReadBack_data();
    void startIsReadBack();
    void associationIsReadBack();
    void whatCanNotBeReadStaysUnsure();
    void sureRefusalIsNotReadBack();
    void cancelEndsTheReading();
    void deadStackEndsTheReading();
    void readingIsAsUrgentAsTheChange();
};

namespace {

const QString WrittenTask = QStringLiteral("t1");

} // namespace

void ReadBackTest::startIsReadBack_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<bool>("isDone");
    QTest::newRow("pending") << QByteArrayLiteral("Pending") << false;
    QTest::newRow("waiting") << QByteArrayLiteral("FuotaSession_Waiting") << true;
    QTest::newRow("in session") << QByteArrayLiteral("In_FuotaSession") << true;
    QTest::newRow("done") << QByteArrayLiteral("FuotaDone") << true;
    QTest::newRow("going away") << QByteArrayLiteral("Delete_Waiting") << false;
    QTest::newRow("new to us") << QByteArrayLiteral("Session_Paused") << true;
}

void ReadBackTest::startIsReadBack()
{
    QFETCH(const QByteArray, status);
    QFETCH(const bool, isDone);
    ClientBench bench;
    bench.answerAfterUnsure(409, "ConflictException");
    bench.transport.answer(200, R"({"Id": "t1", "Status": ")" + status + "\"}");
    const auto result =
        bench.settled(bench.stack->fuotaTasks().start(WrittenTask, {}, &bench.owner));
    QCOMPARE(result.has_value(), isDone);
    QCOMPARE(bench.lines(), (QList<QByteArray>{"PUT /fuota-tasks/t1", "GET /fuota-tasks/t1"}));
    if (isDone)
        return;
    QCOMPARE(result.error().kind, ErrorKind::Conflict);
    QVERIFY(!result.error().maybeExecuted);
}

void ReadBackTest::associationIsReadBack()
{
    const QString id = QStringLiteral("d2");
    for (const bool isThere : {true, false}) {
        ClientBench bench;
        bench.answerAfterUnsure(409, "ConflictException");
        bench.transport.answer(200, R"({"NextToken": "n", "WirelessDeviceList": [{"Id": "d1"}]})");
        bench.transport.answer(200,
                               isThere ? R"({"WirelessDeviceList": [{"Id": "d2"}]})"
                                       : R"({"WirelessDeviceList": null})");
        const auto device =
            bench.settled(bench.stack->fuotaTasks().associateDevice(WrittenTask, id, &bench.owner));
        QCOMPARE(device.has_value(), isThere);
        QCOMPARE(bench.line(1),
                 QByteArrayLiteral("GET /wireless-devices?fuotaTaskId=t1&maxResults=250"));
        QCOMPARE(
            bench.line(2),
            QByteArrayLiteral("GET /wireless-devices?fuotaTaskId=t1&nextToken=n&maxResults=250"));

        bench.answerAfterUnsure(409, "ConflictException");
        bench.transport.answer(200,
                               isThere ? R"({"MulticastGroupList": [{"Id": "d2"}]})"
                                       : R"({"MulticastGroupList": [{"Id": "d3"}]})");
        const auto group =
            bench.settled(bench.stack->fuotaTasks().associateGroup(WrittenTask, id, &bench.owner));
        QCOMPARE(group.has_value(), isThere);
        QCOMPARE(bench.line(4),
                 QByteArrayLiteral("GET /fuota-tasks/t1/multicast-groups?maxResults=250"));
        if (!isThere)
            QVERIFY(!device.error().maybeExecuted && !group.error().maybeExecuted);
    }
}

void ReadBackTest::whatCanNotBeReadStaysUnsure()
{
    ClientBench bench;
    bench.answerAfterUnsure(409, "ConflictException");
    bench.transport.answer(403, "{}", {{"x-amzn-errortype", "AccessDeniedException"}});
    const auto result =
        bench.settled(bench.stack->fuotaTasks().start(WrittenTask, {}, &bench.owner));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Conflict);
    QVERIFY(result.error().maybeExecuted);
}

void ReadBackTest::sureRefusalIsNotReadBack()
{
    ClientBench bench;
    bench.transport.answer(409, "{}", {{"x-amzn-errortype", "ConflictException"}});
    QVERIFY(!bench.settled(bench.stack->fuotaTasks().start(WrittenTask, {}, &bench.owner)));
    bench.answerAfterUnsure(400, "ValidationException");
    QVERIFY(!bench.settled(bench.stack->fuotaTasks().start(WrittenTask, {}, &bench.owner)));
    QCOMPARE(bench.transport.requests().size(), 2);
}

void ReadBackTest::cancelEndsTheReading()
{
    ClientBench bench;
    bench.answerAfterUnsure(409, "ConflictException");
    bench.transport.staySilent();
    Outcome<void> outcome;
    auto* call = bench.stack->fuotaTasks().start(WrittenTask, {}, &bench.owner);
    outcome.watch(call, &bench.owner);
    QTRY_COMPARE(bench.transport.requests().size(), 2);
    call->cancel();
    QCOMPARE(bench.transport.cancelled(), 1);
    QTRY_COMPARE(outcome.count, 1);
    QCOMPARE(outcome.result->error().kind, ErrorKind::Cancelled);
}

void ReadBackTest::deadStackEndsTheReading()
{
    ClientBench bench;
    bench.answerAfterUnsure(409, "ConflictException");
    Outcome<void> outcome;
    outcome.watch(bench.stack->fuotaTasks().start(WrittenTask, {}, &bench.owner), &bench.owner);
    bench.stack.reset();
    QTRY_COMPARE(outcome.count, 1);
    QCOMPARE(outcome.result->error().kind, ErrorKind::Cancelled);
    QCOMPARE(bench.transport.requests().size(), 1);
}

void ReadBackTest::readingIsAsUrgentAsTheChange()
{
    ClientBench bench;
    for (const Urgency urgency : {Urgency::Pressed, Urgency::InSight, Urgency::Behind}) {
        bench.answerAfterUnsure(409, "ConflictException");
        bench.transport.answer(200, "{}");
        FuotaTaskClient& client = bench.stack->fuotaTasks(urgency);
        QVERIFY(!bench.settled(
            client.associateDevice(WrittenTask, QStringLiteral("d1"), &bench.owner)));
        QCOMPARE(bench.transport.requests().last().method, QByteArray("GET"));
        for (int i = 0; i < 2; ++i)
            QCOMPARE(bench.transport.requests().at(int(urgency) * 2 + i).urgency, urgency);
    }
    bench.transport.staySilent();
    bench.stack->fuotaTasks().get(WrittenTask, &bench.owner);
    QCOMPARE(bench.transport.requests().last().urgency, Urgency::Pressed);
}

} // namespace fuotadesk

using fuotadesk::ReadBackTest;
FUOTADESK_TEST(ReadBackTest);
#include "readbacktest.moc"
