#include "desktop/activitypage.h"

#include "desktop/activitymodel.h"
#include "desktop/activitynotice.h"
#include "desktop/noticebar.h"
#include "desktop/noticestack.h"
#include "desktop/pagestack.h"
#include "support/testcase.h"
#include "ui/deskbench.h"
#include "ui/find.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTableView>

namespace fuotadesk {

class ActivityPageTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void newestStandsFirstAndIsLive();
    void detailsTellAllThatIsKnown();
    void whatACrashLeftIsNotKnown();
    void filterFindsAndShowsAllAgain();
    void rowsAreCopied();
    void exportHoldsMoreThanIsInSight();
    void moreIsReadWhenItIsScrolledTo();
    void emptyPageSaysWhatWillBeHere();
    void unreadableJournalSaysSo();
    void noticeStaysWhileNothingIsRecorded();
    void isMadeWhenItIsShownAndSearched();
};

namespace {

ChangeCall callOf(const QString& operation, const QString& target)
{
    return {QStringLiteral("c1"),
            QStringLiteral("prod"),
            QStringLiteral("https://here"),
            QStringLiteral("eu-west-1"),
            operation,
            target,
            {}};
}

struct Desk {
    qint64 begin(const QString& target,
                 const QString& operation = QStringLiteral("DeleteFuotaTask"))
    {
        return resultOf(journal->begin(callOf(operation, target), &owner))->value_or(0);
    }

    void end(qint64 number, const ChangeEnd& end)
    {
        journal->end(number, end);
        resultOf(journal->flush(&owner));
    }

    void show()
    {
        page.resize(1000, 500);
        page.show();
        QTRY_COMPARE(list.state(), ListState::Ready);
    }

    QTableView* table() const { return page.findChild<QTableView*>(); }
    QString cell(int row, ActivityColumn column) const
    {
        return table()->model()->index(row, static_cast<int>(column)).data().toString();
    }
    QString field(const char* name) const { return find<QLineEdit>(page, name)->text(); }
    void run(const QString& action) const
    {
        for (QAction* each : table()->actions())
            if (each->text() == action)
                each->trigger();
    }
    bool says(const QString& text) const
    {
        for (const QLabel* label : page.findChildren<QLabel*>())
            if (label->isVisible() && label->text().contains(text))
                return true;
        return false;
    }

    QTemporaryDir folder{folderInMemory()};
    FakeClock clock;
    QObject owner;
    std::unique_ptr<ActivityJournal> journal =
        std::make_unique<ActivityJournal>(folder.path(), clock);
    ActivityList list{*journal};
    ActivityPage page{list};
    QAbstractItemModelTester tester{table()->model(),
                                    QAbstractItemModelTester::FailureReportingMode::QtTest};
};

ChangeEnd refused()
{
    return {ChangeOutcome::Failed,
            ErrorKind::Conflict,
            QStringLiteral("ConflictException"),
            QStringLiteral("r-7"),
            {}};
}

} // namespace

void ActivityPageTest::newestStandsFirstAndIsLive()
{
    Desk d;
    d.begin(QStringLiteral("a"));
    d.show();
    QCOMPARE(d.cell(0, ActivityColumn::Change), QStringLiteral("Delete task"));
    const qint64 second = d.begin(QStringLiteral("b"), QStringLiteral("StartFuotaTask"));
    QCOMPARE(d.table()->model()->rowCount(), 2);
    QCOMPARE(d.cell(0, ActivityColumn::Target), QStringLiteral("b"));
    QCOMPARE(d.cell(0, ActivityColumn::Outcome), QStringLiteral("Under way"));
    d.end(second, {ChangeOutcome::Done, {}, {}, {}, {}});
    QCOMPARE(d.cell(0, ActivityColumn::Outcome), QStringLiteral("Done"));
    QCOMPARE(d.cell(0, ActivityColumn::Connection), QStringLiteral("prod"));
}

