#include "desktop/taskspage.h"

#include "desktop/noticebar.h"
#include "desktop/tasktable.h"
#include "support/testcase.h"
#include "ui/deskbench.h"
#include "ui/find.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>

namespace fuotadesk {

class TasksPageTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void anEmptyListOffersTheFirstTask();
    void typingInTheSearchFiltersAndDownGoesToTheTable();
    void theSelectedTaskShowsEveryMember();
    void deleteAsksAndNamesTheTask();
    void cancelledDeleteKeepsTheTask();
    void copyTakesTheRowsAsText();
    void aTaskThatIsNotThereYetIsSelectedWhenItComes();
    void afterAFailureTheOldRowsStay();
    void nothingFoundOffersAllAgain();
    void theSelectionOutlivesARefresh();
};

namespace {

struct Page : DeskBench {
    TasksPage page{bench()};

    Page() { page.show(); }

    TaskTable* table() const { return page.findChild<TaskTable*>(); }
    int rowCount() const { return table()->model()->rowCount(); }

    void show(std::initializer_list<const char*> names)
    {
        for (const char* name : names)
            addTask(QString::fromLatin1(name));
        desk.signIn();
        QTRY_COMPARE(rowCount(), static_cast<int>(names.size()));
    }

    QLineEdit* line(const QString& name) const
    {
        for (QLineEdit* each : page.findChildren<QLineEdit*>()) {
            if (each->accessibleName() == name)
                return each;
        }
        return nullptr;
    }

    QPushButton* button(const QString& text) const
    {
        for (QPushButton* each : page.findChildren<QPushButton*>()) {
            if (each->text().remove(u'&') == text && each->isVisible())
                return each;
        }
        return nullptr;
    }

    QMessageBox* question() const { return page.findChild<QMessageBox*>(); }
};

} // namespace

void TasksPageTest::anEmptyListOffersTheFirstTask()
{
    Page page;
    QSignalSpy wanted(&page.page, &TasksPage::newTaskRequested);
    page.desk.signIn();
    QTRY_VERIFY(page.button(QStringLiteral("Plan the first task")));
    QTest::mouseClick(page.button(QStringLiteral("Plan the first task")), Qt::LeftButton);
    QCOMPARE(wanted.count(), 1);
}

void TasksPageTest::typingInTheSearchFiltersAndDownGoesToTheTable()
{
    Page page;
    page.show({"meter", "valve"});
    page.page.activateWindow();
    page.page.focusSearch();
    QLineEdit* search = page.line(QStringLiteral("Search tasks"));
    QTest::keyClicks(search, QStringLiteral("VAL"));
    QCOMPARE(page.rowCount(), 1);
    QTest::keyClick(search, Qt::Key_Down);
    QTRY_VERIFY(page.table()->hasFocus());
    QTest::keyClick(search, Qt::Key_Escape);
    QCOMPARE(page.rowCount(), 2);
}

void TasksPageTest::theSelectedTaskShowsEveryMember()
{
    Page page;
    page.show({"meter"});
    page.table()->selectRow(0);
    QTRY_COMPARE(page.line(QStringLiteral("Firmware image"))->text(),
                 QStringLiteral("s3://bucket/fw.bin"));
    QCOMPARE(page.line(QStringLiteral("Name"))->text(), QStringLiteral("meter"));
    QCOMPARE(page.line(QStringLiteral("RF region"))->text(), QStringLiteral("EU868"));
    QCOMPARE(page.line(QStringLiteral("Redundancy"))->text(), QStringLiteral("20 %"));
    QCOMPARE(page.line(QStringLiteral("Fragment size"))->text(), QStringLiteral("Not set"));
    QVERIFY(!page.line(QStringLiteral("Task ARN"))->text().isEmpty());
}

void TasksPageTest::deleteAsksAndNamesTheTask()
{
    Page page;
    page.show({"meter", "valve"});
    page.table()->selectRow(1);
    page.page.activateWindow();
    page.table()->setFocus();
    QTest::keyClick(page.table(), Qt::Key_Delete);
    QTRY_VERIFY(page.question());
    QVERIFY(page.question()->text().contains(QStringLiteral("“valve”")));
    QVERIFY(!page.question()->informativeText().isEmpty());
    QCOMPARE(page.desk.service.taskCount(), 2);
    QTest::mouseClick(find<QPushButton>(*page.question(), "Delete"), Qt::LeftButton);
    QTRY_COMPARE(page.desk.service.taskCount(), 1);
    QTRY_COMPARE(page.rowCount(), 1);
    QCOMPARE(page.desk.service.taskCount(QStringLiteral("meter")), 1);
}

void TasksPageTest::cancelledDeleteKeepsTheTask()
{
    Page page;
    page.show({"meter"});
    page.table()->selectRow(0);
    QTest::mouseClick(page.button(QStringLiteral("Delete task…")), Qt::LeftButton);
    QTRY_VERIFY(page.question());
    QTest::keyClick(page.question(), Qt::Key_Escape);
    QTRY_VERIFY(!page.question());
    QCOMPARE(page.desk.service.taskCount(), 1);
}

void TasksPageTest::copyTakesTheRowsAsText()
{
    Page page;
    page.show({"meter", "valve"});
    page.page.activateWindow();
    page.table()->setFocus();
    page.table()->selectAll();
    QTest::keyClick(page.table(), Qt::Key_C, Qt::ControlModifier);
    const QStringList lines = QApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 2);
    QVERIFY(lines[0].startsWith(QStringLiteral("meter\t")));
    QVERIFY(lines[1].startsWith(QStringLiteral("valve\t")));
}

void TasksPageTest::aTaskThatIsNotThereYetIsSelectedWhenItComes()
{
    Page page;
    page.show({"meter"});
    const QString id = page.addTask(QStringLiteral("valve"));
    page.page.refresh();
    page.page.select(id);
    QTRY_COMPARE(page.table()->selectedTasks(), QStringList{id});
}

void TasksPageTest::afterAFailureTheOldRowsStay()
{
    Page page;
    page.show({"meter"});
    page.desk.service.setOthers(ServiceDouble::Fate::Deny);
    page.page.refresh();
    QTRY_COMPARE(page.tasks.state(), ListState::Failed);
    QCOMPARE(page.rowCount(), 1);
    const auto* bar = page.page.findChild<NoticeBar*>();
    QVERIFY(bar->isVisible());
    QVERIFY(bar->notice().text.startsWith(QStringLiteral("The tasks could not be read.")));
    page.desk.service.setOthers(ServiceDouble::Fate::Answer);
    page.page.refresh();
    QTRY_VERIFY(!bar->isVisible());
}

void TasksPageTest::nothingFoundOffersAllAgain()
{
    Page page;
    page.show({"meter"});
    QTest::keyClicks(page.line(QStringLiteral("Search tasks")), QStringLiteral("pump"));
    QCOMPARE(page.rowCount(), 0);
    QTest::mouseClick(page.button(QStringLiteral("Show all tasks")), Qt::LeftButton);
    QCOMPARE(page.rowCount(), 1);
}

void TasksPageTest::theSelectionOutlivesARefresh()
{
    Page page;
    page.show({"meter", "valve"});
    page.table()->selectRow(1);
    const QStringList before = page.table()->selectedTasks();
    page.addTask(QStringLiteral("a new first one"));
    page.page.refresh();
    QTRY_COMPARE(page.rowCount(), 3);
    QCOMPARE(page.table()->selectedTasks(), before);
}

FUOTADESK_TEST(TasksPageTest);

} // namespace fuotadesk

#include "taskspagetest.moc"
