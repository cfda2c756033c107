#include "desktop/devicespage.h"

#include "campaign/devicebench.h"
#include "campaign/sandboxbench.h"
#include "desktop/devicetable.h"
#include "desktop/noticebar.h"
#include "support/testcase.h"
#include "ui/deskbench.h"
#include "ui/find.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>

namespace fuotadesk {

class DevicesPageTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void anAccountWithoutDevicesSaysWhereTheyComeFrom();
    void theSelectedDeviceShowsEveryMember();
    void anUnfitDeviceSaysWhyAndWhatHelps();
    void checkAllFillsTheColumnAndTheFilter();
    void severalSelectedAreCheckedAlone();
    void aTaskIsPlannedForTheSelectedOnes();
    void aRunIsCancelledByItsButton();
    void theListIsNarrowedByProfile();
    void nothingFoundOffersAllAgain();
    void afterAFailureTheOldRowsStay();
    void keysAppearNowhere();
};

namespace {

// The far end of DeviceBench behind everything a page works with.
struct Page : DeskBench {
    DeviceBench far;
    std::unique_ptr<DevicesPage> page;

    Page()
    {
        desk.service.setOthers(ServiceDouble::Fate::Hang);
        desk.service.answerInstead = [this](const HttpRequest& request) {
            return far.answer(request);
        };
    }

    void show()
    {
        desk.signIn();
        page = std::make_unique<DevicesPage>(bench());
        page->resize(1000, 700);
        page->show();
        QTRY_COMPARE(devices.state(), ListState::Ready);
    }

    DeviceTable* table() const { return page->findChild<DeviceTable*>(); }
    int rowCount() const { return table()->model()->rowCount(); }
    QString cell(int row, int column) const
    {
        return table()->model()->index(row, column).data().toString();
    }
    QString member(const char* name) const { return find<QLineEdit>(*page, name)->text(); }
    QPushButton* button(const char* text) const { return find<QPushButton>(*page, text); }
    void choose(const char* box, const char* text) const
    {
        auto* combo = find<QComboBox>(*page, box);
        combo->setCurrentIndex(combo->findText(QString::fromLatin1(text)));
    }

    bool says(const char* part) const
    {
        const auto labels = page->findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) {
            return label->isVisible() && label->text().contains(QString::fromUtf8(part));
        });
    }
};

constexpr int FitnessCell = 1;

} // namespace

void DevicesPageTest::anAccountWithoutDevicesSaysWhereTheyComeFrom()
{
    Page page;
    page.far.count = 0;
    page.show();
    QVERIFY(page.says("The LoRaWAN devices of the account appear here."));
    QVERIFY(!page.table()->isVisible());
}

void DevicesPageTest::theSelectedDeviceShowsEveryMember()
{
    Page page;
    page.show();
    page.table()->selectRow(1);
    QTRY_COMPARE(page.member("Port for updates"), QStringLiteral("201"));
    QTRY_COMPARE(page.member("Profile name"), QStringLiteral("meters"));
    QCOMPARE(page.member("Device ID"), QStringLiteral("d1"));
    QCOMPARE(page.member("Activation"), QStringLiteral("OTAA, LoRaWAN 1.0.x"));
    QCOMPARE(page.member("RF region"), QStringLiteral("EU868"));
    QCOMPARE(page.member("Class C"), QStringLiteral("Yes"));
    QCOMPARE(page.member("Thing"), QStringLiteral("Not set"));
    QVERIFY(!page.member("Last uplink").isEmpty());
    QTRY_VERIFY(page.says("Nothing speaks against an update over the air."));
    QCOMPARE(page.cell(1, FitnessCell), QStringLiteral("Fit"));
}

void DevicesPageTest::anUnfitDeviceSaysWhyAndWhatHelps()
{
    Page page;
    page.far.portless = {QStringLiteral("d0")};
    page.show();
    page.table()->selectRow(0);
    QTRY_VERIFY(page.says("It can not be updated over the air as it is."));
    const auto* findings = find<QListWidget>(*page.page, "What was found");
    const QString first = findings->item(0)->text();
    QVERIFY(first.startsWith(QStringLiteral("Error: ")));
    QVERIFY(first.contains(QStringLiteral("FPorts.Fuota")));
    QVERIFY(first.contains(QStringLiteral("delete it and add it again")));
}

void DevicesPageTest::checkAllFillsTheColumnAndTheFilter()
{
    Page page;
    page.far.portless = {QStringLiteral("d2")};
    page.show();
    QCOMPARE(page.cell(0, FitnessCell), QStringLiteral("Not checked"));
    QTest::mouseClick(page.button("Check all"), Qt::LeftButton);
    QTRY_VERIFY(page.says("3 of 3 checked"));
    QCOMPARE(page.cell(0, FitnessCell), QStringLiteral("Fit"));
    page.choose("Update", "Unfit");
    QCOMPARE(page.rowCount(), 1);
    QCOMPARE(page.table()->model()->index(0, 0).data().toString(), QStringLiteral("meter 2"));
    page.table()->selectAll();
    page.page->deviceActions().at(3)->trigger();
    QVERIFY(QApplication::clipboard()->text().startsWith(QStringLiteral("meter 2\tUnfit\t")));
}

void DevicesPageTest::severalSelectedAreCheckedAlone()
{
    Page page;
    page.show();
    page.table()->selectionModel()->select(
        {page.table()->model()->index(1, 0), page.table()->model()->index(2, 0)},
        QItemSelectionModel::Select | QItemSelectionModel::Rows);
    QVERIFY(page.says("2 selected"));
    QTest::mouseClick(page.button("Check selected"), Qt::LeftButton);
    QTRY_VERIFY(page.says("2 of 2 checked"));
    QCOMPARE(page.cell(0, FitnessCell), QStringLiteral("Not checked"));
    QCOMPARE(page.cell(1, FitnessCell), QStringLiteral("Fit"));
}

