#include "campaign/devicelist.h"
#include "campaign/devicebench.h"
#include "campaign/sandboxbench.h"
#include "campaign/scopechoices.h"
#include "iotwireless/fuotataskclient.h"
#include "support/patience.h"
#include "support/testcase.h"

#include <QSignalSpy>

namespace fuotadesk {

class DeviceListTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void nothingIsAskedBeforeItIsWanted();
    void pagesAreShownAsTheyCome();
    void laterReadingReplacesTheRowsAtOnce();
    void onlyLoRaWanIsAskedFor();
    void narrowedListIsReadAnew();
    void failureKeepsTheRows();
    void answersOfAnOlderRefreshAreDropped();
    void otherConnectionStartsEmptyAndWide();
    void whatIsLeftIsNotReadAgain();
    void sandboxNarrowsByTask();
    void sandboxNamesWhatItCanBeNarrowedTo();
};

namespace {

struct Listed : DeviceBench {
    DeviceList list{session, clock};

    void read()
    {
        list.refresh();
        QTRY_COMPARE(list.state(), ListState::Ready);
    }
};

QString queryItem(const QUrlQuery& query, const char* name)
{
    return query.queryItemValue(QLatin1String(name));
}

} // namespace

void DeviceListTest::nothingIsAskedBeforeItIsWanted()
{
    Listed bench;
    bench.signIn();
    letEventsPass();
    QCOMPARE(bench.askedFor(QStringLiteral("ListWirelessDevices")), 0);
    QCOMPARE(bench.list.state(), ListState::Empty);
    bench.read();
    QCOMPARE(bench.list.devices().size(), 3);
    QCOMPARE(bench.list.asOf(), bench.clock.now());
    QCOMPARE(bench.urgencies.value(QStringLiteral("ListWirelessDevices")), Urgency::InSight);
    // Once wanted it follows the session.
    bench.session.activate(sandboxConnection().id);
    QTRY_COMPARE(bench.askedFor(QStringLiteral("ListWirelessDevices")), 2);
}

void DeviceListTest::pagesAreShownAsTheyCome()
{
    Listed bench;
    bench.count = 5;
    bench.pageSize = 2;
    bench.signIn();
    QList<QList<qsizetype>> grown;
    connect(&bench.list, &DeviceList::devicesAdded, this, [&](qsizetype first) {
        grown << QList<qsizetype>{first, bench.list.devices().size()};
    });
    bench.read();
    QCOMPARE(grown, (QList<QList<qsizetype>>{{0, 2}, {2, 4}, {4, 5}}));
    QCOMPARE(bench.list.find(QStringLiteral("d4"))->name, QStringLiteral("meter 4"));
    QVERIFY(!bench.list.find(QStringLiteral("d5")));
}

void DeviceListTest::laterReadingReplacesTheRowsAtOnce()
{
    Listed bench;
    bench.pageSize = 2;
    bench.signIn();
    bench.read();
    QSignalSpy resets(&bench.list, &DeviceList::devicesReset);
    QSignalSpy added(&bench.list, &DeviceList::devicesAdded);
    bench.read(); // the same
    QCOMPARE(resets.count(), 0);
    bench.count = 5;
    bench.read();
    QCOMPARE(resets.count(), 1);
    QCOMPARE(added.count(), 0);
    QCOMPARE(bench.list.devices().size(), 5);
}

void DeviceListTest::onlyLoRaWanIsAskedFor()
{
    Listed bench;
    bench.signIn();
    bench.read();
    QCOMPARE(queryItem(bench.lists.last(), "wirelessDeviceType"), QStringLiteral("LoRaWAN"));
}

void DeviceListTest::narrowedListIsReadAnew()
{
    Listed bench;
    bench.signIn();
    bench.read();
    QSignalSpy resets(&bench.list, &DeviceList::devicesReset);
    bench.count = 1;
    WirelessDeviceFilter ofTask;
    ofTask.fuotaTaskId = QStringLiteral("task-7");
    bench.list.setFilter(ofTask);
    QVERIFY(bench.list.devices().isEmpty());
    QTRY_COMPARE(bench.list.state(), ListState::Ready);
    QCOMPARE(bench.list.devices().size(), 1);
    QCOMPARE(queryItem(bench.lists.last(), "fuotaTaskId"), QStringLiteral("task-7"));
    QVERIFY(!bench.lists.last().hasQueryItem(QStringLiteral("wirelessDeviceType")));
    const int before = bench.askedFor(QStringLiteral("ListWirelessDevices"));
    bench.list.setFilter(ofTask);
    QCOMPARE(bench.askedFor(QStringLiteral("ListWirelessDevices")), before);
    QCOMPARE(resets.count(), 1);
}

