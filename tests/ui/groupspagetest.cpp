#include "desktop/groupspage.h"

#include "desktop/devicequerydialog.h"
#include "desktop/groupsessiondialog.h"
#include "desktop/tagsedit.h"
#include "support/testcase.h"
#include "text/numbertext.h"
#include "ui/groupsdesk.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QTableView>

namespace fuotadesk {

class GroupsPageTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void anAccountWithoutGroupsSaysSo();
    void theSelectedGroupShowsEveryMember();
    void itsDevicesStandBesideIt();
    void selectionIsReadOnceThroughAReset();
    void rowsAreCopiedAsText();
    void afterAFailureTheOldRowsStay();
    void nothingFoundOffersAllAgain();
    void aNewGroupIsMadeAndSelected();
    void anUnsureCreateIsRepeatedWithItsToken();
    void anEditSendsWhatDiffers();
    void deleteAsksAndNamesTheGroup();
    void aGroupInUseStaysAndSaysSo();
    void aSessionIsStartedAndCancelled();
    void aGroupInSessionStartsNoOther();
    void devicesAreAddedByQuery();
    void devicesAreTakenOutByTag();
    void aGroupInSessionKeepsItsDevices();
};

using Page = GroupsDesk;

void GroupsPageTest::anAccountWithoutGroupsSaysSo()
{
    Page page;
    page.far.names.clear();
    page.show();
    QVERIFY(page.says("The multicast groups of the account appear here."));
    QVERIFY(!page.table()->isVisible());
}

void GroupsPageTest::theSelectedGroupShowsEveryMember()
{
    Page page;
    page.show();
    page.table()->selectRow(1); // by name: the street
    QCOMPARE(page.member("Name"), QStringLiteral("street"));
    QCOMPARE(page.member("Class"), QStringLiteral("Class C"));
    QCOMPARE(page.member("RF region"), QStringLiteral("EU868"));
    QCOMPARE(page.member("Devices in the group"), QStringLiteral("3"));
    QCOMPARE(page.member("Devices requested"), QStringLiteral("12"));
    QCOMPARE(page.member("Gateways"), QStringLiteral("Those of the latest uplinks"));
    QCOMPARE(page.member("Default data rate"), QStringLiteral("Not set"));
    QCOMPARE(page.member("Group ID"), QStringLiteral("g0"));
    QVERIFY(page.says("Pending: Devices can be added and removed"));
}

void GroupsPageTest::itsDevicesStandBesideIt()
{
    Page page;
    page.show();
    page.table()->selectRow(0);
    QTRY_COMPARE(page.groupDevices.devices().size(), 2);
    QCOMPARE(page.groupDevices.filter().multicastGroupId, QStringLiteral("g1"));
    const auto* devices = find<QTableView>(*page.page, "Devices of the group");
    QCOMPARE(devices->model()->index(0, 1).data().toString(), QStringLiteral("Ready"));
    QCOMPARE(devices->model()->index(1, 1).data().toString(),
             QStringLiteral("Package not supported"));
    page.table()->clearSelection();
    QTRY_VERIFY(page.groupDevices.devices().isEmpty());
}

void GroupsPageTest::selectionIsReadOnceThroughAReset()
{
    Page page;
    page.show();
    page.table()->selectRow(0);
    QTRY_COMPARE(page.far.askedFor("ListWirelessDevices"), 1);
    page.groups.refresh();
    QTRY_COMPARE(page.far.askedFor("ListMulticastGroups"), 2);
    page.table()->selectRow(1);
    QTRY_COMPARE(page.far.askedFor("ListWirelessDevices"), 2);
    QCOMPARE(page.groupDevices.filter().multicastGroupId, QStringLiteral("g0"));
}

void GroupsPageTest::rowsAreCopiedAsText()
{
    Page page;
    page.show();
    page.table()->selectRow(1);
    page.table()->copyAction()->trigger();
    QCOMPARE(QApplication::clipboard()->text().section(u'\t', 0, 4),
             QStringLiteral("street\tPending\tClass C\tEU868\t3 of 12"));
}