void ActivityPageTest::detailsTellAllThatIsKnown()
{
    Desk d;
    const qint64 number = d.begin(QStringLiteral("t1"));
    d.show();
    QVERIFY(d.says(QStringLiteral("Select a change")));
    d.table()->selectRow(0);
    d.clock.advance(std::chrono::milliseconds(1500));
    d.end(number, refused());
    QCOMPARE(d.field("Operation"), QStringLiteral("DeleteFuotaTask"));
    QCOMPARE(d.field("Target"), QStringLiteral("t1"));
    QCOMPARE(d.field("Request ID"), QStringLiteral("r-7"));
    QCOMPARE(d.field("Error code"), QStringLiteral("ConflictException"));
    QCOMPARE(d.field("Took"), QStringLiteral("1.5 s"));
    QVERIFY(d.says(QStringLiteral("Its present state does not allow this.")));
}

void ActivityPageTest::whatACrashLeftIsNotKnown()
{
    Desk d;
    {
        ActivityJournal killed(d.folder.path(), d.clock);
        resultOf(
            killed.begin(callOf(QStringLiteral("StartFuotaTask"), QStringLiteral("t1")), &d.owner));
    }
    d.show();
    QCOMPARE(d.cell(0, ActivityColumn::Outcome), QStringLiteral("Outcome not known"));
    d.table()->selectRow(0);
    QVERIFY(d.says(QStringLiteral("The program ended before an answer came.")));
    QCOMPARE(d.field("Took"), QStringLiteral("Not known"));
}

void ActivityPageTest::filterFindsAndShowsAllAgain()
{
    Desk d;
    d.end(d.begin(QStringLiteral("a")), refused());
    d.begin(QStringLiteral("b"), QStringLiteral("StartFuotaTask"));
    d.show();
    auto* operation = find<QComboBox>(d.page, "Change");
    QCOMPARE(operation->count(), 3);
    operation->setCurrentIndex(operation->findText(QStringLiteral("Start task")));
    QTRY_COMPARE(d.table()->model()->rowCount(), 1);
    QCOMPARE(d.cell(0, ActivityColumn::Target), QStringLiteral("b"));
    auto* outcome = find<QComboBox>(d.page, "Outcome");
    outcome->setCurrentIndex(outcome->findText(QStringLiteral("Failed")));
    QTRY_VERIFY(d.says(QStringLiteral("No change matches the search.")));
    QTest::mouseClick(find<QPushButton>(d.page, "Show all changes"), Qt::LeftButton);
    QTRY_COMPARE(d.table()->model()->rowCount(), 2);
    find<QLineEdit>(d.page, "Search changes")->setText(QStringLiteral("r-7"));
    QTRY_COMPARE(d.table()->model()->rowCount(), 1);
    QCOMPARE(d.cell(0, ActivityColumn::Target), QStringLiteral("a"));
}

void ActivityPageTest::rowsAreCopied()
{
    Desk d;
    d.begin(QStringLiteral("t1"));
    d.show();
    d.table()->selectAll();
    d.run(QStringLiteral("&Copy rows"));
    QCOMPARE(QApplication::clipboard()->text().section(u'\t', 1, 2),
             QStringLiteral("Delete task\tt1"));
}

void ActivityPageTest::exportHoldsMoreThanIsInSight()
{
    Desk d;
    const int count = ActivityList::PageSize + 20;
    for (int i = 0; i < count; ++i)
        d.journal->begin(callOf(QStringLiteral("DeleteFuotaTask"), QString::number(i)), &d.owner);
    resultOf(d.journal->flush(&d.owner));
    d.show();
    d.run(QStringLiteral("&Export changes as CSV…"));
    auto* dialog = d.page.findChild<QFileDialog*>();
    QVERIFY(dialog);
    const QString file = d.folder.filePath(QStringLiteral("activity.csv"));
    Q_EMIT dialog->fileSelected(file);
    QTRY_VERIFY(QFile::exists(file));
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = written.readAll().trimmed().split('\n');
    QCOMPARE(lines.size(), count + 1);
    QVERIFY(lines.first().startsWith("\"Time (UTC)\",\"Ended (UTC)\",\"Operation\""));
    QVERIFY(lines.at(1).contains("\"DeleteFuotaTask\",\"219\""));
    dialog->close();
}

