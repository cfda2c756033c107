#include "desktop/recipientlinesmodel.h"
#include "desktop/recipientsdialog.h"
#include "support/testcase.h"
#include "ui/recipientfloor.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QLabel>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>

namespace fuotadesk {

class RecipientsTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void linesAreInOrderWithWhatIsWrong();
    void onlyFaultyLinesOnWish();
    void pastedListIsLookedUpAndAdded();
    void fileIsLookedUp();
    void nothingToAddIsSaid();
    void failedLookupCanGoOn();
    void lookupCanBeStopped();
    void addingShowsProgressAndTellsTheEnd();
    void refusedDevicesAreToldOneByOne();
    void stoppedChangeGoesOn();
    void leftoverOfAnEarlierRunIsOffered();
    void leftoverCanBeGivenUp();
    void removingAsksFirst();
};

namespace {

RecipientFile fileOf(const QStringList& lines)
{
    return readRecipients(lines.join(u'\n').toUtf8()).value_or(RecipientFile{});
}

QStringList columnOf(const QAbstractItemModel& model, RecipientColumn column)
{
    QStringList texts;
    for (int row = 0; row < model.rowCount(); ++row)
        texts << model.index(row, static_cast<int>(column)).data().toString();
    return texts;
}

struct Dialog : Floor {
    explicit Dialog(int count) : Floor(count)
    {
        QObject::connect(dialog, &RecipientsDialog::devicesChosen, dialog,
                         [this](const QStringList& found) { chosen = found; });
        dialog->show();
    }

    void lookUp(const QStringList& lines)
    {
        dialog->findChild<QPlainTextEdit*>()->setPlainText(lines.join(u'\n'));
        QTest::mouseClick(find<QPushButton>(*dialog, "Look up"), Qt::LeftButton);
    }

    QPushButton* add() const
    {
        for (auto* button : dialog->findChildren<QPushButton*>())
            if (button->text().startsWith(QStringLiteral("Add")))
                return button;
        return nullptr;
    }

    bool says(const QString& part) const
    {
        const auto labels = dialog->findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) {
            return label->isVisibleTo(dialog) && label->text().contains(part);
        });
    }

    QAbstractItemModel& lines() const { return *dialog->findChild<QTableView*>()->model(); }

    QPointer<RecipientsDialog> dialog =
        new RecipientsDialog(bench(), QStringLiteral("Add"), &window);
    QStringList chosen;
};

} // namespace

void RecipientsTest::linesAreInOrderWithWhatIsWrong()
{
    Floor f(3);
    RecipientLookup lookup(f.desk.session);
    RecipientLinesModel model(lookup);
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    const RecipientFile file = fileOf({f.ids[0], QStringLiteral("7.07E+15"), f.ids[0],
                                       FleetDouble::euiOf(900), FleetDouble::euiOf(0)});
    lookup.start(file);
    model.setFile(file);
    QTRY_VERIFY(!lookup.isRunning());
    QCOMPARE(columnOf(model, RecipientColumn::Line).join(u' '), QStringLiteral("1 2 3 4 5"));
    const QStringList states = columnOf(model, RecipientColumn::State);
    QCOMPARE(states[0], QStringLiteral("Found"));
    QVERIFY2(states[1].contains(QStringLiteral("spreadsheet")), qPrintable(states[1]));
    QVERIFY2(states[2].contains(QStringLiteral("line 1")), qPrintable(states[2]));
    QVERIFY2(states[3].contains(QStringLiteral("no such device")), qPrintable(states[3]));
    QVERIFY2(states[4].contains(QStringLiteral("line 1")), qPrintable(states[4]));
    QCOMPARE(model.faultyCount(), 4);
}