void GroupsPageTest::afterAFailureTheOldRowsStay()
{
    Page page;
    page.show();
    page.far.fates.insert(QStringLiteral("ListMulticastGroups"), 403);
    page.page->refresh();
    QTRY_COMPARE(page.groups.state(), ListState::Failed);
    QCOMPARE(page.rowCount(), 2);
    QVERIFY(page.says("The groups could not be read."));
    page.far.fates.clear();
    QTest::mouseClick(page.button("Try again"), Qt::LeftButton);
    QTRY_COMPARE(page.groups.state(), ListState::Ready);
    QVERIFY(!page.says("The groups could not be read."));
}

void GroupsPageTest::nothingFoundOffersAllAgain()
{
    Page page;
    page.show();
    page.page->focusSearch();
    QTest::keyClicks(find<QLineEdit>(*page.page, "Search groups"), QStringLiteral("pump"));
    QCOMPARE(page.rowCount(), 0);
    QTest::mouseClick(page.button("Show all groups"), Qt::LeftButton);
    QCOMPARE(page.rowCount(), 2);
}

void GroupsPageTest::aNewGroupIsMadeAndSelected()
{
    Page page;
    page.show();
    page.press(*page.fillNew(), "Create group");
    QTRY_COMPARE(page.rowCount(), 3);
    QTRY_VERIFY(page.says("“avenue” was created."));
    const QString token =
        page.far.bodies.last().value(QStringLiteral("ClientRequestToken")).toString();
    QTRY_COMPARE(page.table()->selectedIds(), QStringList{QStringLiteral("made-") + token});
    QTRY_VERIFY(!page.page->findChild<GroupDialog*>());
}

void GroupsPageTest::anUnsureCreateIsRepeatedWithItsToken()
{
    Page page;
    page.show();
    page.far.fates.insert(QStringLiteral("CreateMulticastGroup"), GroupBench::LostAnswer);
    GroupDialog* dialog = page.fillNew();
    page.press(*dialog, "Create group");
    QTRY_VERIFY(page.says("The group could not be created."));
    QVERIFY(dialog->isVisible());
    page.far.fates.clear();
    page.press(*dialog, "Create group");
    QTRY_VERIFY(page.says("“avenue” was created."));
    QCOMPARE(page.far.made.size(), 1);
}

void GroupsPageTest::anEditSendsWhatDiffers()
{
    Page page;
    page.show();
    page.table()->selectRow(0);
    page.press(*page.page, "Edit group…");
    auto* dialog = page.page->findChild<GroupDialog*>();
    QVERIFY(dialog);
    find<QLineEdit>(*dialog, "Name")->setText(QStringLiteral("quay"));
    page.press(*dialog, "Save changes");
    QTRY_VERIFY(page.says("“quay” was changed."));
    QCOMPARE(page.far.bodies.last(),
             (QJsonObject{{QStringLiteral("Name"), QStringLiteral("quay")}}));
    QTRY_COMPARE(page.member("Name"), QStringLiteral("quay"));
}

void GroupsPageTest::deleteAsksAndNamesTheGroup()
{
    Page page;
    page.show();
    page.table()->selectRow(1);
    page.press(*page.page, "Delete group…");
    QTRY_VERIFY(page.question());
    QVERIFY(page.question()->text().contains(QStringLiteral("“street”")));
    QVERIFY(page.question()->informativeText().contains(QStringLiteral("stay in the account")));
    QCOMPARE(page.far.names.size(), 2);
    page.press(*page.question(), "Delete");
    QTRY_COMPARE(page.rowCount(), 1);
    QVERIFY(page.says("“street” was deleted."));
}

void GroupsPageTest::aGroupInUseStaysAndSaysSo()
{
    Page page;
    page.show();
    page.table()->selectRow(1);
    page.far.fates.insert(QStringLiteral("DeleteMulticastGroup"), 409);
    page.table()->deleteAction()->trigger();
    page.press(*page.question(), "Delete");
    QTRY_VERIFY(page.says("“street” could not be deleted."));
    QCOMPARE(page.rowCount(), 2);
}

