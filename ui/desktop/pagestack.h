#pragma once

#include "campaign/workbench.h"

#include <QStackedWidget>

class QAction;

namespace fuotadesk {

class ActivityPage;
class DevicesPage;
class GroupsPage;
class TasksPage;
class TemplatesPage;
struct Template;
struct WindowLayout;

// How a page is called in the navigation and in the menu.
struct PageTitle {
    QString text; // with its mnemonic
    QString icon;
};

// The pages in the middle of the window: those of the navigation in its order, then the editor,
// which the window makes. All others but Tasks are made when they are first shown. What leads out
// of a page is told here, whichever page it was.
class PageStack : public QStackedWidget {
    Q_OBJECT

public:
    enum Page { Tasks, Devices, Groups, Templates, Activity, Editor };

    explicit PageStack(const Workbench& bench, QWidget* parent = nullptr);

    static QList<PageTitle> titles();
    TasksPage& tasks() const { return *m_tasks; }
    void setEditor(QWidget* editor) { fill(Editor, editor); }
    void showPage(int page);
    // Of the pages that were made; the others keep what was remembered.
    void saveLayout(WindowLayout& layout) const;
    // On the page in sight; where it has none of that, on Tasks.
    void refresh();
    void search();

Q_SIGNALS:
    void newTaskRequested();
    void connectionRequested();
    // The editor should open it.
    void templateChosen(const fuotadesk::Template& chosen, const QString& file);
    void fileChosen(const QString& file);
    // What a page that was just made offers, for a menu of that title.
    void actionsMade(const QString& title, const QList<QAction*>& actions);

private:
    void make(int page);
    void makeDevices();
    void makeGroups();
    void makeTemplates();
    void makeActivity();
    void fill(int page, QWidget* content);

    Workbench m_bench;
    TasksPage* m_tasks;
    DevicesPage* m_devices = nullptr;
    GroupsPage* m_groups = nullptr;
    TemplatesPage* m_templates = nullptr;
    ActivityPage* m_activity = nullptr;
};

} // namespace fuotadesk