void DevicesPageTest::aTaskIsPlannedForTheSelectedOnes()
{
    Page page;
    page.show();
    const QSignalSpy requested(page.page.get(), &DevicesPage::taskRequested);
    QAction* action = page.page->deviceActions().at(1);
    QVERIFY(!action->isEnabled());
    page.table()->selectionModel()->select(
        {page.table()->model()->index(1, 0), page.table()->model()->index(2, 0)},
        QItemSelectionModel::Select | QItemSelectionModel::Rows);
    page.table()->setFocus();
    QTest::keyClick(page.table(), Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(requested.size(), 1);
    QCOMPARE(requested.first().first().toStringList(),
             (QStringList{QStringLiteral("d1"), QStringLiteral("d2")}));
}

void DevicesPageTest::aRunIsCancelledByItsButton()
{
    Page page;
    page.show();
    page.far.silent.insert(QStringLiteral("GetWirelessDevice"));
    QTest::mouseClick(page.button("Check all"), Qt::LeftButton);
    QVERIFY(page.says("0 of 3 checked"));
    QTest::mouseClick(page.button("Cancel check"), Qt::LeftButton);
    QVERIFY(!page.checks.isRunning());
    QVERIFY(page.button("Check all"));
}

void DevicesPageTest::theListIsNarrowedByProfile()
{
    Page page;
    page.show();
    page.far.count = 1;
    page.choose("Narrow to", "Device profile");
    auto* value = find<QComboBox>(*page.page, "Which one");
    QTRY_VERIFY(value->isVisible());
    QTest::keyClicks(value->lineEdit(), QStringLiteral("profile-7"));
    QTest::keyClick(value->lineEdit(), Qt::Key_Return);
    QTRY_COMPARE(page.rowCount(), 1);
    QCOMPARE(page.far.lists.last().queryItemValue(QStringLiteral("deviceProfileId")),
             QStringLiteral("profile-7"));
    page.far.count = 3;
    page.choose("Narrow to", "Service profile"); // which is not said yet
    QTRY_COMPARE(page.rowCount(), 3);
    QVERIFY(!page.far.lists.last().hasQueryItem(QStringLiteral("deviceProfileId")));
    QVERIFY(value->isVisible());
    page.choose("Narrow to", "All devices");
    QVERIFY(!value->isVisible());
}

void DevicesPageTest::nothingFoundOffersAllAgain()
{
    Page page;
    page.show();
    page.page->focusSearch();
    QTest::keyClicks(find<QLineEdit>(*page.page, "Search devices"), QStringLiteral("pump"));
    QCOMPARE(page.rowCount(), 0);
    QTest::mouseClick(page.button("Show all devices"), Qt::LeftButton);
    QCOMPARE(page.rowCount(), 3);
    QVERIFY(page.table()->isVisible());
}

void DevicesPageTest::afterAFailureTheOldRowsStay()
{
    Page page;
    page.show();
    page.far.failures.insert(QStringLiteral("ListWirelessDevices"), 403);
    page.page->refresh();
    QTRY_COMPARE(page.devices.state(), ListState::Failed);
    QCOMPARE(page.rowCount(), 3);
    QVERIFY(page.says("The devices could not be read."));
    page.far.failures.clear();
    QTest::mouseClick(page.button("Try again"), Qt::LeftButton);
    QTRY_COMPARE(page.devices.state(), ListState::Ready);
    QVERIFY(!page.says("The devices could not be read."));
}

// The sandbox answers with made-up root keys, 32 hex digits each, as the service may.
void DevicesPageTest::keysAppearNowhere()
{
    SandboxBench far;
    far.signIn();
    DeskBench desk;
    DeviceList devices(far.session, far.clock);
    ProfileShelf profiles(far.session);
    DeviceChecks checks(far.session, profiles, far.clock);
    DeviceLook look(far.session, profiles, checks, far.clock);
    const Workbench desks = desk.bench();
    const Workbench bench{far.clock,
                          far.session,
                          desks.whoAmI,
                          desks.questions,
                          desks.signIn,
                          desks.tasks,
                          desks.watch,
                          desks.memberships,
                          devices,
                          checks,
                          look,
                          desks.groups,
                          desks.groupCreation,
                          desks.groupSession,
                          desks.groupDevices,
                          desks.sheet,
                          desks.unfinished,
                          desks.submission,
                          desks.templates,
                          desks.images,
                          desks.window,
                          desks.forecast,
                          desks.suggestions,
                          desks.activity,
                          desks.sandbox,
                          desks.services,
                          desks.imageLook,
                          desks.buckets,
                          desks.upload,
                          desks.uploads,
                          desks.roles,
                          desks.preflight};
    DevicesPage page(bench);
    page.show();
    QTRY_COMPARE_WITH_TIMEOUT(devices.state(), ListState::Ready, 20000);
    page.findChild<DeviceTable*>()->selectRow(0);
    QTRY_COMPARE_WITH_TIMEOUT(look.state(), ListState::Ready, 20000);
    const QRegularExpression key(QStringLiteral("[0-9a-fA-F]{32}"));
    int members = 0;
    for (const QLineEdit* each : page.findChildren<QLineEdit*>()) {
        QVERIFY2(!each->text().contains(key), qPrintable(each->accessibleName()));
        QVERIFY(!each->toolTip().contains(key));
        members += each->isReadOnly() ? 1 : 0;
    }
    QCOMPARE(members, 42);
}

FUOTADESK_TEST(DevicesPageTest);

} // namespace fuotadesk

#include "devicespagetest.moc"
