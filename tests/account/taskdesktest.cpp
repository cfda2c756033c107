#include "account/accountbench.h"
#include "support/testcase.h"

using namespace std::chrono_literals;

namespace fuotadesk {

class TaskDeskTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void updateChangesWhatItNames();
    void updateMustGoWithTheRecipients();
    void startWantsHalfAnHourAndRecipients();
    void startedTaskIsClosed();
    void wholeLifeOfATask();
    void deletingARunningTaskTakesAWhile();
    void tagsComeWithTheTaskAndGoWithIt();
};

void TaskDeskTest::updateChangesWhatItNames()
{
    AccountBench bench;
    bench.makeTask("t", R"(,"LoRaWAN":{"RfRegion":"EU868"},"Description":"d")");
    QVERIFY(bench.call(updateFuotaTaskOperation(),
                       R"({"Id":"$t","Name":"new","RedundancyPercent":7,"LoRaWAN":{}})"));
    const auto task = bench.call(getFuotaTaskOperation(), R"({"Id":"$t"})");
    QCOMPARE(task->value(u"Name").toString(), QStringLiteral("new"));
    QCOMPARE(task->value(u"Description").toString(), QStringLiteral("d"));
    QCOMPARE(task->value(u"RedundancyPercent").toInt(), 7);
    QCOMPARE((*task)[u"LoRaWAN"][QStringLiteral("RfRegion")].toString(), QStringLiteral("EU868"));
    QVERIFY(
        bench.call(updateFuotaTaskOperation(), R"({"Id":"$t","LoRaWAN":{"RfRegion":"US915"}})"));
    QCOMPARE(bench.world.tasks.find(QString::fromLatin1(bench.id("t")))->task.parameters.rfRegion,
             QStringLiteral("US915"));
    QCOMPARE(bench.refusal(updateFuotaTaskOperation(), R"({"Id":"nobody"})"), 404);
}

void TaskDeskTest::updateMustGoWithTheRecipients()
{
    AccountBench bench;
    bench.makeTask("devices");
    bench.makeTask("groups", R"(,"LoRaWAN":{"RfRegion":"EU868"})");
    bench.makeGroup("g");
    bench.keepDevice("d", 0);
    bench.addToTask("devices", "d");
    QVERIFY(bench.call(associateMulticastGroupWithFuotaTaskOperation(),
                       R"({"Id":"$groups","MulticastGroupId":"$g"})"));
    QCOMPARE(
        bench.refusal(updateFuotaTaskOperation(), R"({"Id":"$devices","FragmentSizeBytes":48})"),
        400);
    QCOMPARE(
        bench.refusal(updateFuotaTaskOperation(), R"({"Id":"$groups","FragmentSizeBytes":48})"), 0);
    QCOMPARE(bench.refusal(updateFuotaTaskOperation(),
                           R"({"Id":"$groups","LoRaWAN":{"RfRegion":"US915"}})"),
             400);
}

void TaskDeskTest::startWantsHalfAnHourAndRecipients()
{
    AccountBench bench;
    bench.makeTask("t");
    const auto startIn = [&](std::chrono::seconds lead) {
        const qint64 at = bench.clock.now().addSecs(lead.count()).toSecsSinceEpoch();
        return bench.refusal(startFuotaTaskOperation(),
                             R"({"Id":"$t","LoRaWAN":{"StartTime":)" + QByteArray::number(at)
                                 + "}}");
    };
    QCOMPARE(startIn(1h), 409); // nobody to send to
    bench.keepDevice("d", 0);
    bench.addToTask("t", "d");
    QCOMPARE(startIn(30min - 1s), 400);
    QCOMPARE(startIn(30min), 0);
    QCOMPARE(startIn(30min), 409); // it is started
}

void TaskDeskTest::startedTaskIsClosed()
{
    AccountBench bench;
    bench.makeTask("t");
    bench.makeGroup("g");
    bench.keepDevice("d", 0);
    bench.keepDevice("e", 1);
    bench.addToTask("t", "d");
    QVERIFY(bench.call(startFuotaTaskOperation(), R"({"Id":"$t"})"));
    QCOMPARE(bench.refusal(updateFuotaTaskOperation(), R"({"Id":"$t","Name":"x"})"), 409);
    QCOMPARE(bench.refusal(associateWirelessDeviceWithFuotaTaskOperation(),
                           R"({"Id":"$t","WirelessDeviceId":"$e"})"),
             409);
    QCOMPARE(bench.refusal(disassociateWirelessDeviceFromFuotaTaskOperation(),
                           R"({"Id":"$t","WirelessDeviceId":"$d"})"),
             409);
    QCOMPARE(bench.refusal(associateMulticastGroupWithFuotaTaskOperation(),
                           R"({"Id":"$t","MulticastGroupId":"$g"})"),
             409);
}