void DeviceListTest::failureKeepsTheRows()
{
    Listed bench;
    bench.signIn();
    bench.read();
    bench.failures.insert(QStringLiteral("ListWirelessDevices"), 403);
    bench.list.refresh();
    QTRY_COMPARE(bench.list.state(), ListState::Failed);
    QCOMPARE(bench.list.error()->kind, ErrorKind::AccessDenied);
    QCOMPARE(bench.list.devices().size(), 3);
    bench.failures.clear();
    bench.read();
    QVERIFY(!bench.list.error());
}

void DeviceListTest::answersOfAnOlderRefreshAreDropped()
{
    Listed bench;
    bench.signIn();
    bench.read();
    QSignalSpy resets(&bench.list, &DeviceList::devicesReset);
    bench.count = 7;
    bench.list.refresh();
    bench.count = 9;
    bench.list.refresh();
    QTRY_COMPARE(bench.list.state(), ListState::Ready);
    QCOMPARE(bench.list.devices().size(), 9);
    QCOMPARE(resets.count(), 1);
}

void DeviceListTest::otherConnectionStartsEmptyAndWide()
{
    Listed bench;
    bench.signIn();
    WirelessDeviceFilter narrow;
    narrow.destinationName = QStringLiteral("uplinks");
    bench.list.setFilter(narrow);
    bench.read();
    bench.session.activate(sandboxConnection().id);
    QVERIFY(bench.list.devices().isEmpty());
    QVERIFY(!bench.list.asOf().isValid());
    QCOMPARE(bench.list.filter(), WirelessDeviceFilter());
}

void DeviceListTest::whatIsLeftIsNotReadAgain()
{
    Listed bench;
    bench.signIn();
    bench.read();
    bench.list.leave();
    QVERIFY(bench.list.devices().isEmpty());
    const int before = bench.askedFor(QStringLiteral("ListWirelessDevices"));
    bench.signIn();
    WirelessDeviceFilter narrow;
    narrow.multicastGroupId = QStringLiteral("g1");
    bench.list.setFilter(narrow);
    QCOMPARE(bench.askedFor(QStringLiteral("ListWirelessDevices")), before);
    bench.read();
    QCOMPARE(queryItem(bench.lists.last(), "multicastGroupId"), QStringLiteral("g1"));
}

void DeviceListTest::sandboxNarrowsByTask()
{
    SandboxBench bench;
    bench.signIn();
    DeviceList list(bench.session, bench.clock);
    list.refresh();
    QTRY_COMPARE_WITH_TIMEOUT(list.state(), ListState::Ready, 20000);
    QCOMPARE(list.devices().size(), 24);
    const QString device = list.devices().at(3).id;
    TaskDraft draft = exampleTask();
    draft.clientRequestToken = QStringLiteral("token");
    const auto task = resultOf(bench.session.stack()->fuotaTasks().create(draft, this));
    QVERIFY(task && *task);
    auto& tasks = bench.session.stack()->fuotaTasks();
    QVERIFY(*resultOf(tasks.associateDevice((*task)->id, device, this)));
    WirelessDeviceFilter ofTask;
    ofTask.fuotaTaskId = (*task)->id;
    list.setFilter(ofTask);
    QTRY_COMPARE_WITH_TIMEOUT(list.state(), ListState::Ready, 20000);
    QCOMPARE(list.devices().size(), 1);
    QCOMPARE(list.devices().first().id, device);
}

void DeviceListTest::sandboxNamesWhatItCanBeNarrowedTo()
{
    SandboxBench bench;
    const auto signedOut = resultOf(readScopeChoices(bench.session, DeviceScope::Task, this));
    QCOMPARE(signedOut->error().kind, ErrorKind::CredentialsMissing);
    bench.signIn();
    const auto profiles = resultOf(readScopeChoices(bench.session, DeviceScope::Profile, this));
    QVERIFY(profiles && *profiles);
    QCOMPARE((*profiles)->size(), 5);
    QCOMPARE((*profiles)->first().name, QStringLiteral("EU868-class-A"));
    const auto groups = resultOf(readScopeChoices(bench.session, DeviceScope::Group, this));
    QCOMPARE((*groups)->size(), 2);
    const auto tasks = resultOf(readScopeChoices(bench.session, DeviceScope::Task, this));
    QVERIFY((*tasks)->isEmpty());
    const auto none = resultOf(readScopeChoices(bench.session, DeviceScope::Destination, this));
    QVERIFY((*none)->isEmpty());
}

} // namespace fuotadesk

using fuotadesk::DeviceListTest;
FUOTADESK_TEST(DeviceListTest);
#include "devicelisttest.moc"
