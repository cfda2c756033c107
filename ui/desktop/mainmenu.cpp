#include "desktop/mainmenu.h"

#include "desktop/symbolicicon.h"

namespace fuotadesk {

MainMenu::MainMenu(QWidget* parent) : QMenuBar(parent), m_editorActions(new QActionGroup(this))
{
    m_editorActions->setExclusionPolicy(QActionGroup::ExclusionPolicy::None);
    makeFileMenu();
    makeTaskMenu();
    makeViewMenu();
    m_tools = addMenu(tr("T&ools"));
    makeHelpMenu();
}

QAction* MainMenu::addStandIn(QMenu* menu, const QString& icon, const QString& text,
                              const QKeySequence& shortcut)
{
    QAction* action = menu->addAction(symbolicIcon(icon), text);
    action->setShortcut(shortcut);
    action->setEnabled(false);
    return action;
}

void MainMenu::makeFileMenu()
{
    m_file = addMenu(tr("&File"));
    QAction* open = m_file->addAction(symbolicIcon(QStringLiteral("open")), tr("&Open template…"));
    open->setShortcut(QKeySequence::Open);
    connect(open, &QAction::triggered, this, &MainMenu::openRequested);
    m_save = addStandIn(m_file, QStringLiteral("save"), tr("&Save template"), QKeySequence::Save);
    m_saveAs = addStandIn(m_file, {}, tr("Save template &as…"), {Qt::CTRL | Qt::SHIFT | Qt::Key_S});
    m_beforeQuit = m_file->addSeparator();
    QAction* quit = m_file->addAction(tr("&Quit"));
    quit->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Q));
    quit->setMenuRole(QAction::QuitRole);
    connect(quit, &QAction::triggered, this, &MainMenu::quitRequested);
}

void MainMenu::makeTaskMenu()
{
    m_task = addMenu(tr("&Task"));
    QAction* add = m_task->addAction(symbolicIcon(QStringLiteral("add")), tr("&New task"));
    add->setShortcut(QKeySequence::New);
    connect(add, &QAction::triggered, this, &MainMenu::newTaskRequested);
    m_taskStandIns = {
        addStandIn(m_task, {}, tr("&Create task"), {Qt::CTRL | Qt::Key_Return}),
        addStandIn(m_task, {}, tr("Chec&k task"), Qt::Key_F7),
        addStandIn(m_task, {}, tr("Show pre&view"), Qt::Key_F8),
        addStandIn(m_task, {}, tr("C&hoose role…"), {Qt::CTRL | Qt::SHIFT | Qt::Key_R}),
        addStandIn(m_task, {}, tr("C&reate role…"), {Qt::CTRL | Qt::ALT | Qt::Key_R})};
    m_browse = addStandIn(m_task, QStringLiteral("bucket"), tr("&Browse for the image…"),
                          {Qt::CTRL | Qt::SHIFT | Qt::Key_O});
    m_upload = addStandIn(m_task, QStringLiteral("upload"), tr("Upload an image…"),
                          {Qt::CTRL | Qt::SHIFT | Qt::Key_L});
    m_task->addSeparator();
}

void MainMenu::makeViewMenu()
{
    m_view = addMenu(tr("&View"));
    m_afterPages = m_view->addSeparator();
    QAction* search = m_view->addAction(symbolicIcon(QStringLiteral("search")), tr("&Search"));
    search->setShortcut(QKeySequence::Find);
    connect(search, &QAction::triggered, this, &MainMenu::searchRequested);
    QAction* refresh = m_view->addAction(symbolicIcon(QStringLiteral("refresh")), tr("&Refresh"));
    refresh->setShortcut(QKeySequence::Refresh);
    connect(refresh, &QAction::triggered, this, &MainMenu::refreshRequested);
    // No real shortcut: it would take Esc away from fields and messages that use it first.
    QAction* back = m_view->addAction(
        tr("&Back") + u'\t' + QKeySequence(Qt::Key_Escape).toString(QKeySequence::NativeText));
    connect(back, &QAction::triggered, this, &MainMenu::backRequested);
}

void MainMenu::makeHelpMenu()
{
    QMenu* help = addMenu(tr("&Help"));
    QAction* field =
        help->addAction(symbolicIcon(QStringLiteral("help")), tr("&Help on this field"));
    field->setShortcut(QKeySequence::HelpContents);
    connect(field, &QAction::triggered, this, &MainMenu::helpRequested);
    QAction* about = help->addAction(tr("&About FUOTA Desk"));
    about->setMenuRole(QAction::AboutRole);
    connect(about, &QAction::triggered, this, &MainMenu::aboutRequested);
}

void MainMenu::addPage(const QString& title)
{
    auto* action = new QAction(title, this);
    action->setShortcut(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + m_pages)));
    connect(action, &QAction::triggered, this,
            [this, page = m_pages] { Q_EMIT pageRequested(page); });
    m_view->insertAction(m_afterPages, action);
    ++m_pages;
}

void MainMenu::addConnectionMenu(QMenu* menu)
{
    m_afterPageMenus = m_tools->addMenu(menu);
    QAction* manage =
        m_tools->addAction(symbolicIcon(QStringLiteral("settings")), tr("&Manage connections…"));
    connect(manage, &QAction::triggered, this, &MainMenu::connectionsRequested);
}

void MainMenu::addTableActions(const QList<QAction*>& actions)
{
    m_task->addActions(actions);
}

void MainMenu::addToolActions(const QList<QAction*>& actions)
{
    m_tools->addSeparator();
    m_tools->addActions(actions);
    m_tools->addSeparator();
    QAction* settings = m_tools->addAction(tr("&Settings…"));
    settings->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Comma));
    settings->setMenuRole(QAction::PreferencesRole);
    connect(settings, &QAction::triggered, this, &MainMenu::settingsRequested);
}

void MainMenu::addPageMenu(const QString& title, const QList<QAction*>& actions)
{
    auto* menu = new QMenu(title, this);
    menu->addActions(actions);
    m_tools->insertMenu(m_afterPageMenus, menu);
}

void MainMenu::addExportActions(const QList<QAction*>& actions)
{
    m_file->insertActions(m_beforeQuit, actions);
}

void MainMenu::setEditorActions(QAction* save, QAction* saveAs, const QList<QAction*>& task)
{
    m_file->insertActions(m_save, {save, saveAs});
    m_task->insertActions(m_taskStandIns.first(), task);
    for (QAction* action : QList<QAction*>{save, saveAs} + task)
        m_editorActions->addAction(action);
    delete std::exchange(m_save, nullptr);
    delete std::exchange(m_saveAs, nullptr);
    qDeleteAll(std::exchange(m_taskStandIns, {}));
}

void MainMenu::addImageActions(QAction* browse, QAction* upload)
{
    browse->setIcon(m_browse->icon());
    upload->setIcon(m_upload->icon());
    m_task->insertActions(m_browse, {browse, upload});
    for (QAction* action : {browse, upload})
        m_editorActions->addAction(action);
    delete std::exchange(m_browse, nullptr);
    delete std::exchange(m_upload, nullptr);
}

void MainMenu::setEditorInSight(bool inSight)
{
    m_editorActions->setEnabled(inSight);
}

} // namespace fuotadesk
