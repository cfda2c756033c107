#pragma once

#include <QActionGroup>
#include <QMenuBar>

namespace fuotadesk {

// The menus of the window. Every action of the program stands here with its shortcut; what belongs
// to a page is handed in by the window when that page is made.
class MainMenu : public QMenuBar {
    Q_OBJECT

public:
    explicit MainMenu(QWidget* parent = nullptr);

    // In the order of the navigation; Ctrl+1 and so on.
    void addPage(const QString& title);
    void addConnectionMenu(QMenu* menu);
    void addTableActions(const QList<QAction*>& actions);
    void addPageMenu(const QString& title, const QList<QAction*>& actions);
    // Above the settings.
    void addToolActions(const QList<QAction*>& actions);
    void addExportActions(const QList<QAction*>& actions);
    // These take the place of the greyed ones that stand there until the editor is made.
    void setEditorActions(QAction* save, QAction* saveAs, const QList<QAction*>& task);
    void addImageActions(QAction* browse, QAction* upload);
    // What the editor offers works only while it is in sight.
    void setEditorInSight(bool inSight);

Q_SIGNALS:
    void newTaskRequested();
    void openRequested();
    void pageRequested(int page);
    void searchRequested();
    void refreshRequested();
    void backRequested();
    void connectionsRequested();
    void settingsRequested();
    void helpRequested();
    void aboutRequested();
    void quitRequested();

private:
    void makeFileMenu();
    void makeTaskMenu();
    void makeViewMenu();
    void makeHelpMenu();
    QAction* addStandIn(QMenu* menu, const QString& icon, const QString& text,
                        const QKeySequence& shortcut);

    QMenu* m_file = nullptr;
    QMenu* m_task = nullptr;
    QMenu* m_view = nullptr;
    QMenu* m_tools = nullptr;
    QAction* m_save = nullptr;
    QAction* m_saveAs = nullptr;
    QList<QAction*> m_taskStandIns;
    QAction* m_browse = nullptr;
    QAction* m_upload = nullptr;
    QAction* m_beforeQuit = nullptr;
    QAction* m_afterPages = nullptr;
    QAction* m_afterPageMenus = nullptr;
    QActionGroup* m_editorActions;
    int m_pages = 0;
};

} // namespace fuotadesk
