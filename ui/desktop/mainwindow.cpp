#include "desktop/mainwindow.h"

#include "campaign/session.h"
#include "campaign/submission.h"
#include "campaign/tasklist.h"
#include "campaign/templateshelf.h"
#include "campaign/unfinisheddraft.h"
#include "campaign/windowmemory.h"
#include "desktop/connectionbar.h"
#include "desktop/connectiondesk.h"
#include "desktop/fieldhelp.h"
#include "desktop/interruptedcreates.h"
#include "desktop/keptdraft.h"
#include "desktop/mainmenu.h"
#include "desktop/navigation.h"
#include "desktop/noticestack.h"
#include "desktop/question.h"
#include "desktop/sessionnotice.h"
#include "desktop/taskeditor.h"
#include "desktop/taskspage.h"
#include "desktop/templatefiles.h"
#include "desktop/templatespage.h"

#include <QCloseEvent>
#include <QHBoxLayout>
#include <QMimeData>
#include <QScreen>
#include <QStackedWidget>

namespace fuotadesk {

namespace {

constexpr QSize FirstSize(1100, 720);
constexpr double FirstShare = 0.95; // of the screen; its frame needs room as well

} // namespace

MainWindow::MainWindow(const Workbench& bench, QWidget* parent)
    : QMainWindow(parent),
      m_bench(bench),
      m_connections(new ConnectionDesk(bench.session, this)),
      m_menu(new MainMenu),
      m_top(new ConnectionBar(bench.session)),
      m_navigation(new Navigation),
      m_sessionBar(new NoticeBar),
      m_notices(new NoticeStack),
      m_pages(new QStackedWidget),
      m_tasks(new TasksPage(bench))
{
    setWindowTitle(tr("FUOTA Desk"));
    setAcceptDrops(true);
    setMenuBar(m_menu);
    makeCentre();
    makePages();
    makeMenus();
    makeNotices();
    restoreLayout();
}

MainWindow::~MainWindow() = default;

void MainWindow::makeCentre()
{
    auto* right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(m_sessionBar);
    right->addWidget(m_notices);
    right->addWidget(m_pages, 1);
    auto* middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_navigation);
    middle->addLayout(right, 1);
    auto* centre = new QWidget;
    auto* column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_top);
    column->addLayout(middle, 1);
    setCentralWidget(centre);
}

void MainWindow::makePages()
{
    m_pages->addWidget(m_tasks);
    // Stand-ins: these pages are made when they are first shown.
    m_pages->addWidget(new QWidget);
    m_pages->addWidget(new QWidget);
    m_navigation->addPage(tr("Tasks"), QStringLiteral("task"));
    m_navigation->addPage(tr("Templates"), QStringLiteral("template"));
    m_navigation->setPage(Tasks);
    m_menu->addPage(tr("&Tasks"));
    m_menu->addPage(tr("Tem&plates"));
    connect(m_navigation, &Navigation::pageChosen, this, &MainWindow::showPage);
    connect(m_tasks, &TasksPage::newTaskRequested, this, &MainWindow::newTask);
    connect(m_tasks, &TasksPage::connectionRequested, m_connections, &ConnectionDesk::edit);
}

void MainWindow::makeMenus()
{
    m_menu->addTableActions(
        {m_tasks->openAction(), m_tasks->copyAction(), m_tasks->deleteAction()});
    m_menu->addExportAction(m_tasks->exportAction());
    m_menu->addConnectionMenu(m_top->connectionMenu());
    connect(m_menu, &MainMenu::newTaskRequested, this, &MainWindow::newTask);
    connect(m_menu, &MainMenu::openRequested, this, &MainWindow::askForFile);
    connect(m_menu, &MainMenu::pageRequested, this, &MainWindow::showPage);
    connect(m_menu, &MainMenu::searchRequested, this, &MainWindow::search);
    connect(m_menu, &MainMenu::refreshRequested, this, &MainWindow::refresh);
    connect(m_menu, &MainMenu::backRequested, this, &MainWindow::goBack);
    connect(m_menu, &MainMenu::connectionsRequested, m_connections, &ConnectionDesk::manage);
    connect(m_menu, &MainMenu::helpRequested, this, [] { helpOnFocusedField(); });
    connect(m_menu, &MainMenu::aboutRequested, this, [this] { showAbout(this); });
    connect(m_menu, &MainMenu::quitRequested, this, &QWidget::close);
    connect(m_top, &ConnectionBar::newTaskRequested, this, &MainWindow::newTask);
    connect(m_top, &ConnectionBar::connectionsRequested, m_connections, &ConnectionDesk::manage);
}

void MainWindow::makeNotices()
{
    auto* session = new SessionNotice(m_bench.session, m_sessionBar, this);
    connect(session, &SessionNotice::editWanted, m_connections, &ConnectionDesk::edit);
    connect(session, &SessionNotice::sessionKeysWanted, m_connections,
            &ConnectionDesk::askForSessionKeys);
    m_kept = new KeptDraft(m_bench, m_notices, this);
    connect(m_kept, &KeptDraft::continued, this,
            [this](const Template& kept) { editor()->restore(kept); });
    m_interrupted = new InterruptedCreates(m_bench.session, m_bench.submission, m_notices, this);
    connect(m_interrupted, &InterruptedCreates::finished, this, &MainWindow::takeSubmitted);
}

