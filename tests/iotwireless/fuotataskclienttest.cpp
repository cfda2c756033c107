#include "iotwireless/fuotataskclient.h"
#include "support/testcase.h"

#include "support/outcome.h"
#include "support/scriptedtransport.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <memory>

namespace fuotadesk {

class FuotaTaskClientTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void createSendsTheDraft();
    void createNeedsAToken();
    void createWithoutAnIdIsUnsure_data();
    void createWithoutAnIdIsUnsure();
    void errorsAreTyped();
    void getReadsEveryMember();
    void emptyIdIsRefused();
    void listFollowsThePages();
    void listEndsWhenATokenComesAgain();
    void listKeepsTheErrorOfAPage();
    void cancelledListAsksNoMore();
    void deadClientEndsTheList();
    void removeSucceeds();
    void removedByAnEarlierAttemptIsRemoved();
    void removeOfAnUnknownTaskIsNotFound();
};

namespace {

TaskDraft draft()
{
    TaskDraft task;
    task.clientRequestToken = QStringLiteral("t-1");
    task.rfRegion = QStringLiteral("EU868");
    task.firmwareUpdateImage = QStringLiteral("s3://b/k");
    task.firmwareUpdateRole = QStringLiteral("arn:aws:iam::123456789012:role/r");
    task.redundancyPercent = 20;
    return task;
}

struct Fixture {
    ScriptedTransport transport;
    std::unique_ptr<FuotaTaskClient> client = std::make_unique<FuotaTaskClient>(
        transport, QUrl(QStringLiteral("https://api.iotwireless.eu-west-1.amazonaws.com")));
    QObject owner;

    QByteArray sentUrl(qsizetype index) const
    {
        return transport.requests().at(index).url.toEncoded();
    }
};

} // namespace

void FuotaTaskClientTest::createSendsTheDraft()
{
    Fixture f;
    Outcome<CreatedTask> outcome;
    f.transport.answer(201, R"({"Id": "i", "Arn": "arn:t"})");
    outcome.watch(f.client->create(draft(), &f.owner), &f.owner);
    QTRY_COMPARE(outcome.count, 1);
    QVERIFY(outcome.result->has_value());
    QCOMPARE(**outcome.result, (CreatedTask{QStringLiteral("i"), QStringLiteral("arn:t")}));
    const HttpRequest& request = f.transport.requests().constFirst();
    QCOMPARE(request.method, QByteArrayLiteral("POST"));
    QCOMPARE(f.sentUrl(0),
             QByteArrayLiteral("https://api.iotwireless.eu-west-1.amazonaws.com/fuota-tasks"));
    QCOMPARE(request.operation, QStringLiteral("CreateFuotaTask"));
    QVERIFY(request.repeatable);
    const QByteArray expected = R"({"ClientRequestToken": "t-1",
        "FirmwareUpdateImage": "s3://b/k",
        "FirmwareUpdateRole": "arn:aws:iam::123456789012:role/r",
        "LoRaWAN": {"RfRegion": "EU868"}, "RedundancyPercent": 20})";
    QCOMPARE(QJsonDocument::fromJson(request.body), QJsonDocument::fromJson(expected));
}

void FuotaTaskClientTest::createNeedsAToken()
{
    for (const auto& token : {std::optional<QString>(), std::optional(QString())}) {
        Fixture f;
        Outcome<CreatedTask> outcome;
        TaskDraft task = draft();
        task.clientRequestToken = token;
        outcome.watch(f.client->create(task, &f.owner), &f.owner);
        QTRY_COMPARE(outcome.count, 1);
        QCOMPARE(outcome.result->error().kind, ErrorKind::InputInvalid);
        QCOMPARE(outcome.result->error().code, QStringLiteral("ClientRequestToken"));
        QVERIFY(f.transport.requests().isEmpty());
    }
}

void FuotaTaskClientTest::createWithoutAnIdIsUnsure_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no member") << QByteArrayLiteral("{}");
    QTest::newRow("empty id") << QByteArrayLiteral(R"({"Id": ""})");
    QTest::newRow("cut") << QByteArrayLiteral(R"({"Id": "i")");
    QTest::newRow("HTML") << QByteArrayLiteral("<html>welcome</html>");
}