void RecipientsTest::onlyFaultyLinesOnWish()
{
    Floor f(2);
    RecipientLookup lookup(f.desk.session);
    RecipientLinesModel model(lookup);
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    const RecipientFile file = fileOf({f.ids[0], FleetDouble::idOf(77), f.ids[1]});
    lookup.start(file);
    model.setFile(file);
    model.setOnlyFaulty(true);
    QCOMPARE(model.rowCount(), 0); // what waits may come well
    QTRY_COMPARE(columnOf(model, RecipientColumn::Line), QStringList{QStringLiteral("2")});
    model.setOnlyFaulty(false);
    QCOMPARE(model.rowCount(), 3);
}

void RecipientsTest::pastedListIsLookedUpAndAdded()
{
    Dialog d(3);
    QVERIFY(!d.add()->isEnabled());
    d.lookUp({d.ids[0], FleetDouble::euiOf(1), QStringLiteral("nobody")});
    QTRY_COMPARE(d.add()->text(), QStringLiteral("Add 2 devices"));
    QTRY_VERIFY(d.add()->isEnabled());
    QVERIFY(d.says(QStringLiteral("2 devices found · 1 lines without a device")));
    QCOMPARE(d.lines().rowCount(), 3);
    QTest::mouseClick(d.add(), Qt::LeftButton);
    QCOMPARE(d.chosen, (QStringList{d.ids[0], d.ids[1]}));
    QTRY_VERIFY(!d.dialog);
}

