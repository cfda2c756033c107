#include "changerows.h"
#include "support/testcase.h"

#include "clientbench.h"
#include "iotwireless/operations.h"

#include <QSet>

namespace fuotadesk {

// Each operation whose answer holds nothing: what is sent, and what becomes of a refusal.
class ChangesTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void rowsCoverEveryOperation();
    void isSent_data();
    void isSent();
    void goneAfterAnUnsureAttemptIsDone_data();
    void goneAfterAnUnsureAttemptIsDone();
    void otherRefusalsStay_data();
    void otherRefusalsStay();
    void needsIts_data();
    void needsIts();
};

namespace {

// What was to go: a resource, an association, a session, a message, a level.
bool takesAway(const ChangeRow& row)
{
    return QByteArray(row.line).startsWith("DELETE")
        && QByteArray(row.operation) != "UntagResource";
}

void addRows(const std::function<bool(const ChangeRow&)>& wanted)
{
    QTest::addColumn<Ask>("ask");
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    for (const ChangeRow& row : changeRows())
        if (wanted(row))
            QTest::newRow(row.operation)
                << row.ask << QByteArray(row.line) << QByteArray(row.body) << row.status;
}

bool all(const ChangeRow&)
{
    return true;
}

} // namespace

void ChangesTest::rowsCoverEveryOperation()
{
    QSet<QString> covered;
    for (const ChangeRow& row : changeRows())
        covered.insert(QString::fromLatin1(row.operation).section(u' ', 0, 0));
    QSet<QString> changing;
    for (const Operation* operation : iotWirelessOperations())
        if (operation->output->members.empty())
            changing.insert(operation->name);
    QCOMPARE(covered, changing);
}

void ChangesTest::isSent_data()
{
    addRows(all);
}

void ChangesTest::isSent()
{
    QFETCH(const Ask, ask);
    QFETCH(const QByteArray, body);
    QFETCH(const int, status);
    ClientBench bench;
    bench.transport.answer(status);
    const auto result = bench.settled(ask(*bench.stack, &bench.owner));
    QVERIFY(result);
    QTEST(bench.line(0), "line");
    const HttpRequest& request = bench.transport.requests().constFirst();
    QVERIFY(request.repeatable);
    const QString tag = QString::fromLatin1(QTest::currentDataTag());
    QCOMPARE(request.operation, tag.section(u' ', 0, 0));
    QCOMPARE(request.url.host(), QStringLiteral("api.iotwireless.eu-west-1.amazonaws.com"));
    QCOMPARE(QJsonDocument::fromJson(request.body), QJsonDocument::fromJson(body));
    const HttpHeaders json{{"Content-Type", "application/json"}};
    QCOMPARE(request.headers, body.isEmpty() ? HttpHeaders() : json);
}

void ChangesTest::goneAfterAnUnsureAttemptIsDone_data()
{
    addRows(takesAway);
}

void ChangesTest::goneAfterAnUnsureAttemptIsDone()
{
    QFETCH(const Ask, ask);
    ClientBench bench;
    bench.answerAfterUnsure(404, "ResourceNotFoundException");
    QVERIFY(bench.settled(ask(*bench.stack, &bench.owner)));

    bench.transport.answer(404, "{}", {{"x-amzn-errortype", "ResourceNotFoundException"}});
    const auto sure = bench.settled(ask(*bench.stack, &bench.owner));
    QVERIFY(!sure);
    QCOMPARE(sure.error().kind, ErrorKind::NotFound);
    QVERIFY(!sure.error().maybeExecuted);

    bench.answerAfterUnsure(409, "ConflictException");
    const auto conflict = bench.settled(ask(*bench.stack, &bench.owner));
    QVERIFY(!conflict);
    QVERIFY(conflict.error().maybeExecuted);
}

void ChangesTest::otherRefusalsStay_data()
{
    addRows(all);
}

void ChangesTest::otherRefusalsStay()
{
    QFETCH(const Ask, ask);
    ClientBench bench;
    bench.transport.answer(409, R"({"Message": "not now"})",
                           {{"x-amzn-errortype", "ConflictException"}, {"x-amzn-requestid", "r"}});
    const auto conflict = bench.settled(ask(*bench.stack, &bench.owner));
    QVERIFY(!conflict);
    QCOMPARE(conflict.error().kind, ErrorKind::Conflict);
    QCOMPARE(conflict.error().detail, QStringLiteral("not now"));
    QCOMPARE(conflict.error().requestId, QStringLiteral("r"));
    QVERIFY(!conflict.error().maybeExecuted);

    bench.transport.fail(ErrorKind::ConnectionLost, true);
    const auto lost = bench.settled(ask(*bench.stack, &bench.owner));
    QVERIFY(!lost);
    QCOMPARE(lost.error().kind, ErrorKind::ConnectionLost);
    QVERIFY(lost.error().maybeExecuted);
}

void ChangesTest::needsIts_data()
{
    QTest::addColumn<Ask>("ask");
    QTest::addColumn<QString>("code");
    const auto add = [](const char* member, const Ask& ask) {
        QTest::newRow(member) << ask << QString::fromLatin1(member).section(u' ', 0, 0);
    };
    add("Id of a task",
        [](ServiceStack& s, QObject* o) { return s.fuotaTasks().start({}, {}, o); });
    add("WirelessDeviceId of a task", [](ServiceStack& s, QObject* o) {
        return s.fuotaTasks().disassociateDevice(TaskId, {}, o);
    });
    add("MulticastGroupId of a task", [](ServiceStack& s, QObject* o) {
        return s.fuotaTasks().disassociateGroup(TaskId, {}, o);
    });
    add("WirelessDeviceId to associate",
        [](ServiceStack& s, QObject* o) { return s.fuotaTasks().associateDevice(TaskId, {}, o); });
    add("MulticastGroupId to associate",
        [](ServiceStack& s, QObject* o) { return s.fuotaTasks().associateGroup(TaskId, {}, o); });
    add("WirelessDeviceId for a group", [](ServiceStack& s, QObject* o) {
        return s.multicastGroups().associateDevice(GroupId, {}, o);
    });
    add("ResourceArn", [](ServiceStack& s, QObject* o) { return s.tags().remove({}, {}, o); });
    add("Id of a group",
        [](ServiceStack& s, QObject* o) { return s.multicastGroups().cancelSession({}, o); });
    add("MessageId",
        [](ServiceStack& s, QObject* o) { return s.queuedMessages().remove(DeviceId, {}, o); });
    add("LogLevel", [](ServiceStack& s, QObject* o) {
        return s.logLevels().put(TaskId, LoggedResource::FuotaTask, LogLevel::Unknown, o);
    });
    add("ResourceIdentifier", [](ServiceStack& s, QObject* o) {
        return s.logLevels().reset({}, LoggedResource::FuotaTask, o);
    });
}

void ChangesTest::needsIts()
{
    QFETCH(const Ask, ask);
    ClientBench bench;
    const auto result = bench.settled(ask(*bench.stack, &bench.owner));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::InputInvalid);
    QTEST(result.error().code, "code");
    QVERIFY(bench.transport.requests().isEmpty());
}

} // namespace fuotadesk

using fuotadesk::ChangesTest;
FUOTADESK_TEST(ChangesTest);
#include "changestest.moc"
