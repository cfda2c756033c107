#include "base/call.h"
#include "support/testcase.h"

#include <QSignalSpy>

namespace fuotadesk {

class CallTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void settlesLaterAndOnce();
    void neverSettlesInsideTheStartingCall();
    void cancelBeatsLateAnswer();
    void answerBeatsLateCancel();
    void cancelStopsTheWorkOnce();
    void deadContextIsNotCalled();
    void deadOwnerSilences();
    void handlerMayDeleteTheOwner();
    void everyHandlerIsCalled();
    void deletesItself();
    void forwardConvertsAndCancelsInner();
};

namespace {

struct Outcome {
    int calls = 0;
    std::optional<Result<int>> result;

    CallOf<int>::Handler handler()
    {
        return [this](const Result<int>& r) {
            ++calls;
            result = r;
        };
    }
};

} // namespace

void CallTest::settlesLaterAndOnce()
{
    QObject owner;
    Outcome outcome;
    auto* call = new CallOf<int>(&owner);
    call->then(&owner, outcome.handler());
    QSignalSpy settled(call, &Call::settled);
    call->settle(1);
    call->settle(2);
    QTRY_COMPARE(outcome.calls, 1);
    QCOMPARE(outcome.result->value(), 1);
    QCOMPARE(settled.count(), 1);
}

void CallTest::neverSettlesInsideTheStartingCall()
{
    QObject owner;
    Outcome outcome;
    settledCall<int>(&owner, 7)->then(&owner, outcome.handler());
    QCOMPARE(outcome.calls, 0);
    QTRY_COMPARE(outcome.calls, 1);
}

void CallTest::cancelBeatsLateAnswer()
{
    QObject owner;
    Outcome outcome;
    auto* call = new CallOf<int>(&owner);
    call->then(&owner, outcome.handler());
    call->cancel();
    QCOMPARE(outcome.calls, 0);
    call->settle(1);
    QTRY_COMPARE(outcome.calls, 1);
    QCOMPARE(outcome.result->error().kind, ErrorKind::Cancelled);
}

void CallTest::answerBeatsLateCancel()
{
    QObject owner;
    Outcome outcome;
    auto* call = new CallOf<int>(&owner);
    call->then(&owner, outcome.handler());
    call->settle(1);
    call->cancel();
    QTRY_COMPARE(outcome.calls, 1);
    QCOMPARE(outcome.result->value(), 1);
}

void CallTest::cancelStopsTheWorkOnce()
{
    QObject owner;
    int stops = 0;
    auto* call = new CallOf<int>(&owner);
    call->onCancel([&] { ++stops; });
    call->cancel();
    call->cancel();
    QCOMPARE(stops, 1);
}

void CallTest::deadContextIsNotCalled()
{
    QObject owner;
    Outcome outcome;
    auto context = std::make_unique<QObject>();
    auto* call = new CallOf<int>(&owner);
    QSignalSpy settled(call, &Call::settled);
    call->then(context.get(), outcome.handler());
    call->settle(1);
    context.reset();
    QTRY_COMPARE(settled.count(), 1);
    QCOMPARE(outcome.calls, 0);
}

void CallTest::deadOwnerSilences()
{
    auto owner = std::make_unique<QObject>();
    QObject context;
    Outcome outcome;
    auto* call = new CallOf<int>(owner.get());
    const QPointer<Call> alive(call);
    call->then(&context, outcome.handler());
    call->settle(1);
    owner.reset();
    QVERIFY(!alive);
    QCoreApplication::sendPostedEvents();
    QCOMPARE(outcome.calls, 0);
}

void CallTest::handlerMayDeleteTheOwner()
{
    auto owner = std::make_unique<QObject>();
    QObject context;
    int calls = 0;
    auto* call = new CallOf<int>(owner.get());
    call->then(&context, [&](const Result<int>&) {
        ++calls;
        owner.reset();
    });
    call->then(&context, [&](const Result<int>&) { ++calls; });
    call->settle(1);
    QTRY_VERIFY(!owner);
    QCOMPARE(calls, 1);
}

void CallTest::everyHandlerIsCalled()
{
    QObject owner;
    Outcome first;
    Outcome second;
    auto* call = new CallOf<int>(&owner);
    call->then(&owner, first.handler())->then(&owner, second.handler());
    call->settle(5);
    QTRY_COMPARE(second.calls, 1);
    QCOMPARE(first.calls, 1);
}

void CallTest::deletesItself()
{
    QObject owner;
    auto* call = new CallOf<int>(&owner);
    const QPointer<Call> alive(call);
    call->settle(1);
    QTRY_VERIFY(!alive);
}

void CallTest::forwardConvertsAndCancelsInner()
{
    QObject owner;
    QString text;
    auto* inner = new CallOf<int>(&owner);
    auto* outer = new CallOf<QString>(&owner);
    forward(inner, outer,
            [](const Result<int>& r) -> Result<QString> { return QString::number(r.value()); });
    outer->then(&owner, [&](const Result<QString>& r) { text = r.value(); });
    inner->settle(12);
    QTRY_COMPARE(text, QStringLiteral("12"));

    auto* slow = new CallOf<int>(&owner);
    auto* waiting = new CallOf<QString>(&owner);
    forward(slow, waiting,
            [](const Result<int>& r) -> Result<QString> { return failure(r.error()); });
    waiting->cancel();
    QVERIFY(slow->isSettled());
}

} // namespace fuotadesk

using fuotadesk::CallTest;
FUOTADESK_TEST(CallTest);
#include "calltest.moc"
