#include "desktop/mainwindow.h"

#include "desktop/connectionsdialog.h"
#include "desktop/devicespage.h"
#include "desktop/groupspage.h"
#include "desktop/grouptable.h"
#include "desktop/taskeditor.h"
#include "desktop/taskspage.h"
#include "desktop/tasktable.h"
#include "desktop/templatespage.h"
#include "support/patience.h"
#include "support/testcase.h"
#include "ui/deskbench.h"
#include "ui/find.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>

namespace fuotadesk {

class MainWindowTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void theSandboxIsSaidToBeOne();
    void theEditorIsMadeWhenItIsNeeded();
    void aTemplateIsOneKeyFromTheEditor();
    void escapeLeadsBackToTheTable();
    void searchIsOneShortcutAway();
    void searchStaysOnAPageThatHasOne();
    void pagesAreOneShortcutAway();
    void aCreatedTaskIsSelectedInTheTable();
    void anUnfinishedTaskIsOffered();
    void anUnfinishedTaskOutlivesTheNextOne();
    void anEarlierTaskIsShownFromTheEditor();
    void theLayoutIsRemembered();
    void columnsOfALaterPageAreRemembered();
    void theTemplatesPageIsRemembered();
    void closingDuringACreateAsks();
    void aSignalDuringACreateIsObeyed();
    void everyMenuActionHasAName();
    void nothingIsCutInASmallWindow_data();
    void nothingIsCutInASmallWindow();
};

namespace {

struct Desk : DeskBench {
    std::unique_ptr<MainWindow> window = std::make_unique<MainWindow>(bench());

    void start()
    {
        window->show();
        window->activateWindow();
        window->start(sandboxConnection().id);
        QTRY_VERIFY(desk.session.isReady());
    }

    TaskEditor* editor() const { return window->findChild<TaskEditor*>(); }
    TaskTable* table() const { return window->findChild<TaskTable*>(); }
    QPushButton* button(const char* text) const { return find<QPushButton>(*window, text); }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const
    {
        QWidget* focused = QApplication::focusWidget();
        QTest::keyClick(focused ? focused : window.get(), key, modifiers);
    }
};

} // namespace

void MainWindowTest::theSandboxIsSaidToBeOne()
{
    Desk desk;
    desk.start();
    bool said = false;
    for (const QLabel* label : desk.window->findChildren<QLabel*>())
        said =
            said || (label->isVisible() && label->text().startsWith(QStringLiteral("Sandbox: ")));
    QVERIFY(said);
}

void MainWindowTest::theEditorIsMadeWhenItIsNeeded()
{
    Desk desk;
    desk.start();
    QVERIFY(!desk.editor());
    desk.key(Qt::Key_N, Qt::ControlModifier);
    QTRY_VERIFY(desk.editor() && desk.editor()->isVisible());
}

void MainWindowTest::aTemplateIsOneKeyFromTheEditor()
{
    Desk desk;
    Template monthly;
    monthly.name = QStringLiteral("monthly");
    monthly.draft.task = exampleTask(QStringLiteral("from-template"));
    QVERIFY(*resultOf(desk.shelf.add(monthly, this)));
    desk.start();
    desk.key(Qt::Key_4, Qt::ControlModifier);
    QTRY_VERIFY(find<QTableView>(*desk.window, "Templates"));
    auto* templates = find<QTableView>(*desk.window, "Templates");
    QTRY_VERIFY(templates->isVisible() && templates->currentIndex().isValid());
    templates->setFocus();
    desk.key(Qt::Key_Return);
    QTRY_VERIFY(desk.editor() && desk.editor()->isVisible());
    QCOMPARE(find<QLineEdit>(*desk.editor(), "Name")->text(), QStringLiteral("from-template"));
}

void MainWindowTest::escapeLeadsBackToTheTable()
{
    Desk desk;
    desk.start();
    QTest::mouseClick(desk.button("New task"), Qt::LeftButton);
    QTRY_VERIFY(desk.editor() && desk.editor()->isVisible());
    desk.key(Qt::Key_Escape);
    QTRY_VERIFY(desk.table()->isVisible() || !desk.editor()->isVisible());
    QVERIFY(!desk.editor()->isVisible());
}

void MainWindowTest::searchIsOneShortcutAway()
{
    Desk desk;
    desk.start();
    QTest::mouseClick(desk.button("New task"), Qt::LeftButton);
    desk.key(Qt::Key_F, Qt::ControlModifier);
    QTRY_VERIFY(find<QLineEdit>(*desk.window, "Search tasks")->hasFocus());
    QVERIFY(!desk.editor()->isVisible());
}