void MainWindow::start(const QString& connectionId)
{
    m_bench.session.activate(connectionId);
    m_kept->look();
}

void MainWindow::openFile(const QString& file)
{
    editor()->openFile(file);
}

void MainWindow::bringToFront()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

TaskEditor* MainWindow::editor()
{
    if (m_editor)
        return m_editor;
    m_editor = new TaskEditor(m_bench);
    fillPage(Editor, m_editor);
    m_menu->setEditorActions(m_editor->saveAction(), m_editor->saveAsAction(),
                             m_editor->createAction());
    m_menu->setEditorInSight(false);
    connect(m_editor, &TaskEditor::opened, this, [this] { showPage(Editor); });
    connect(m_editor, &TaskEditor::closed, this, &MainWindow::goBack);
    connect(m_editor, &TaskEditor::taskSubmitted, this, &MainWindow::takeSubmitted);
    connect(m_editor, &TaskEditor::remedyWanted, this, &MainWindow::followRemedy);
    return m_editor;
}

void MainWindow::makeTemplates()
{
    if (m_templates)
        return;
    m_templates = new TemplatesPage(m_bench);
    fillPage(Templates, m_templates);
    m_menu->addTemplateActions(m_templates->templateActions());
    connect(m_templates, &TemplatesPage::templateChosen, this,
            [this](const Template& chosen, const QString& file) {
                editor()->openTemplate(chosen, file);
            });
    connect(m_templates, &TemplatesPage::fileChosen, this, &MainWindow::openFile);
}

void MainWindow::fillPage(Page page, QWidget* content)
{
    QWidget* standIn = m_pages->widget(page);
    m_pages->insertWidget(page, content);
    m_pages->removeWidget(standIn);
    delete standIn;
}

void MainWindow::showPage(int page)
{
    if (page == Templates)
        makeTemplates();
    if (page == Editor)
        editor()->setFocus(); // or the keys of the editor would not reach it
    m_pages->setCurrentIndex(page);
    m_navigation->setPage(page == Editor ? -1 : page);
    m_menu->setEditorInSight(page == Editor);
}

void MainWindow::goBack()
{
    showPage(Tasks);
    m_tasks->focusTable();
}

void MainWindow::newTask()
{
    editor()->newTask();
}

void MainWindow::askForFile()
{
    chooseTemplateFile(this, [this](const QString& file) { openFile(file); });
}

void MainWindow::refresh()
{
    if (m_pages->currentIndex() == Templates)
        m_bench.templates.refresh();
    else
        m_bench.tasks.refresh();
}

void MainWindow::search()
{
    showPage(Tasks);
    m_tasks->focusSearch();
}

void MainWindow::followRemedy(RemedyAction action, const QString& taskId)
{
    switch (action) {
    case RemedyAction::EditConnection:
        m_connections->edit();
        break;
    case RemedyAction::UnlockKeychain:
        m_bench.session.activate(m_bench.session.active().id);
        break;
    case RemedyAction::OpenTask:
        showTask(taskId);
        break;
    case RemedyAction::Refresh:
        goBack();
        m_bench.tasks.refresh();
        break;
    case RemedyAction::TryAgain:
    case RemedyAction::UseOtherName:
    case RemedyAction::UseOtherFile:
    case RemedyAction::CheckOutcome:
        break; // the page that says so does them itself
    }
}

void MainWindow::takeSubmitted(const SubmittedTask& task)
{
    showTask(task.task.id);
    m_kept->settle(task);
    m_notices->post({NoticeKind::Info,
                     task.adopted
                         ? tr("The task is there: an earlier create had already made it.")
                         : tr("The task was created. Its devices and its session come next."),
                     {},
                     tr("Task ID: %1").arg(task.task.id)});
}

void MainWindow::showTask(const QString& id)
{
    m_bench.tasks.refresh();
    m_tasks->select(id);
    goBack();
}

void MainWindow::restoreLayout()
{
    const WindowLayout layout = m_bench.window.layout();
    if (!restoreGeometry(layout.geometry))
        resize(FirstSize.boundedTo(screen()->availableSize() * FirstShare));
    m_tasks->restoreLayout(layout);
    // The editor comes back with a draft only, and offers that itself.
    if (layout.page == Templates)
        showPage(Templates);
}

void MainWindow::saveLayout()
{
    WindowLayout layout = m_bench.window.layout();
    layout.geometry = saveGeometry();
    layout.page = m_pages->currentIndex();
    m_tasks->saveLayout(layout);
    m_bench.window.remember(layout);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (m_bench.submission.isRunning() && !m_closeAnyway) {
        event->ignore();
        Question question{tr("A task is being created. Close all the same?"),
                          tr("Whether it was created is found out at the next start."),
                          tr("Close")};
        ask(this, question, [this] {
            m_closeAnyway = true;
            close();
        });
        return;
    }
    m_bench.unfinished.flush();
    saveLayout();
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (!templateFilesOf(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    const QStringList files = templateFilesOf(*event->mimeData());
    if (files.isEmpty())
        return;
    event->acceptProposedAction();
    openFile(files.first());
}

void MainWindow::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && m_pages->currentIndex() != Tasks)
        goBack();
    else
        QMainWindow::keyPressEvent(event);
}

} // namespace fuotadesk
