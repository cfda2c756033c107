#include "account/accountbench.h"
#include "support/testcase.h"

namespace fuotadesk {

class GroupDeskTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void accountComesWithTwo();
    void createdGroupReadsBack();
    void sameTokenIsTheSameGroup();
    void whatIsWrongIsRefused_data();
    void whatIsWrongIsRefused();
    void updateChangesWhatItNames();
    void groupInUseStays();
};

void GroupDeskTest::accountComesWithTwo()
{
    AccountBench bench;
    const QStringList expected{QStringLiteral("meters-class-c"), QStringLiteral("meters-class-b")};
    QCOMPARE(bench.listed(listMulticastGroupsOperation(), "MulticastGroupList"), expected);
    QCOMPARE(
        bench.listed(listMulticastGroupsOperation(), "MulticastGroupList", R"({"MaxResults":1})"),
        expected.mid(0, 1));
    for (const auto& [serial, group] : bench.world.groups.all())
        QVERIFY(group.membersAt(0) >= 3);
}

void GroupDeskTest::createdGroupReadsBack()
{
    AccountBench bench;
    bench.makeGroup("g");
    const auto group = bench.call(getMulticastGroupOperation(), R"({"Id":"$g"})");
    QVERIFY(group);
    QCOMPARE(group->value(u"Name").toString(), QStringLiteral("g"));
    QCOMPARE(group->value(u"Status").toString(), QStringLiteral("Pending"));
    QCOMPARE(group->value(u"CreatedAt").toInteger(), bench.clock.now().toSecsSinceEpoch());
    QCOMPARE((*group)[u"LoRaWAN"][QStringLiteral("DlClass")].toString(), QStringLiteral("ClassC"));
    QCOMPARE((*group)[u"LoRaWAN"][QStringLiteral("NumberOfDevicesInGroup")].toInt(-1), 0);
    QVERIFY(!group->contains(u"ClientRequestToken"));
    QVERIFY(group->value(u"Arn").toString().endsWith(QStringLiteral("MulticastGroup/")
                                                     + QString::fromLatin1(bench.id("g"))));
}

void GroupDeskTest::sameTokenIsTheSameGroup()
{
    AccountBench bench;
    const QByteArray request =
        R"({"ClientRequestToken":"t","LoRaWAN":{"RfRegion":"EU868","DlClass":"ClassB"}})";
    const auto first = bench.call(createMulticastGroupOperation(), request);
    const auto second = bench.call(createMulticastGroupOperation(), request);
    QCOMPARE(second->value(u"Id"), first->value(u"Id"));
    QByteArray other = request;
    other.replace("ClassB", "ClassC");
    QCOMPARE(bench.refusal(createMulticastGroupOperation(), other), 409);
    QCOMPARE(int(bench.world.groups.all().size()), 3);
}

void GroupDeskTest::whatIsWrongIsRefused_data()
{
    QTest::addColumn<QByteArray>("lorawan");
    QTest::addColumn<int>("status");
    QTest::newRow("no region") << QByteArray(R"({"DlClass":"ClassC"})") << 400;
    QTest::newRow("no class") << QByteArray(R"({"RfRegion":"EU868"})") << 400;
    QTest::newRow("unknown gateway") << QByteArray(
        R"({"RfRegion":"EU868","DlClass":"ClassC","ParticipatingGateways":{"GatewayList":["x"]}})")
                                     << 404;
}

void GroupDeskTest::whatIsWrongIsRefused()
{
    QFETCH(QByteArray, lorawan);
    AccountBench bench;
    QTEST(bench.refusal(createMulticastGroupOperation(), R"({"LoRaWAN":)" + lorawan + '}'),
          "status");
}

void GroupDeskTest::updateChangesWhatItNames()
{
    AccountBench bench;
    bench.makeGroup("g");
    QVERIFY(bench.call(
        updateMulticastGroupOperation(),
        R"({"Id":"$g","Description":"d","LoRaWAN":{"DefaultSessionParameters":{"DlDr":3}}})"));
    const auto group = bench.call(getMulticastGroupOperation(), R"({"Id":"$g"})");
    QCOMPARE(group->value(u"Name").toString(), QStringLiteral("g"));
    QCOMPARE(group->value(u"Description").toString(), QStringLiteral("d"));
    const QJsonValue lorawan = group->value(u"LoRaWAN");
    QCOMPARE(lorawan[QStringLiteral("RfRegion")].toString(), QStringLiteral("EU868"));
    QCOMPARE(lorawan[QStringLiteral("DefaultSessionParameters")][QStringLiteral("DlDr")].toInt(),
             3);
    QVERIFY(bench.call(startMulticastGroupSessionOperation(), R"({"Id":"$g","LoRaWAN":{}})"));
    QCOMPARE(bench.refusal(updateMulticastGroupOperation(), R"({"Id":"$g","Name":"n"})"), 409);
    QCOMPARE(bench.refusal(updateMulticastGroupOperation(), R"({"Id":"x"})"), 404);
}

void GroupDeskTest::groupInUseStays()
{
    AccountBench bench;
    bench.makeGroup("g");
    bench.makeTask("t");
    QVERIFY(bench.call(associateMulticastGroupWithFuotaTaskOperation(),
                       R"({"Id":"$t","MulticastGroupId":"$g"})"));
    QCOMPARE(bench.refusal(deleteMulticastGroupOperation(), R"({"Id":"$g"})"), 409);
    QVERIFY(bench.call(deleteFuotaTaskOperation(), R"({"Id":"$t"})"));
    QCOMPARE(bench.refusal(deleteMulticastGroupOperation(), R"({"Id":"$g"})"), 0);
    QCOMPARE(bench.refusal(deleteMulticastGroupOperation(), R"({"Id":"$g"})"), 404);
    QCOMPARE(bench.refusal(getMulticastGroupOperation(), R"({"Id":"$g"})"), 404);
}

FUOTADESK_TEST(GroupDeskTest);

} // namespace fuotadesk

#include "groupdesktest.moc"
