#pragma once

#include "campaign/workbench.h"
#include "text/errortext.h"

#include <QMainWindow>

namespace fuotadesk {

class ConnectionBar;
class ConnectionDesk;
class InterruptedCreates;
class KeptDraft;
class MainMenu;
class Navigation;
class NoticeBar;
class NoticeStack;
class PageStack;
class RecipientChoice;
class RecipientDesk;
class SandboxDesk;
class TaskEditor;
class UploadsDesk;
struct SubmittedTask;

// The one window: where am I at the left, the page in the middle, the connection on top. It leads
// from one page to the other; what they do is theirs.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    explicit MainWindow(const Workbench& bench, QWidget* parent = nullptr);
    ~MainWindow() override;

    // Takes up the connection - empty: what an earlier run left, see Session::resume() - and looks
    // for what that run left besides. Call it once, after the first show.
    void start(const QString& connectionId);
    // A template or a document of the aws CLI.
    void openFile(const QString& file);
    void newTask();
    void bringToFront();
    // For a signal from outside: nobody can be asked, and the journal knows what was begun.
    void closeUnasked();

private:
    void makeCentre();
    void makePages();
    void makeMenus();
    void makeNotices();
    TaskEditor* editor();
    void showPage(int page);
    void followPage(int page);
    void goBack();
    void askForFile();
    // taskId: what the remedy is about, where it is about a task.
    void followRemedy(RemedyAction action, const QString& taskId);
    void showTask(const QString& id);
    void takeSubmitted(const SubmittedTask& task);
    void restoreLayout();
    void saveLayout();

    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

    Workbench m_bench;
    ConnectionDesk* m_connections;
    SandboxDesk* m_sandbox;
    MainMenu* m_menu;
    ConnectionBar* m_top;
    Navigation* m_navigation;
    NoticeBar* m_sessionBar;
    NoticeStack* m_notices;
    PageStack* m_pages;
    UploadsDesk* m_uploads;
    TaskEditor* m_editor = nullptr;
    InterruptedCreates* m_interrupted = nullptr;
    RecipientChoice* m_choice = nullptr;
    RecipientDesk* m_recipients = nullptr;
    KeptDraft* m_kept = nullptr;
    bool m_closeAnyway = false;
};

} // namespace fuotadesk
