#include "iotwireless/recordingtransport.h"

#include "iotwireless/clientbench.h"
#include "support/patience.h"
#include "support/testcase.h"

namespace fuotadesk {

namespace {

// Writes down what it is told; a test says when that is on the disk.
class RecorderDouble final : public ChangeRecorder {
public:
    struct Row {
        ChangeCall call;
        QList<ChangeEnd> ends;
    };

    CallOf<qint64>* begin(const ChangeCall& call, QObject* owner) override
    {
        rows.append({call, {}});
        auto* asked = new CallOf<qint64>(owner);
        waiting.append(asked);
        if (!isSlow)
            write();
        return asked;
    }

    void end(qint64 number, const ChangeEnd& end) override { rows[number - 1].ends.append(end); }

    void write()
    {
        for (const auto& each : std::exchange(waiting, {})) {
            if (!each)
                continue;
            if (isBroken)
                each->settle(failure(ErrorKind::JournalUnavailable));
            else
                each->settle(rows.size());
        }
    }

    QList<Row> rows;
    QList<QPointer<CallOf<qint64>>> waiting;
    bool isSlow = false;
    bool isBroken = false;
};

struct Fixture {
    static ChangeCall origin()
    {
        return {QStringLiteral("c1"),
                QStringLiteral("prod"),
                QStringLiteral("https://here"),
                QStringLiteral("eu-west-1"),
                {},
                {},
                {}};
    }

    static HttpRequest request(const QByteArray& method = "DELETE")
    {
        HttpRequest request;
        request.method = method;
        request.operation = QStringLiteral("DeleteFuotaTask");
        request.target = QStringLiteral("t1");
        return request;
    }

    CallOf<HttpResponse>* send(const QByteArray& method = "DELETE")
    {
        return recording->send(request(method), owner.get());
    }

    // Of the only call, once it has ended.
    ChangeEnd end()
    {
        if (!QTest::qWaitFor(
                [&] { return !recorder.rows.isEmpty() && !recorder.rows.first().ends.isEmpty(); }))
            return {};
        return recorder.rows.first().ends.first();
    }

    ScriptedTransport inner;
    RecorderDouble recorder;
    std::unique_ptr<QObject> owner = std::make_unique<QObject>();
    std::unique_ptr<RecordingTransport> recording =
        std::make_unique<RecordingTransport>(inner, recorder, origin());
};

} // namespace

class RecordingTransportTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void changeIsWrittenBeforeItIsSent();
    void readsAreNotRecorded();
    void successHasItsRequestIdAndWhatItMade();
    void refusalSaysWhy();
    void unsureEndIsUnknown();
    void changeGoesOutWhenNothingCanBeWritten();
    void cancelledBeforeItIsSentHasFailed();
    void cancelledOnTheWayIsUnknown();
    void endsWithItsOwnerUnknown();
    void deadTransportCancels();
    void operationsNameTheirTarget();
};

void RecordingTransportTest::changeIsWrittenBeforeItIsSent()
{
    Fixture f;
    f.recorder.isSlow = true;
    f.inner.answer(204);
    f.send();
    letEventsPass();
    QCOMPARE(f.inner.requests().size(), 0);
    ChangeCall expected = Fixture::origin();
    expected.operation = QStringLiteral("DeleteFuotaTask");
    expected.target = QStringLiteral("t1");
    QCOMPARE(f.recorder.rows.first().call, expected);
    f.recorder.write();
    QCOMPARE(f.end().outcome, ChangeOutcome::Done);
    QCOMPARE(f.inner.requests(), QList{Fixture::request()});
    QCOMPARE(f.recorder.rows.first().ends.size(), 1);
}

void RecordingTransportTest::readsAreNotRecorded()
{
    Fixture f;
    f.inner.answer(200);
    f.send("GET");
    QCOMPARE(f.inner.requests().size(), 1);
    QVERIFY(f.recorder.rows.isEmpty());
}

void RecordingTransportTest::successHasItsRequestIdAndWhatItMade()
{
    Fixture f;
    f.inner.answer(201, R"({"Id":"t9","Arn":"a"})", {{"x-amzn-RequestId", "r-1"}});
    f.send("POST");
    QCOMPARE(f.end(),
             (ChangeEnd{ChangeOutcome::Done, {}, {}, QStringLiteral("r-1"), QStringLiteral("t9")}));
}

