#include "desktop/mainwindow.h"

#include "campaign/session.h"
#include "campaign/submission.h"
#include "campaign/tasklist.h"
#include "campaign/unfinisheddraft.h"
#include "campaign/windowmemory.h"
#include "desktop/activitynotice.h"
#include "desktop/checkdesk.h"
#include "desktop/closingquestion.h"
#include "desktop/connectionbar.h"
#include "desktop/connectiondesk.h"
#include "desktop/devicespane.h"
#include "desktop/fieldhelp.h"
#include "desktop/formrow.h"
#include "desktop/imagedesk.h"
#include "desktop/interruptedcreates.h"
#include "desktop/keptdraft.h"
#include "desktop/mainmenu.h"
#include "desktop/membershipbar.h"
#include "desktop/navigation.h"
#include "desktop/nexttask.h"
#include "desktop/noticestack.h"
#include "desktop/pagestack.h"
#include "desktop/recipientchoice.h"
#include "desktop/recipientdesk.h"
#include "desktop/sandboxdesk.h"
#include "desktop/sandboxstripe.h"
#include "desktop/taskcreation.h"
#include "desktop/taskeditor.h"
#include "desktop/taskendnotice.h"
#include "desktop/taskform.h"
#include "desktop/taskspage.h"
#include "desktop/templatefiles.h"
#include "desktop/uploadsdesk.h"

#include <QCloseEvent>
#include <QHBoxLayout>
#include <QMimeData>
#include <QScreen>

namespace fuotadesk {

namespace {

constexpr QSize FirstSize(1100, 720);
constexpr double FirstShare = 0.95; // of the screen; its frame needs room as well

} // namespace

MainWindow::MainWindow(const Workbench& bench, QWidget* parent)
    : QMainWindow(parent),
      m_bench(bench),
      m_connections(new ConnectionDesk(bench, this)),
      m_sandbox(new SandboxDesk(bench, this)),
      m_menu(new MainMenu),
      m_top(new ConnectionBar(bench.session, bench.whoAmI)),
      m_navigation(new Navigation),
      m_sessionBar(new NoticeBar),
      m_notices(new NoticeStack),
      m_pages(new PageStack(bench)),
      m_uploads(new UploadsDesk(bench, m_notices, this))
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
    right->addWidget(new MembershipBar(m_bench.memberships, m_bench.tasks));
    right->addWidget(m_uploads->bar());
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
    column->addWidget(new SandboxStripe(m_bench.sandbox, m_sandbox->pauseAction(),
                                        m_sandbox->controlsAction(), centre));
    column->addLayout(middle, 1);
    setCentralWidget(centre);
}

void MainWindow::makePages()
{
    for (const PageTitle& title : PageStack::titles()) {
        m_navigation->addPage(withoutMnemonic(title.text), title.icon);
        m_menu->addPage(title.text);
    }
    m_navigation->setPage(PageStack::Tasks);
    connect(m_navigation, &Navigation::pageChosen, this, &MainWindow::showPage);
    connect(m_pages, &PageStack::currentChanged, this, &MainWindow::followPage);
    connect(m_pages, &PageStack::newTaskRequested, this, &MainWindow::newTask);
    connect(m_pages, &PageStack::connectionRequested, m_connections, &ConnectionDesk::edit);
    connect(m_pages, &PageStack::templateChosen, this,
            [this](const Template& chosen, const QString& file) {
                editor()->openTemplate(chosen, file);
            });
    connect(m_pages, &PageStack::fileChosen, this, &MainWindow::openFile);
    connect(m_pages, &PageStack::actionsMade, m_menu, &MainMenu::addPageMenu);
}

void MainWindow::makeMenus()
{
    m_menu->addTableActions(m_pages->tasks().taskActions());
    m_menu->addExportActions(m_pages->tasks().exportActions());
    m_menu->addConnectionMenu(m_top->connectionMenu());
    m_menu->addToolActions(
        {m_uploads->unfinishedAction(), m_sandbox->controlsAction(), m_sandbox->pauseAction()});
    connect(m_menu, &MainMenu::newTaskRequested, this, &MainWindow::newTask);
    connect(m_menu, &MainMenu::openRequested, this, &MainWindow::askForFile);
    connect(m_menu, &MainMenu::pageRequested, this, &MainWindow::showPage);
    connect(m_menu, &MainMenu::searchRequested, m_pages, &PageStack::search);
    connect(m_menu, &MainMenu::refreshRequested, m_pages, &PageStack::refresh);
    connect(m_menu, &MainMenu::backRequested, this, &MainWindow::goBack);
    connect(m_menu, &MainMenu::connectionsRequested, m_connections, &ConnectionDesk::manage);
    connect(m_menu, &MainMenu::settingsRequested, m_connections, &ConnectionDesk::editSettings);
    connect(m_menu, &MainMenu::helpRequested, this, [] { helpOnFocusedField(); });
    connect(m_menu, &MainMenu::aboutRequested, this, [this] { showAbout(this); });
    connect(m_menu, &MainMenu::quitRequested, this, &QWidget::close);
    connect(m_top, &ConnectionBar::newTaskRequested, this, &MainWindow::newTask);
    connect(m_top, &ConnectionBar::connectionsRequested, m_connections, &ConnectionDesk::manage);
}