void ActivityPageTest::moreIsReadWhenItIsScrolledTo()
{
    Desk d;
    const int count = ActivityList::PageSize + 20;
    for (int i = 0; i < count; ++i)
        d.journal->begin(callOf(QStringLiteral("DeleteFuotaTask"), QString::number(i)), &d.owner);
    resultOf(d.journal->flush(&d.owner));
    d.show();
    QVERIFY(d.says(QStringLiteral("220 changes")));
    QCOMPARE(d.table()->model()->rowCount(), ActivityList::PageSize);
    QScrollBar* bar = d.table()->verticalScrollBar();
    QTRY_VERIFY(bar->maximum() > 0); // laid out
    bar->setValue(bar->maximum());
    QTRY_COMPARE(d.table()->model()->rowCount(), count);
}

void ActivityPageTest::emptyPageSaysWhatWillBeHere()
{
    Desk d;
    d.show();
    QTRY_VERIFY(d.says(QStringLiteral("What is changed at the service appears here")));
    QVERIFY(!find<QPushButton>(d.page, "Show all changes")->isVisible());
    d.begin(QStringLiteral("t1"));
    QTRY_VERIFY(d.table()->isVisible());
}

void ActivityPageTest::unreadableJournalSaysSo()
{
    Desk d;
    QFile file(d.folder.filePath(QStringLiteral("activity.sqlite")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("no database");
    file.close();
    d.page.show();
    QTRY_COMPARE(d.list.state(), ListState::Failed);
    QVERIFY(d.says(QStringLiteral("The journal of activity can not be read.")));
    QVERIFY(file.remove());
    QTest::mouseClick(find<QPushButton>(d.page, "Try again"), Qt::LeftButton);
    QTRY_COMPARE(d.list.state(), ListState::Ready);
    QTRY_VERIFY(!d.says(QStringLiteral("can not be read")));
}

void ActivityPageTest::noticeStaysWhileNothingIsRecorded()
{
    Desk d;
    NoticeStack notices;
    const ActivityNotice notice(d.list, &notices, nullptr);
    QVERIFY(!notices.findChild<NoticeBar*>());
    QFile file(d.folder.filePath(QStringLiteral("activity.sqlite")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("no database");
    file.close();
    d.begin(QStringLiteral("a"));
    QTRY_VERIFY(notices.findChild<NoticeBar*>());
    QVERIFY(notices.findChild<NoticeBar*>()->notice().text.contains(
        QStringLiteral("not being recorded")));
    QVERIFY(file.remove());
    resultOf(d.journal->flush(&d.owner)); // nothing is left to be written
    QTRY_VERIFY(!notices.findChild<NoticeBar*>());
}

void ActivityPageTest::isMadeWhenItIsShownAndSearched()
{
    DeskBench desk;
    PageStack pages(desk.bench());
    pages.show();
    pages.activateWindow();
    QVERIFY(!pages.findChild<ActivityPage*>());
    pages.showPage(PageStack::Activity);
    QTRY_COMPARE(desk.activity.state(), ListState::Ready);
    QVERIFY(pages.findChild<ActivityPage*>()->isVisible());
    pages.search();
    QTRY_VERIFY(find<QLineEdit>(pages, "Search changes")->hasFocus());
    const qint64 number = resultOf(desk.changes.begin({}, this))->value_or(0);
    pages.refresh();
    QTRY_COMPARE(desk.activity.entries().size(), 1);
    QCOMPARE(desk.activity.entries().first().number, number);
}

FUOTADESK_TEST(ActivityPageTest);

} // namespace fuotadesk

#include "activitypagetest.moc"