void GroupsPageTest::aSessionIsStartedAndCancelled()
{
    Page page;
    page.show();
    page.table()->selectRow(0);
    QTRY_VERIFY(page.button("Start session…")->isEnabled());
    QVERIFY(!page.button("Cancel session…")->isEnabled());
    page.button("Start session…")->click();
    auto* dialog = page.page->findChild<GroupSessionDialog*>();
    QVERIFY(dialog);
    page.press(*dialog, "Start session");
    QTRY_VERIFY(page.says("The session of “harbour” begins at"));
    QCOMPARE(page.far.running.value(QStringLiteral("SessionTimeout")).toInt(), 8192);
    QTRY_VERIFY(page.button("Cancel session…")->isEnabled());
    QVERIFY(!page.button("Start session…")->isEnabled());
    QCOMPARE(page.member("Session time-out"), durationText(std::chrono::seconds(8192)));
    page.button("Cancel session…")->click();
    QTRY_VERIFY(page.question());
    QVERIFY(page.question()->informativeText().contains(QStringLiteral("not documented")));
    QVERIFY(!page.far.running.isEmpty());
    page.press(*page.question(), "Cancel session");
    QTRY_VERIFY(page.says("The session of “harbour” was cancelled."));
    QVERIFY(page.far.running.isEmpty());
}

void GroupsPageTest::aGroupInSessionStartsNoOther()
{
    Page page;
    page.far.status = QStringLiteral("In_Session"); // of a task, it has none of its own
    page.show();
    page.table()->selectRow(0);
    QTRY_COMPARE(page.groupSession.state(), ListState::Ready);
    QVERIFY(!page.button("Start session…")->isEnabled());
    page.far.status = QStringLiteral("Pending");
    page.groups.refreshDetails(QStringLiteral("g1"));
    QTRY_VERIFY(page.button("Start session…")->isEnabled());
}

void GroupsPageTest::devicesAreAddedByQuery()
{
    Page page;
    page.show();
    page.table()->selectRow(0);
    page.button("Add devices by query…")->click();
    auto* dialog = page.page->findChild<DeviceQueryDialog*>();
    QVERIFY(dialog);
    QVERIFY(page.says("Without query and tags the service may take every device."));
    find<QLineEdit>(*dialog, "Query")->setText(QStringLiteral(" DeviceProfileName: Meter "));
    QVERIFY(!page.says("Without query and tags"));
    page.press(*dialog, "Add devices");
    QTRY_VERIFY(page.says("The service has begun to change the devices of “harbour”."));
    QVERIFY(page.far.asked.contains(
        QStringLiteral("StartBulkAssociateWirelessDeviceWithMulticastGroup")));
    QCOMPARE(
        page.far.bodies.last(),
        (QJsonObject{{QStringLiteral("QueryString"), QStringLiteral("DeviceProfileName: Meter")}}));
}

void GroupsPageTest::devicesAreTakenOutByTag()
{
    Page page;
    page.show();
    page.table()->selectRow(0);
    page.button("Take out by query…")->click();
    auto* dialog = page.page->findChild<DeviceQueryDialog*>();
    dialog->findChild<TagsEdit*>()->setTags({{QStringLiteral("site"), QStringLiteral("quay")}});
    page.far.fates.insert(QStringLiteral("StartBulkDisassociateWirelessDeviceFromMulticastGroup"),
                          403);
    page.press(*dialog, "Take out devices");
    QTRY_VERIFY(page.says("The devices of “harbour” could not be changed."));
    QCOMPARE(page.far.bodies.last().value(QStringLiteral("Tags")).toArray().size(), 1);
}

void GroupsPageTest::aGroupInSessionKeepsItsDevices()
{
    Page page;
    page.far.status = QStringLiteral("Session_attempting");
    page.show();
    page.table()->selectRow(0);
    QVERIFY(!page.button("Add devices by query…")->isEnabled());
    QVERIFY(!page.button("Take out by query…")->isEnabled());
}

FUOTADESK_TEST(GroupsPageTest);

} // namespace fuotadesk

#include "groupspagetest.moc"
