#include "desktop/groupsessiondialog.h"

#include "desktop/numberbox.h"
#include "support/fakes.h"
#include "support/testcase.h"
#include "ui/find.h"

#include <QDateTimeEdit>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>

namespace fuotadesk {

class GroupSessionDialogTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void soonAndLongEnoughIsTheFirstChoice();
    void consequenceNamesTheGroup();
    void onlyClassBHasPingSlots();
    void moreThanTwoDaysAheadIsRefused();
    void whatIsRoundedIsSaid();
    void enterStarts();
};

namespace {

// It is 2026-01-02 03:04:05 UTC.
struct Asked {
    explicit Asked(const char* downlinkClass)
    {
        MulticastGroup group;
        group.name = QStringLiteral("harbour");
        group.transmission.rfRegion = QStringLiteral("EU868");
        group.transmission.downlinkClass = QString::fromLatin1(downlinkClass);
        group.transmission.dataRate = 3;
        dialog = new GroupSessionDialog(group, clock, &window);
        dialog->open();
        chosen = std::make_unique<QSignalSpy>(dialog, &GroupSessionDialog::sessionChosen);
    }

    NumberBox* box(const char* name) const { return find<NumberBox>(*dialog, name); }
    QPushButton* start() const { return find<QPushButton>(*dialog, "Start session"); }

    bool says(const char* part) const
    {
        const auto labels = dialog->findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) {
            return label->isVisible() && label->text().contains(QString::fromUtf8(part));
        });
    }

    FakeClock clock;
    QWidget window;
    GroupSessionDialog* dialog = nullptr;
    std::unique_ptr<QSignalSpy> chosen;
};

} // namespace

void GroupSessionDialogTest::soonAndLongEnoughIsTheFirstChoice()
{
    Asked asked("ClassC");
    QTest::mouseClick(asked.start(), Qt::LeftButton);
    QCOMPARE(asked.chosen->count(), 1);
    MulticastSession wanted;
    wanted.startTime = QDateTime(QDate(2026, 1, 2), QTime(3, 36), Qt::UTC);
    wanted.timeoutSeconds = 8192;
    QCOMPARE(asked.chosen->first().first().value<MulticastSession>(), wanted);
}

void GroupSessionDialogTest::consequenceNamesTheGroup()
{
    Asked asked("ClassC");
    QVERIFY(asked.says("Until the session of “harbour” is over"));
    QVERIFY(asked.says("Left open, that of the group: DR3."));
}

void GroupSessionDialogTest::onlyClassBHasPingSlots()
{
    const Asked classC("ClassC");
    QVERIFY(!classC.box("Ping slot period"));
    const Asked classB("ClassB");
    QVERIFY(classB.box("Ping slot period"));
    classB.box("Ping slot period")->setNumber(31);
    QVERIFY(classB.says("Error: From 32 to 4"));
    QVERIFY(!classB.start()->isEnabled());
    classB.box("Ping slot period")->setNumber(128);
    QTest::mouseClick(classB.start(), Qt::LeftButton);
    QCOMPARE(classB.chosen->first().first().value<MulticastSession>().pingSlotPeriod, 128);
}

void GroupSessionDialogTest::moreThanTwoDaysAheadIsRefused()
{
    Asked asked("ClassC");
    find<QRadioButton>(*asked.dialog, "At a time")->setChecked(true);
    asked.dialog->findChild<QDateTimeEdit*>()->setDateTime(
        QDateTime(QDate(2026, 1, 6), QTime(0, 0), Qt::UTC));
    QVERIFY(asked.says("48 hours ahead at most"));
    QVERIFY(!asked.start()->isEnabled());
}

void GroupSessionDialogTest::whatIsRoundedIsSaid()
{
    Asked asked("ClassC");
    asked.box("Time-out")->setNumber(100);
    QVERIFY(asked.says("The service makes it 128 s"));
    QVERIFY(asked.start()->isEnabled());
}

void GroupSessionDialogTest::enterStarts()
{
    Asked asked("ClassC");
    QTest::keyClick(asked.dialog, Qt::Key_Return);
    QCOMPARE(asked.chosen->count(), 1);
}

FUOTADESK_TEST(GroupSessionDialogTest);

} // namespace fuotadesk

#include "groupsessiondialogtest.moc"