void RecipientsTest::fileIsLookedUp()
{
    Dialog d(2);
    const QString path = d.desk.folder.filePath(QStringLiteral("list.csv"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("\xEF\xBB\xBFname;DevEUI\r\n\"a;b\";" + FleetDouble::euiOf(1).toUtf8() + "\r\n");
    file.close();
    d.dialog->openFile(path);
    QTRY_COMPARE(d.add()->text(), QStringLiteral("Add 1 devices"));
    d.dialog->openFile(path + QStringLiteral(".not"));
    QTRY_VERIFY(d.says(QStringLiteral("The list could not be read.")));
    // The lines of the list before are still there.
    QCOMPARE(d.lines().rowCount(), 1);
}

void RecipientsTest::nothingToAddIsSaid()
{
    Dialog d(1);
    QVERIFY(!find<QPushButton>(*d.dialog, "Look up")->isEnabled());
    d.lookUp({QStringLiteral("7.07E+15")});
    QTRY_VERIFY(d.says(QStringLiteral("No line of 1 names a device.")));
    QVERIFY(!d.add()->isEnabled());
}

void RecipientsTest::failedLookupCanGoOn()
{
    Dialog d(2);
    d.fleet.fate = [](const QString&, const QString&) { return FleetDouble::Fate::Deny; };
    d.lookUp(d.ids);
    QTRY_VERIFY(d.says(QStringLiteral("2 lines could not be looked up; each says why.")));
    QVERIFY(!d.add()->isEnabled());
    d.fleet.fate = nullptr;
    QTest::mouseClick(find<QPushButton>(*d.dialog, "Try again"), Qt::LeftButton);
    QTRY_COMPARE(d.add()->text(), QStringLiteral("Add 2 devices"));
    QTRY_VERIFY(!d.says(QStringLiteral("could not be looked up")));
}

void RecipientsTest::lookupCanBeStopped()
{
    Dialog d(2);
    d.fleet.fate = [](const QString&, const QString&) { return FleetDouble::Fate::Hang; };
    d.lookUp(d.ids);
    QTRY_VERIFY(find<QPushButton>(*d.dialog, "Stop looking"));
    QTest::mouseClick(find<QPushButton>(*d.dialog, "Stop looking"), Qt::LeftButton);
    QVERIFY(find<QPushButton>(*d.dialog, "Look up"));
    QVERIFY(d.says(QStringLiteral("2 not looked up yet")));
}

void RecipientsTest::addingShowsProgressAndTellsTheEnd()
{
    Floor f(30);
    QVERIFY(f.bar.isHidden());
    f.fleet.latency = std::chrono::milliseconds(100);
    f.change(f.ids);
    QTRY_VERIFY(!f.bar.isHidden());
    f.fleet.latency = {};
    QTRY_VERIFY(f.told(QStringLiteral("“meter”: 30 devices were added.")));
    QVERIFY(f.bar.isHidden());
    QCOMPARE(f.inTask().size(), 30);
    QCOMPARE(f.fleet.repeats(), 0);
}

void RecipientsTest::refusedDevicesAreToldOneByOne()
{
    Floor f(5);
    const QString strange = FleetDouble::idOf(77);
    f.change(f.ids + QStringList{strange});
    QTRY_VERIFY(f.told(QStringLiteral("5 devices were added, 1 refused")));
    QVERIFY(f.notices().first()->notice().details.startsWith(strange));
    f.fleet.addDevice({strange, {}, {}});
    f.press("Try those again");
    QTRY_COMPARE(f.inTask().size(), 6);
    QCOMPARE(f.fleet.repeats(), 0);
}

void RecipientsTest::stoppedChangeGoesOn()
{
    Floor f(20);
    f.fleet.fate = [&f](const QString& operation, const QString&) {
        return operation.startsWith(QStringLiteral("Associate")) && f.inTask().size() >= 8
            ? FleetDouble::Fate::RefuseConnection
            : FleetDouble::Fate::Answer;
    };
    f.change(f.ids);
    QTRY_VERIFY(f.told(QStringLiteral("Stopped: ")));
    QCOMPARE(f.inTask().size(), 8);
    f.fleet.fate = nullptr;
    f.press("Go on");
    QTRY_COMPARE(f.inTask().size(), 20);
    QTRY_VERIFY(f.told(QStringLiteral("20 devices were added.")));
    QCOMPARE(f.fleet.repeats(), 0);
}

void RecipientsTest::leftoverOfAnEarlierRunIsOffered()
{
    Floor f(20);
    f.fleet.fate = [&f](const QString& operation, const QString&) {
        return operation.startsWith(QStringLiteral("Associate")) && f.inTask().size() >= 8
            ? FleetDouble::Fate::RefuseConnection
            : FleetDouble::Fate::Answer;
    };
    f.change(f.ids);
    QTRY_VERIFY(f.told(QStringLiteral("Stopped: ")));
    f.fleet.fate = nullptr;
    f.stack->clear();
    RecipientDesk later(f.bench(), f.stack); // the next start
    QTRY_VERIFY(f.told(QStringLiteral("was interrupted: 12 of 20 are left.")));
    f.press("Go on");
    QTRY_COMPARE(f.inTask().size(), 20);
    QCOMPARE(f.fleet.repeats(), 0);
}

void RecipientsTest::leftoverCanBeGivenUp()
{
    Floor f(4);
    f.fleet.fate = [](const QString& operation, const QString&) {
        return operation.startsWith(QStringLiteral("Associate"))
            ? FleetDouble::Fate::RefuseConnection
            : FleetDouble::Fate::Answer;
    };
    f.change(f.ids);
    QTRY_VERIFY(f.told(QStringLiteral("Stopped: ")));
    f.press("Give the rest up…");
    QTRY_VERIFY(f.window.findChild<QMessageBox*>());
    QTest::mouseClick(find<QPushButton>(*f.window.findChild<QMessageBox*>(), "Give up"),
                      Qt::LeftButton);
    QTRY_VERIFY(resultOf(f.memberships.unfinished(&f.window))->value().isEmpty());
}

void RecipientsTest::removingAsksFirst()
{
    Floor f(3);
    f.inTask() = f.ids;
    f.choice.askToRemove(Task, MemberKind::Device, {f.ids[1]});
    auto* question = f.window.findChild<QMessageBox*>();
    QVERIFY(question);
    QCOMPARE(f.inTask().size(), 3);
    QTest::mouseClick(find<QPushButton>(*question, "Remove"), Qt::LeftButton);
    QTRY_COMPARE(f.inTask(), (QStringList{f.ids[0], f.ids[2]}));
    QTRY_VERIFY(f.told(QStringLiteral("1 devices were removed.")));
}

} // namespace fuotadesk

using fuotadesk::RecipientsTest;
FUOTADESK_TEST(RecipientsTest);
#include "recipientstest.moc"