void RecordingTransportTest::refusalSaysWhy()
{
    Fixture f;
    f.inner.answer(409, "{}",
                   {{"x-amzn-errortype", "ConflictException"}, {"x-amzn-RequestId", "r-2"}});
    f.send();
    QCOMPARE(f.end(),
             (ChangeEnd{ChangeOutcome::Failed,
                        ErrorKind::Conflict,
                        QStringLiteral("ConflictException"),
                        QStringLiteral("r-2"),
                        {}}));
}

void RecordingTransportTest::unsureEndIsUnknown()
{
    Fixture f;
    f.inner.fail(ErrorKind::ConnectionLost, true);
    f.send();
    QCOMPARE(f.end().outcome, ChangeOutcome::Unknown);
    QCOMPARE(f.end().errorKind, ErrorKind::ConnectionLost);
}

void RecordingTransportTest::changeGoesOutWhenNothingCanBeWritten()
{
    Fixture f;
    f.recorder.isBroken = true;
    f.inner.answer(204);
    bool isAnswered = false;
    f.send()->then(f.owner.get(),
                   [&](const Result<HttpResponse>& answer) { isAnswered = answer.has_value(); });
    QTRY_VERIFY(isAnswered);
    QVERIFY(f.recorder.rows.first().ends.isEmpty());
}

void RecordingTransportTest::cancelledBeforeItIsSentHasFailed()
{
    Fixture f;
    f.recorder.isSlow = true;
    f.send()->cancel();
    f.recorder.write();
    QCOMPARE(f.end(), (ChangeEnd{ChangeOutcome::Failed, ErrorKind::Cancelled, {}, {}, {}}));
    QVERIFY(f.inner.requests().isEmpty());
}

void RecordingTransportTest::cancelledOnTheWayIsUnknown()
{
    Fixture f;
    f.inner.staySilent();
    auto* call = f.send();
    QTRY_COMPARE(f.inner.requests().size(), 1);
    call->cancel();
    QCOMPARE(f.end(), (ChangeEnd{ChangeOutcome::Unknown, ErrorKind::Cancelled, {}, {}, {}}));
    QCOMPARE(f.inner.cancelled(), 1);
}

void RecordingTransportTest::endsWithItsOwnerUnknown()
{
    Fixture f;
    f.inner.staySilent();
    f.send();
    QTRY_COMPARE(f.inner.requests().size(), 1);
    f.owner.reset();
    QCOMPARE(f.end().outcome, ChangeOutcome::Unknown);
    QCOMPARE(f.recorder.rows.first().ends.size(), 1);
}

void RecordingTransportTest::deadTransportCancels()
{
    Fixture f;
    f.recorder.isSlow = true;
    std::optional<ErrorKind> kind;
    f.send()->then(f.owner.get(), [&](const Result<HttpResponse>& answer) {
        kind = answer ? ErrorKind::Refused : answer.error().kind;
    });
    f.recording.reset();
    QTRY_COMPARE(kind, ErrorKind::Cancelled);
    f.recorder.write();
    letEventsPass();
    QVERIFY(f.inner.requests().isEmpty());
}

void RecordingTransportTest::operationsNameTheirTarget()
{
    ClientBench b;
    b.transport.answer(204);
    b.stack->fuotaTasks().associateDevice(QStringLiteral("t1"), QStringLiteral("d1"), &b.owner);
    b.transport.answer(201, R"({"Id":"t2","Arn":"a"})");
    TaskDraft task;
    task.name = QStringLiteral("meter-fw");
    task.clientRequestToken = QStringLiteral("token");
    task.firmwareUpdateImage = QStringLiteral("s3://b/fw");
    task.firmwareUpdateRole = QStringLiteral("arn:aws:iam::123456789012:role/fuota");
    b.stack->fuotaTasks().create(task, &b.owner);
    QCOMPARE(b.transport.requests().size(), 2);
    QCOMPARE(b.transport.requests().at(0).target, QStringLiteral("t1"));
    QCOMPARE(b.transport.requests().at(0).member, QStringLiteral("d1"));
    QCOMPARE(b.transport.requests().at(1).target, QStringLiteral("meter-fw"));
    QVERIFY(b.transport.requests().at(1).member.isEmpty());
}

FUOTADESK_TEST(RecordingTransportTest);

} // namespace fuotadesk

#include "recordingtransporttest.moc"