void MainWindow::makeNotices()
{
    m_connections->attend(m_sessionBar);
    new ActivityNotice(m_bench.activity, m_notices, this);
    const auto* taskEnd = new TaskEndNotice(m_bench.watch, m_notices, this);
    connect(taskEnd, &TaskEndNotice::taskWanted, this, &MainWindow::showTask);
    m_kept = new KeptDraft(m_bench, m_notices, this);
    connect(m_kept, &KeptDraft::continued, this,
            [this](const Template& kept) { editor()->restore(kept); });
    m_recipients = new RecipientDesk(m_bench, m_notices, this);
    m_choice = new RecipientChoice(m_bench, this, this);
    connect(m_choice, &RecipientChoice::changeChosen, m_recipients,
            [this](const MembershipRequest& request, const QString& taskName) {
                m_recipients->change(request, taskName);
            });
    TasksPage* tasks = &m_pages->tasks();
    connect(tasks, &TasksPage::devicesRequested, m_choice, &RecipientChoice::askForDevices);
    connect(tasks, &TasksPage::groupsRequested, m_choice, &RecipientChoice::askForGroups);
    connect(tasks, &TasksPage::removalRequested, m_choice, &RecipientChoice::askToRemove);
    connect(tasks->devicesPane(), &DevicesPane::taskWanted, this, &MainWindow::showTask);
    auto* next = new NextTask(m_bench, m_notices, this);
    connect(tasks, &TasksPage::duplicateRequested, next, &NextTask::duplicate);
    connect(tasks, &TasksPage::forFailedRequested, next, &NextTask::forFailed);
    connect(next, &NextTask::draftMade, this,
            [this](const Template& draft) { editor()->openTemplate(draft, {}); });
    connect(m_uploads, &UploadsDesk::imageUsed, this, [this] { showPage(PageStack::Editor); });
    m_interrupted = new InterruptedCreates(m_bench.session, m_bench.submission, m_notices, this);
    connect(m_interrupted, &InterruptedCreates::finished, this, &MainWindow::takeSubmitted);
}

void MainWindow::start(const QString& connectionId)
{
    m_bench.session.start(connectionId);
    m_kept->look();
}

void MainWindow::openFile(const QString& file)
{
    editor()->openFile(file);
}

void MainWindow::closeUnasked()
{
    m_closeAnyway = true;
    close();
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
    m_pages->setEditor(m_editor);
    m_menu->setEditorActions(m_editor->saveAction(), m_editor->saveAsAction(),
                             QList{m_editor->createAction()} + m_editor->helpActions());
    m_menu->addImageActions(m_editor->images()->browseAction(), m_editor->images()->uploadAction());
    m_menu->setEditorInSight(false);
    connect(m_editor, &TaskEditor::opened, this, [this] { showPage(PageStack::Editor); });
    connect(m_editor->form(), &TaskForm::devicesWanted, m_choice,
            &RecipientChoice::askForDevicesOfDraft);
    connect(m_editor->form(), &TaskForm::groupsWanted, m_choice,
            &RecipientChoice::askForGroupsOfDraft);
    connect(m_editor->images(), &ImageDesk::uploadWanted, m_uploads, &UploadsDesk::open);
    connect(m_editor, &TaskEditor::closed, this, &MainWindow::goBack);
    connect(m_editor, &TaskEditor::taskSubmitted, this, &MainWindow::takeSubmitted);
    connect(m_editor, &TaskEditor::remedyWanted, this, &MainWindow::followRemedy);
    connect(m_editor->checkDesk(), &CheckDesk::devicesWanted, this,
            [this] { showPage(PageStack::Devices); });
    return m_editor;
}

void MainWindow::showPage(int page)
{
    if (page == PageStack::Editor)
        editor()->setFocus(); // or the keys of the editor would not reach it
    m_pages->showPage(page);
}

void MainWindow::followPage(int page)
{
    m_navigation->setPage(page == PageStack::Editor ? -1 : page);
    m_menu->setEditorInSight(page == PageStack::Editor);
}

void MainWindow::goBack()
{
    showPage(PageStack::Tasks);
    m_pages->tasks().focusTable();
}

void MainWindow::newTask()
{
    editor()->newTask();
}

void MainWindow::askForFile()
{
    chooseTemplateFile(this, [this](const QString& file) { openFile(file); });
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
    case RemedyAction::SignIn:
        break; // the page that says so does them itself
    }
}

void MainWindow::takeSubmitted(const SubmittedTask& task)
{
    showTask(task.task.id);
    const Recipients recipients = m_kept->recipientsOf(task);
    const FuotaTaskSummary summary{task.task.id, task.task.arn,
                                   task.parameters.name.value_or(QString())};
    // The form is let go of when the journal has its recipients.
    m_recipients->addAll(summary, recipients, [this, task] { m_kept->settle(task); });
    m_notices->post(submittedNotice(task, recipients != Recipients()));
}

void MainWindow::showTask(const QString& id)
{
    m_bench.tasks.refresh();
    m_pages->tasks().select(id);
    goBack();
}

void MainWindow::restoreLayout()
{
    const WindowLayout layout = m_bench.window.layout();
    if (!restoreGeometry(layout.geometry))
        resize(FirstSize.boundedTo(screen()->availableSize() * FirstShare));
    m_pages->tasks().restoreLayout(layout);
    // The editor comes back with a draft only, and offers that itself.
    if (layout.page < PageStack::Editor)
        showPage(layout.page);
}

void MainWindow::saveLayout()
{
    WindowLayout layout = m_bench.window.layout();
    layout.geometry = saveGeometry();
    layout.page = m_pages->currentIndex();
    m_pages->saveLayout(layout);
    m_bench.window.remember(layout);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (const auto question = closingQuestion(m_bench); question && !m_closeAnyway) {
        event->ignore();
        ask(this, *question, [this] { closeUnasked(); });
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
    if (event->key() == Qt::Key_Escape && m_pages->currentIndex() != PageStack::Tasks)
        goBack();
    else
        QMainWindow::keyPressEvent(event);
}

} // namespace fuotadesk
