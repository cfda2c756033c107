#include "campaign/devicebench.h"
#include "campaign/groupbench.h"
#include "desktop/devicepicker.h"
#include "desktop/grouppicker.h"
#include "desktop/idtable.h"
#include "support/testcase.h"
#include "ui/deskbench.h"
#include "ui/find.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

namespace fuotadesk {

class PickersTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void selectedDevicesArePicked();
    void enterPicksAndDoubleClickPicks();
    void nothingSelectedPicksNothing();
    void aSearchNarrowsAndOffersAllAgain();
    void whatIsFilteredHereStaysHere();
    void aFailureIsToldAndTriedAgain();
    void groupsShowWhatTheyAre();
    void anAccountWithoutGroupsSaysWhereTheyComeFrom();
};

namespace {

template <typename Far, typename Picker>
struct Picking : DeskBench {
    Far far;
    QWidget window;
    QPointer<Picker> dialog;
    QStringList picked;

    Picking()
    {
        desk.service.setOthers(ServiceDouble::Fate::Hang);
        desk.service.answerInstead = [this](const HttpRequest& request) {
            return far.answer(request);
        };
    }

    void show()
    {
        desk.signIn();
        dialog = new Picker(bench(), QStringLiteral("Pick"), &window);
        QObject::connect(dialog, &PickDialog::idsPicked, &window,
                         [this](const QStringList& ids) { picked = ids; });
        dialog->show();
    }

    IdTable* table() const { return dialog->template findChild<IdTable*>(); }
    QPushButton* button(const char* text) const { return find<QPushButton>(*dialog, text); }
    QLineEdit* line(const char* name) const { return find<QLineEdit>(*dialog, name); }

    bool says(const char* part) const
    {
        const auto labels = dialog->template findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) {
            return label->isVisible() && label->text().contains(QString::fromUtf8(part));
        });
    }
};

using Devices = Picking<DeviceBench, DevicePicker>;
using Groups = Picking<GroupBench, GroupPicker>;

} // namespace

void PickersTest::selectedDevicesArePicked()
{
    Devices f;
    f.far.count = 3;
    f.show();
    QTRY_COMPARE(f.table()->model()->rowCount(), 3);
    f.table()->selectAll();
    QTRY_VERIFY(f.button("Add 3 devices"));
    QTest::mouseClick(f.button("Add 3 devices"), Qt::LeftButton);
    QCOMPARE(f.picked.size(), 3);
    QTRY_VERIFY(!f.dialog);
}

void PickersTest::enterPicksAndDoubleClickPicks()
{
    Devices f;
    f.far.count = 3;
    f.show();
    QTRY_COMPARE(f.table()->model()->rowCount(), 3);
    f.table()->selectRow(1);
    QTest::keyClick(f.table(), Qt::Key_Return);
    QCOMPARE(f.picked, QStringList{QStringLiteral("d1")});
    f.show();
    QTRY_COMPARE(f.table()->model()->rowCount(), 3);
    const QPoint at = f.table()->visualRect(f.table()->model()->index(2, 0)).center();
    QTest::mouseClick(f.table()->viewport(), Qt::LeftButton, {}, at);
    QTest::mouseDClick(f.table()->viewport(), Qt::LeftButton, {}, at);
    QCOMPARE(f.picked, QStringList{QStringLiteral("d2")});
}

void PickersTest::nothingSelectedPicksNothing()
{
    Devices f;
    f.far.count = 3;
    f.show();
    QTRY_COMPARE(f.table()->model()->rowCount(), 3);
    QVERIFY(!f.button("Add devices")->isEnabled());
    QTest::keyClick(f.table(), Qt::Key_Return);
    QVERIFY(f.dialog->isVisible());
    QCOMPARE(f.picked, QStringList());
}

void PickersTest::aSearchNarrowsAndOffersAllAgain()
{
    Devices f;
    f.far.count = 12;
    f.show();
    QTRY_COMPARE(f.table()->model()->rowCount(), 12);
    QTest::keyClicks(f.line("Search devices"), QStringLiteral("meter 11"));
    QCOMPARE(f.table()->model()->rowCount(), 1);
    QVERIFY(f.says("1 of 12 in the account"));
    QTest::keyClicks(f.line("Search devices"), QStringLiteral("x"));
    QVERIFY(f.says("No device matches the search."));
    QTest::mouseClick(f.button("Show all"), Qt::LeftButton);
    QCOMPARE(f.table()->model()->rowCount(), 12);
}

void PickersTest::whatIsFilteredHereStaysHere()
{
    Devices f;
    f.far.count = 3;
    f.show();
    QTRY_COMPARE(f.table()->model()->rowCount(), 3);
    QVERIFY(f.devices.devices().isEmpty()); // the list of the page was never read
}

void PickersTest::aFailureIsToldAndTriedAgain()
{
    Devices f;
    f.far.count = 3;
    f.far.failures.insert(QStringLiteral("ListWirelessDevices"), 403);
    f.show();
    QTRY_VERIFY(f.says("The devices could not be read."));
    f.far.failures.clear();
    QTest::mouseClick(f.button("Try again"), Qt::LeftButton);
    QTRY_COMPARE(f.table()->model()->rowCount(), 3);
    QVERIFY(!f.says("The devices could not be read."));
}

void PickersTest::groupsShowWhatTheyAre()
{
    Groups f;
    f.show();
    QTRY_COMPARE(f.table()->model()->rowCount(), 2);
    QTRY_COMPARE(f.table()->model()->index(0, 3).data().toString(), QStringLiteral("EU868"));
    QTest::keyClicks(f.line("Search multicast groups"), QStringLiteral("street"));
    QCOMPARE(f.table()->model()->rowCount(), 1);
    f.table()->selectAll();
    QTest::mouseClick(f.button("Add 1 groups"), Qt::LeftButton);
    QCOMPARE(f.picked, QStringList{QStringLiteral("g0")});
}

void PickersTest::anAccountWithoutGroupsSaysWhereTheyComeFrom()
{
    Groups f;
    f.far.names.clear();
    f.show();
    QTRY_VERIFY(f.says("The account has no multicast groups."));
    QVERIFY(!f.button("Show all") || !f.button("Show all")->isVisible());
}

} // namespace fuotadesk

using fuotadesk::PickersTest;
FUOTADESK_TEST(PickersTest);
#include "pickerstest.moc"