void TaskDeskTest::wholeLifeOfATask()
{
    AccountBench bench;
    bench.makeTask("t");
    bench.keepDevice("d", 0);
    bench.addToTask("t", "d");
    const auto told = [&] {
        return bench.call(getFuotaTaskOperation(), R"({"Id":"$t"})")->value(u"Status").toString();
    };
    QCOMPARE(told(), QStringLiteral("Pending"));
    const qint64 at = bench.clock.now().addSecs(7200).toSecsSinceEpoch();
    QVERIFY(bench.call(startFuotaTaskOperation(),
                       R"({"Id":"$t","LoRaWAN":{"StartTime":)" + QByteArray::number(at) + "}}"));
    const auto task = bench.call(getFuotaTaskOperation(), R"({"Id":"$t"})");
    QCOMPARE((*task)[u"LoRaWAN"][QStringLiteral("StartTime")].toInteger(), at);
    QCOMPARE(told(), QStringLiteral("FuotaSession_Waiting"));
    bench.pass(2h - 1s);
    QCOMPARE(told(), QStringLiteral("FuotaSession_Waiting"));
    bench.pass(1s);
    QCOMPARE(told(), QStringLiteral("In_FuotaSession"));
    bench.pass(1min + 51 * 28s); // 42 fragments and 9 more, 28 s apart
    QCOMPARE(told(), QStringLiteral("In_FuotaSession"));
    bench.pass(1min);
    QCOMPARE(told(), QStringLiteral("FuotaDone"));
    QCOMPARE(bench.refusal(startFuotaTaskOperation(), R"({"Id":"$t"})"), 409);
}

void TaskDeskTest::deletingARunningTaskTakesAWhile()
{
    AccountBench bench;
    bench.makeTask("t", R"(,"ClientRequestToken":"token")");
    bench.keepDevice("d", 0);
    bench.addToTask("t", "d");
    bench.startNow("t");
    for (int i = 0; i < 2; ++i)
        QVERIFY(bench.call(deleteFuotaTaskOperation(), R"({"Id":"$t"})"));
    QCOMPARE(bench.call(getFuotaTaskOperation(), R"({"Id":"$t"})")->value(u"Status").toString(),
             QStringLiteral("Delete_Waiting"));
    QCOMPARE(bench.listed(listFuotaTasksOperation(), "FuotaTaskList").size(), 1);
    QCOMPARE(bench.refusal(startFuotaTaskOperation(), R"({"Id":"$t"})"), 409);
    bench.pass(1min);
    QCOMPARE(bench.refusal(getFuotaTaskOperation(), R"({"Id":"$t"})"), 404);
    QCOMPARE(bench.refusal(deleteFuotaTaskOperation(), R"({"Id":"$t"})"), 404);
}

void TaskDeskTest::tagsComeWithTheTaskAndGoWithIt()
{
    AccountBench bench;
    const QByteArray members = R"(,"ClientRequestToken":"x","Tags":[{"Key":"k","Value":"v"}])";
    bench.makeTask("t", members);
    const QString arn = bench.world.tasks.find(QString::fromLatin1(bench.id("t")))->task.arn;
    QCOMPARE(bench.world.tags.tagsOf(arn).size(), 1);
    bench.world.tags.remove(arn, {QStringLiteral("k")});
    bench.makeTask("t", members); // the same token: the same task, and nothing anew
    QVERIFY(bench.world.tags.tagsOf(arn).isEmpty());
    QCOMPARE(bench.refusal(createFuotaTaskOperation(),
                           R"({"FirmwareUpdateImage":"i","FirmwareUpdateRole":"r","Tags":[)"
                           R"({"Key":"k","Value":"1"},{"Key":"k","Value":"2"}]})"),
             400);
    QVERIFY(bench.call(deleteFuotaTaskOperation(), R"({"Id":"$t"})"));
    QVERIFY(bench.world.tags.tagsOf(arn, {{QStringLiteral("came"), {}}}).size() == 1);
}

FUOTADESK_TEST(TaskDeskTest);

} // namespace fuotadesk

#include "taskdesktest.moc"