void FuotaTaskClientTest::createWithoutAnIdIsUnsure()
{
    QFETCH(const QByteArray, body);
    Fixture f;
    Outcome<CreatedTask> outcome;
    f.transport.answer(201, body);
    outcome.watch(f.client->create(draft(), &f.owner), &f.owner);
    QTRY_COMPARE(outcome.count, 1);
    QCOMPARE(outcome.result->error().kind, ErrorKind::AnswerMalformed);
    QVERIFY(outcome.result->error().maybeExecuted);
}

void FuotaTaskClientTest::errorsAreTyped()
{
    Fixture f;
    Outcome<CreatedTask> outcome;
    f.transport.answer(409, R"({"Message": "another one", "ResourceId": "i"})",
                       {{"x-amzn-errortype", "ConflictException"}, {"x-amzn-requestid", "r"}});
    outcome.watch(f.client->create(draft(), &f.owner), &f.owner);
    QTRY_COMPARE(outcome.count, 1);
    const Error& error = outcome.result->error();
    QCOMPARE(error.kind, ErrorKind::Conflict);
    QCOMPARE(error.detail, QStringLiteral("another one"));
    QCOMPARE(error.requestId, QStringLiteral("r"));
    QCOMPARE(error.httpStatus, 409);
    QVERIFY(!error.maybeExecuted);
}

void FuotaTaskClientTest::getReadsEveryMember()
{
    Fixture f;
    Outcome<FuotaTask> outcome;
    f.transport.answer(200, R"({"Id": "a b", "Arn": "arn:t", "Status": "In_FuotaSession",
        "Name": "n", "Description": "d", "FirmwareUpdateImage": "s3://b/k",
        "FirmwareUpdateRole": "arn:r", "CreatedAt": 1765432100.5, "RedundancyPercent": 20,
        "FragmentSizeBytes": 112, "FragmentIntervalMS": 7000, "Descriptor": "AAIEAQ==",
        "LoRaWAN": {"RfRegion": "EU868", "StartTime": "2026-03-01T10:00:00Z"}, "New": 1})");
    outcome.watch(f.client->get(QStringLiteral("a b"), &f.owner), &f.owner);
    QTRY_COMPARE(outcome.count, 1);
    QVERIFY(f.sentUrl(0).endsWith("/fuota-tasks/a%20b"));
    const FuotaTask& task = **outcome.result;
    QCOMPARE(task.id, QStringLiteral("a b"));
    QCOMPARE(task.arn, QStringLiteral("arn:t"));
    QCOMPARE(task.status, TaskStatus::InSession);
    QCOMPARE(task.statusText, QStringLiteral("In_FuotaSession"));
    QCOMPARE(task.createdAt.toMSecsSinceEpoch(), 1765432100500);
    QCOMPARE(task.startTime, QDateTime(QDate(2026, 3, 1), QTime(10, 0), Qt::UTC));
    TaskDraft expected;
    expected.name = QStringLiteral("n");
    expected.description = QStringLiteral("d");
    expected.rfRegion = QStringLiteral("EU868");
    expected.firmwareUpdateImage = QStringLiteral("s3://b/k");
    expected.firmwareUpdateRole = QStringLiteral("arn:r");
    expected.redundancyPercent = 20;
    expected.fragmentSizeBytes = 112;
    expected.fragmentIntervalMs = 7000;
    expected.descriptor = QStringLiteral("AAIEAQ==");
    QCOMPARE(task.parameters, expected);
}

void FuotaTaskClientTest::emptyIdIsRefused()
{
    Fixture f;
    Outcome<FuotaTask> got;
    Outcome<void> removed;
    got.watch(f.client->get({}, &f.owner), &f.owner);
    removed.watch(f.client->remove({}, &f.owner), &f.owner);
    QTRY_COMPARE(got.count, 1);
    QTRY_COMPARE(removed.count, 1);
    QCOMPARE(got.result->error().kind, ErrorKind::InputInvalid);
    QCOMPARE(removed.result->error().kind, ErrorKind::InputInvalid);
    QVERIFY(f.transport.requests().isEmpty());
}

void FuotaTaskClientTest::listFollowsThePages()
{
    Fixture f;
    Outcome<QList<FuotaTaskSummary>> outcome;
    f.transport.answer(200, R"({"NextToken": "a/b+c=",
        "FuotaTaskList": [{"Id": "1", "Arn": "arn:1", "Name": "one"}, {"Name": "no id"}]})");
    f.transport.answer(200, R"({"NextToken": null, "FuotaTaskList": [{"Id": "2"}]})");
    outcome.watch(f.client->list(&f.owner), &f.owner);
    QTRY_COMPARE(outcome.count, 1);
    const QList<FuotaTaskSummary> expected{
        {QStringLiteral("1"), QStringLiteral("arn:1"), QStringLiteral("one")},
        {QStringLiteral("2"), {}, {}}};
    QCOMPARE(**outcome.result, expected);
    QVERIFY(f.sentUrl(0).endsWith("/fuota-tasks?maxResults=250"));
    QVERIFY(f.sentUrl(1).endsWith("/fuota-tasks?nextToken=a%2Fb%2Bc%3D&maxResults=250"));
}