void MainWindowTest::searchStaysOnAPageThatHasOne()
{
    Desk desk;
    desk.start();
    QVERIFY(!desk.window->findChild<DevicesPage*>());
    desk.key(Qt::Key_2, Qt::ControlModifier);
    QTRY_VERIFY(desk.window->findChild<DevicesPage*>());
    const auto* devices = desk.window->findChild<DevicesPage*>();
    desk.key(Qt::Key_F, Qt::ControlModifier);
    QTRY_VERIFY(find<QLineEdit>(*devices, "Search devices")->hasFocus());
    QVERIFY(devices->isVisible());
}

void MainWindowTest::pagesAreOneShortcutAway()
{
    Desk desk;
    desk.start();
    QVERIFY(!desk.window->findChild<TemplatesPage*>());
    desk.key(Qt::Key_4, Qt::ControlModifier);
    QTRY_VERIFY(desk.window->findChild<TemplatesPage*>());
    QVERIFY(desk.window->findChild<TemplatesPage*>()->isVisible());
    desk.key(Qt::Key_Escape);
    QTRY_VERIFY(!desk.window->findChild<TemplatesPage*>()->isVisible());
    desk.key(Qt::Key_4, Qt::ControlModifier);
    desk.key(Qt::Key_1, Qt::ControlModifier);
    QTRY_VERIFY(desk.window->findChild<TasksPage*>()->isVisible());
}

void MainWindowTest::aCreatedTaskIsSelectedInTheTable()
{
    Desk desk;
    desk.start();
    desk.sheet.setDraft({exampleTask(QStringLiteral("valve")), {}, {}, {}, {}, {}});
    QTest::mouseClick(desk.button("New task"), Qt::LeftButton);
    const auto created = resultOf(desk.submission.submit(exampleTask(), desk.window.get()));
    QVERIFY(created && *created);
    Q_EMIT desk.editor()->taskSubmitted(**created);
    QTRY_COMPARE(desk.table()->selectedTasks(), QStringList{(*created)->task.id});
    const auto open = [&] { return *resultOf(desk.submission.unfinished(desk.window.get())); };
    QTRY_VERIFY(open().has_value() && open()->isEmpty());
}

void MainWindowTest::anUnfinishedTaskIsOffered()
{
    Desk desk;
    Template kept;
    kept.name = QStringLiteral("kept");
    kept.draft.task = exampleTask(QStringLiteral("left behind"));
    QVERIFY(*resultOf(desk.keeper.keep(kept, desk.window.get())));
    desk.start();
    QTRY_VERIFY(desk.button("Continue"));
    QTest::mouseClick(desk.button("Continue"), Qt::LeftButton);
    QTRY_VERIFY(desk.editor() && desk.editor()->isVisible());
    QCOMPARE(desk.sheet.draft().task.name, kept.draft.task.name);
}

void MainWindowTest::anUnfinishedTaskOutlivesTheNextOne()
{
    Desk desk;
    Template kept;
    kept.name = QStringLiteral("kept");
    kept.draft.task = exampleTask(QStringLiteral("left behind"));
    QVERIFY(*resultOf(desk.keeper.keep(kept, desk.window.get())));
    desk.start();
    QTRY_VERIFY(desk.button("Continue"));
    desk.sheet.setDraft({exampleTask(QStringLiteral("begun instead")), {}, {}, {}, {}, {}});
    QTRY_COMPARE(desk.shelf.entries().size(), 1);
    QVERIFY(!desk.button("Continue"));
    const auto saved = resultOf(desk.shelf.load(desk.shelf.entries().first().file, this));
    QVERIFY(saved && *saved);
    QCOMPARE((*saved)->draft.task.name, kept.draft.task.name);
    QCOMPARE(desk.sheet.draft().task.name, QStringLiteral("begun instead"));
    desk.sheet.setDraft({exampleTask(QStringLiteral("changed once more")), {}, {}, {}, {}, {}});
    letEventsPass();
    QCOMPARE(desk.shelf.entries().size(), 1);
}

void MainWindowTest::anEarlierTaskIsShownFromTheEditor()
{
    Desk desk;
    desk.addTask(QStringLiteral("another"));
    const QString id = desk.addTask(QStringLiteral("earlier"));
    desk.start();
    QTest::mouseClick(desk.button("New task"), Qt::LeftButton);
    QTRY_VERIFY(desk.editor() && desk.editor()->isVisible());
    Q_EMIT desk.editor()->remedyWanted(RemedyAction::OpenTask, id);
    QVERIFY(!desk.editor()->isVisible());
    QTRY_COMPARE(desk.table()->selectedTasks(), QStringList{id});
}

