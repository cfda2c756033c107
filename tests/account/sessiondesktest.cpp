#include "account/accountbench.h"
#include "support/testcase.h"

using namespace std::chrono_literals;

namespace fuotadesk {

class SessionDeskTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void sessionLivesAndEnds();
    void whatIsUnsetComesFromGroupAndRegion();
    void whatIsWrongIsRefused_data();
    void whatIsWrongIsRefused();
    void cancelledSessionIsGone();
    void taskHasASessionOfItsOwn();
};

namespace {

QString statusOf(AccountBench& bench, const QByteArray& group)
{
    return bench.call(getMulticastGroupOperation(), R"({"Id":"$)" + group + R"("})")
        ->value(u"Status")
        .toString();
}

QJsonObject sessionOf(AccountBench& bench)
{
    return bench.call(getMulticastGroupSessionOperation(), R"({"Id":"$g"})")
        ->value(u"LoRaWAN")
        .toObject();
}

} // namespace

void SessionDeskTest::sessionLivesAndEnds()
{
    AccountBench bench;
    bench.makeGroup("g");
    QCOMPARE(bench.refusal(getMulticastGroupSessionOperation(), R"({"Id":"$g"})"), 404);
    QCOMPARE(bench.refusal(startMulticastGroupSessionOperation(),
                           R"({"Id":"$g","LoRaWAN":{"SessionTimeout":60}})"),
             0);
    QCOMPARE(statusOf(bench, "g"), QStringLiteral("Session_attempting"));
    QCOMPARE(bench.refusal(startMulticastGroupSessionOperation(), R"({"Id":"$g","LoRaWAN":{}})"),
             409);
    bench.pass(30min);
    QCOMPARE(statusOf(bench, "g"), QStringLiteral("In_Session"));
    bench.pass(63s);
    QCOMPARE(statusOf(bench, "g"), QStringLiteral("In_Session"));
    bench.pass(1s); // 64 s: the power of two
    QCOMPARE(statusOf(bench, "g"), QStringLiteral("Pending"));
    QCOMPARE(bench.refusal(getMulticastGroupSessionOperation(), R"({"Id":"$g"})"), 404);
}

void SessionDeskTest::whatIsUnsetComesFromGroupAndRegion()
{
    AccountBench bench;
    bench.makeGroup("g");
    QVERIFY(bench.call(startMulticastGroupSessionOperation(), R"({"Id":"$g","LoRaWAN":{}})"));
    const QJsonObject session = sessionOf(bench);
    QCOMPARE(session[u"DlDr"].toInt(-1), 0);
    QCOMPARE(session[u"DlFreq"].toInt(), 869'525'000);
    QCOMPARE(session[u"SessionTimeout"].toInt(), 4096);
    QCOMPARE(session[u"SessionStartTime"].toInteger(),
             bench.clock.now().addSecs(1800).toSecsSinceEpoch());

    QVERIFY(bench.call(cancelMulticastGroupSessionOperation(), R"({"Id":"$g"})"));
    QVERIFY(bench.call(
        updateMulticastGroupOperation(),
        R"({"Id":"$g","LoRaWAN":{"DefaultSessionParameters":{"DlDr":3,"DlFreq":868100000}}})"));
    QVERIFY(bench.call(startMulticastGroupSessionOperation(),
                       R"({"Id":"$g","LoRaWAN":{"DlFreq":868300000}})"));
    QCOMPARE(sessionOf(bench)[u"DlDr"].toInt(), 3);
    QCOMPARE(sessionOf(bench)[u"DlFreq"].toInt(), 868'300'000);
}

void SessionDeskTest::whatIsWrongIsRefused_data()
{
    QTest::addColumn<QByteArray>("group");
    QTest::addColumn<QByteArray>("member");
    QTest::addColumn<qint64>("leadSeconds");
    QTest::addColumn<int>("status");
    const auto row = [](const char* name, const char* group, const char* member,
                        std::chrono::seconds lead, int status) {
        QTest::newRow(name) << QByteArray(group) << QByteArray(member) << qint64(lead.count())
                            << status;
    };
    row("too soon", "g", R"("DlDr":0)", 30min - 1s, 400);
    row("soonest", "g", R"("DlDr":0)", 30min, 0);
    row("latest", "g", R"("DlDr":0)", 48h, 0);
    row("too late", "g", R"("DlDr":0)", 48h + 1s, 400);
    row("no such data rate", "g", R"("DlDr":9)", 1h, 400);
    row("18 hours in class C", "g", R"("SessionTimeout":64800)", 1h, 0);
    row("longer in class C", "g", R"("SessionTimeout":64801)", 1h, 400);
    row("two days in class B", "b", R"("SessionTimeout":172800)", 1h, 0);
    row("no such group", "x", R"("DlDr":0)", 1h, 404);
}

void SessionDeskTest::whatIsWrongIsRefused()
{
    QFETCH(QByteArray, group);
    QFETCH(QByteArray, member);
    QFETCH(qint64, leadSeconds);
    AccountBench bench;
    bench.makeGroup("g");
    bench.makeGroup("b", "ClassB");
    const qint64 start = bench.clock.now().addSecs(leadSeconds).toSecsSinceEpoch();
    QTEST(bench.refusal(startMulticastGroupSessionOperation(),
                        R"({"Id":"$)" + group + R"(","LoRaWAN":{)" + member
                            + R"(,"SessionStartTime":)" + QByteArray::number(start) + "}}"),
          "status");
}

void SessionDeskTest::cancelledSessionIsGone()
{
    AccountBench bench;
    bench.makeGroup("g");
    QCOMPARE(bench.refusal(cancelMulticastGroupSessionOperation(), R"({"Id":"$g"})"), 404);
    QVERIFY(bench.call(startMulticastGroupSessionOperation(), R"({"Id":"$g","LoRaWAN":{}})"));
    QCOMPARE(bench.refusal(cancelMulticastGroupSessionOperation(), R"({"Id":"$g"})"), 0);
    QCOMPARE(statusOf(bench, "g"), QStringLiteral("Pending"));
}

void SessionDeskTest::taskHasASessionOfItsOwn()
{
    AccountBench bench;
    bench.makeGroup("g");
    bench.makeTask("t");
    bench.keepDevice("d", 0);
    bench.addToGroup("g", "d");
    QVERIFY(bench.call(associateMulticastGroupWithFuotaTaskOperation(),
                       R"({"Id":"$t","MulticastGroupId":"$g"})"));
    // a session that was started before passes on its data rate
    QVERIFY(
        bench.call(startMulticastGroupSessionOperation(), R"({"Id":"$g","LoRaWAN":{"DlDr":5}})"));
    bench.startNow("t");
    QCOMPARE(statusOf(bench, "g"), QStringLiteral("In_Session"));
    const QJsonObject session = sessionOf(bench);
    QCOMPARE(session[u"DlDr"].toInt(), 5);
    // 2000 bytes: 9 fragments of 239 and 2 more, 4 s apart; the power of two over 12 times that
    QCOMPARE(session[u"SessionTimeout"].toInt(), 64);
    QCOMPARE(bench.refusal(cancelMulticastGroupSessionOperation(), R"({"Id":"$g"})"), 409);
    bench.pass(1h);
    QCOMPARE(statusOf(bench, "g"), QStringLiteral("Pending"));
}

FUOTADESK_TEST(SessionDeskTest);

} // namespace fuotadesk

#include "sessiondesktest.moc"