void FuotaTaskClientTest::listEndsWhenATokenComesAgain()
{
    Fixture f;
    Outcome<QList<FuotaTaskSummary>> outcome;
    for (const char* token : {"a", "b", "a"})
        f.transport.answer(200, QByteArray("{\"NextToken\": \"") + token + "\"}");
    outcome.watch(f.client->list(&f.owner), &f.owner);
    QTRY_COMPARE(outcome.count, 1);
    QCOMPARE(outcome.result->error().kind, ErrorKind::AnswerMalformed);
    QCOMPARE(f.transport.requests().size(), 3);
}

void FuotaTaskClientTest::listKeepsTheErrorOfAPage()
{
    Fixture f;
    Outcome<QList<FuotaTaskSummary>> outcome;
    f.transport.answer(200, R"({"NextToken": "a", "FuotaTaskList": [{"Id": "1"}]})");
    f.transport.fail(ErrorKind::ConnectionLost, true);
    outcome.watch(f.client->list(&f.owner), &f.owner);
    QTRY_COMPARE(outcome.count, 1);
    QCOMPARE(outcome.result->error().kind, ErrorKind::ConnectionLost);
}

void FuotaTaskClientTest::cancelledListAsksNoMore()
{
    Fixture f;
    Outcome<QList<FuotaTaskSummary>> outcome;
    f.transport.answer(200, R"({"NextToken": "a"})");
    f.transport.staySilent();
    auto* call = f.client->list(&f.owner);
    outcome.watch(call, &f.owner);
    QTRY_COMPARE(f.transport.requests().size(), 2);
    call->cancel();
    QTRY_COMPARE(outcome.count, 1);
    QCOMPARE(outcome.result->error().kind, ErrorKind::Cancelled);
    QCOMPARE(f.transport.cancelled(), 1);
}

void FuotaTaskClientTest::deadClientEndsTheList()
{
    Fixture f;
    Outcome<QList<FuotaTaskSummary>> outcome;
    f.transport.answer(200, R"({"NextToken": "a"})");
    outcome.watch(f.client->list(&f.owner), &f.owner);
    f.client.reset();
    QTRY_COMPARE(outcome.count, 1);
    QCOMPARE(outcome.result->error().kind, ErrorKind::Cancelled);
    QCOMPARE(f.transport.requests().size(), 1);
}

void FuotaTaskClientTest::removeSucceeds()
{
    Fixture f;
    Outcome<void> outcome;
    f.transport.answer(204);
    outcome.watch(f.client->remove(QStringLiteral("i"), &f.owner), &f.owner);
    QTRY_COMPARE(outcome.count, 1);
    QVERIFY(outcome.result->has_value());
    QCOMPARE(f.transport.requests().constFirst().method, QByteArrayLiteral("DELETE"));
}

void FuotaTaskClientTest::removedByAnEarlierAttemptIsRemoved()
{
    Fixture f;
    Outcome<void> outcome;
    HttpResponse gone{404, {{"x-amzn-errortype", "ResourceNotFoundException"}}, {}};
    gone.earlierMaybeExecuted = true;
    f.transport.answer(gone);
    outcome.watch(f.client->remove(QStringLiteral("i"), &f.owner), &f.owner);
    QTRY_COMPARE(outcome.count, 1);
    QVERIFY(outcome.result->has_value());
}

void FuotaTaskClientTest::removeOfAnUnknownTaskIsNotFound()
{
    Fixture f;
    Outcome<void> outcome;
    f.transport.answer(404, "{}", {{"x-amzn-errortype", "ResourceNotFoundException"}});
    outcome.watch(f.client->remove(QStringLiteral("i"), &f.owner), &f.owner);
    QTRY_COMPARE(outcome.count, 1);
    QCOMPARE(outcome.result->error().kind, ErrorKind::NotFound);
}

} // namespace fuotadesk

using fuotadesk::FuotaTaskClientTest;
FUOTADESK_TEST(FuotaTaskClientTest);
#include "fuotataskclienttest.moc"