void MainWindowTest::theLayoutIsRemembered()
{
    Desk desk;
    desk.start();
    desk.window->resize(1040, 700);
    desk.window->close();
    QVERIFY(!desk.memory.layout().geometry.isEmpty());
    QVERIFY(!desk.memory.layout().taskColumns.isEmpty());
    desk.window = std::make_unique<MainWindow>(desk.bench());
    QCOMPARE(desk.window->width(), 1040);
}

void MainWindowTest::columnsOfALaterPageAreRemembered()
{
    Desk desk;
    desk.start();
    desk.key(Qt::Key_3, Qt::ControlModifier);
    QTRY_VERIFY(desk.window->findChild<GroupTable*>());
    desk.window->findChild<GroupTable*>()->setColumnWidth(0, 77);
    desk.key(Qt::Key_1, Qt::ControlModifier);
    desk.window->close();
    desk.window = std::make_unique<MainWindow>(desk.bench());
    desk.start();
    QVERIFY(!desk.window->findChild<GroupTable*>());
    desk.window->close(); // without a look at that page
    desk.window = std::make_unique<MainWindow>(desk.bench());
    desk.start();
    desk.key(Qt::Key_3, Qt::ControlModifier);
    QTRY_VERIFY(desk.window->findChild<GroupTable*>());
    QCOMPARE(desk.window->findChild<GroupTable*>()->columnWidth(0), 77);
}

void MainWindowTest::theTemplatesPageIsRemembered()
{
    Desk desk;
    desk.start();
    QVERIFY(desk.window->findChild<TasksPage*>()->isVisible());
    desk.key(Qt::Key_4, Qt::ControlModifier);
    desk.window->close();
    desk.window = std::make_unique<MainWindow>(desk.bench());
    desk.window->show();
    QVERIFY(desk.window->findChild<TemplatesPage*>()->isVisible());
}

void MainWindowTest::closingDuringACreateAsks()
{
    Desk desk;
    desk.start();
    desk.desk.service.plan({ServiceDouble::Fate::Hang});
    desk.submission.submit(exampleTask(), desk.window.get());
    desk.window->close();
    QVERIFY(desk.window->isVisible());
    QTRY_VERIFY(desk.window->findChild<QMessageBox*>());
    QTest::mouseClick(find<QPushButton>(*desk.window->findChild<QMessageBox*>(), "Close"),
                      Qt::LeftButton);
    QTRY_VERIFY(!desk.window->isVisible());
}

void MainWindowTest::aSignalDuringACreateIsObeyed()
{
    Desk desk;
    desk.start();
    desk.desk.service.plan({ServiceDouble::Fate::Hang});
    desk.submission.submit(exampleTask(), desk.window.get());
    QVERIFY(desk.submission.isRunning());
    desk.window->closeUnasked();
    QVERIFY(!desk.window->isVisible());
    QVERIFY(!desk.window->findChild<QMessageBox*>());
}

void MainWindowTest::everyMenuActionHasAName()
{
    Desk desk;
    desk.start();
    int actions = 0;
    for (const QMenu* menu : desk.window->menuBar()->findChildren<QMenu*>()) {
        for (const QAction* action : menu->actions()) {
            QVERIFY(action->isSeparator() || !action->text().isEmpty());
            ++actions;
        }
    }
    QVERIFY(actions > 15);
}

void MainWindowTest::nothingIsCutInASmallWindow_data()
{
    QTest::addColumn<int>("scale");
    QTest::addColumn<QSize>("size");
    QTest::newRow("1024x640") << 1 << QSize(1024, 640);
    QTest::newRow("twice the font on 1920x1080") << 2 << QSize(1920, 1080);
}

void MainWindowTest::nothingIsCutInASmallWindow()
{
    QFETCH(int, scale);
    QFETCH(QSize, size);
    const QFont before = QApplication::font();
    QFont font = before;
    font.setPointSizeF(font.pointSizeF() * scale);
    QApplication::setFont(font);
    {
        Desk desk;
        desk.addTask(QStringLiteral("meter"));
        desk.start();
        desk.window->resize(size);
        const auto least = [&] { return desk.window->minimumSizeHint(); };
        QCOMPARE(least(), least().boundedTo(size));
        desk.key(Qt::Key_2, Qt::ControlModifier);
        QTRY_VERIFY(desk.window->findChild<DevicesPage*>());
        QCOMPARE(least(), least().boundedTo(size));
        desk.key(Qt::Key_3, Qt::ControlModifier);
        QTRY_VERIFY(desk.window->findChild<GroupsPage*>());
        QCOMPARE(least(), least().boundedTo(size));
        QTest::mouseClick(desk.button("New task"), Qt::LeftButton);
        QCOMPARE(least(), least().boundedTo(size));
    }
    QApplication::setFont(before);
}

FUOTADESK_TEST(MainWindowTest);

} // namespace fuotadesk

#include "mainwindowtest.moc"
