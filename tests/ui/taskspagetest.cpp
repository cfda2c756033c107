#include "desktop/taskspage.h"

#include "campaign/windowmemory.h"
#include "desktop/noticebar.h"
#include "desktop/startdialog.h"
#include "desktop/taskindex.h"
#include "desktop/tasktable.h"
#include "support/testcase.h"
#include "ui/deskbench.h"
#include "ui/find.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
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
    void aPendingTaskIsStarted();
    void severalPendingTasksAreStartedTogether();
    void oneThatCannotBeStartedIsTold();
    void stoppingATaskSaysWhatItMeansFirst();
    void columnsAreChosenAndRemembered();
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

    bool text(const QString& part) const
    {
        const auto labels = page.findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) {
            return label->isVisible() && label->text().contains(part);
        });
    }

    QAction* action(const char* text) const
    {
        for (QAction* each : page.taskActions())
            if (each->text().remove(u'&') == QString::fromUtf8(text))
                return each;
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

void TasksPageTest::aPendingTaskIsStarted()
{
    Page page;
    page.show({"meter"});
    page.table()->selectRow(0);
    QPushButton* start = page.button(QStringLiteral("Start task…"));
    QTRY_VERIFY(start->isEnabled());
    QTest::mouseClick(start, Qt::LeftButton);
    auto* dialog = page.page.findChild<StartDialog*>();
    QVERIFY(dialog);
    QTest::mouseClick(find<QPushButton>(*dialog, "Start task"), Qt::LeftButton);
    QTRY_VERIFY(page.text(QStringLiteral("“meter” is started.")));
    QTRY_VERIFY(page.text(QStringLiteral("Session waiting")));
    QVERIFY(!start->isEnabled()); // it is not pending any more
}

void TasksPageTest::severalPendingTasksAreStartedTogether()
{
    Page page;
    page.show({"meter", "valve"});
    page.table()->selectAll();
    QPushButton* start = page.button(QStringLiteral("Start task…"));
    QTRY_VERIFY(start->isEnabled());
    QTest::mouseClick(start, Qt::LeftButton);
    auto* dialog = page.page.findChild<StartDialog*>();
    QVERIFY(dialog);
    QTest::mouseClick(find<QPushButton>(*dialog, "Start tasks"), Qt::LeftButton);
    QTRY_VERIFY(page.text(QStringLiteral("2 tasks are started.")));
    QTRY_COMPARE(page.desk.service.requests().filter(QStringLiteral("PUT ")).size(), 2);
    QTRY_VERIFY(!start->isEnabled()); // neither is pending any more
}

void TasksPageTest::oneThatCannotBeStartedIsTold()
{
    Page page;
    page.show({"meter", "valve"});
    page.desk.service.answerInstead =
        [](const HttpRequest& request) -> std::optional<HttpResponse> {
        if (request.operation == u"StartFuotaTask"
            && request.url.path().endsWith(QStringLiteral("task-2")))
            return HttpResponse{403, {}, R"({"Message": "no"})", false};
        return {};
    };
    page.table()->selectAll();
    QPushButton* start = page.button(QStringLiteral("Start task…"));
    QTRY_VERIFY(start->isEnabled());
    QTest::mouseClick(start, Qt::LeftButton);
    QTest::mouseClick(find<QPushButton>(*page.page.findChild<StartDialog*>(), "Start tasks"),
                      Qt::LeftButton);
    QTRY_VERIFY(page.text(QStringLiteral("“valve” could not be started.")));
    QVERIFY(page.text(QStringLiteral("“meter” is started.")));
}

void TasksPageTest::stoppingATaskSaysWhatItMeansFirst()
{
    Page page;
    page.show({"meter"});
    page.table()->selectRow(0);
    QTRY_VERIFY(page.action("Start task…")->isEnabled());
    QVERIFY(!page.action("Stop task…")->isEnabled()); // nothing runs yet
    page.action("Start task…")->trigger();
    QTest::mouseClick(find<QPushButton>(*page.page.findChild<StartDialog*>(), "Start task"),
                      Qt::LeftButton);
    QTRY_VERIFY(page.action("Stop task…")->isEnabled());
    page.action("Stop task…")->trigger();
    QVERIFY(page.question());
    QVERIFY(page.question()->text().contains(QStringLiteral("Stop the task “meter”")));
    QVERIFY(page.question()->informativeText().contains(
        QStringLiteral("no other way to stop a session")));
    QTest::mouseClick(find<QPushButton>(*page.question(), "Delete"), Qt::LeftButton);
    QTRY_COMPARE(page.desk.service.taskCount(), 0);
}

void TasksPageTest::columnsAreChosenAndRemembered()
{
    WindowLayout layout;
    const auto region = static_cast<int>(TaskColumn::Region);
    {
        Page page;
        page.show({"meter"});
        QVERIFY(page.table()->isColumnHidden(region));
        QMenu* columns = page.table()->columnsAction()->menu();
        Q_EMIT columns->aboutToShow();
        for (QAction* each : columns->actions())
            if (each->text() == QStringLiteral("RF region"))
                each->trigger();
        QVERIFY(!page.table()->isColumnHidden(region));
        QTRY_COMPARE(page.table()->model()->index(0, region).data().toString(),
                     QStringLiteral("EU868"));
        page.page.saveLayout(layout);
    }
    Page page;
    page.page.restoreLayout(layout);
    QVERIFY(!page.table()->isColumnHidden(region));
    layout.taskColumns = layout.taskColumns.mid(2); // of a version with other columns
    Page older;
    older.page.restoreLayout(layout);
    QVERIFY(older.table()->isColumnHidden(region));
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
