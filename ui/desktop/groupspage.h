#pragma once

#include "campaign/workbench.h"
#include "iotwireless/multicastgroup.h"

#include <QTimer>
#include <QWidget>

class QAction;
class QPushButton;
class QToolButton;

namespace fuotadesk {

class GroupDetails;
class GroupDevices;
class GroupDevicesPane;
class GroupEditing;
class GroupSessionPane;
class GroupSessions;
class GroupTable;
class GroupTableModel;
class ListFrame;
class SearchField;
class TableSaver;
struct WindowLayout;

// The multicast groups of the connection, beside them the selected one with its devices and its
// session. The list is read when the page is made.
class GroupsPage : public QWidget {
    Q_OBJECT

public:
    explicit GroupsPage(const Workbench& bench, QWidget* parent = nullptr);

    QList<QAction*> groupActions() const { return m_actions; }
    void focusSearch();
    void refresh();
    void restoreLayout(const WindowLayout& layout);
    void saveLayout(WindowLayout& layout) const;

Q_SIGNALS:
    void connectionRequested();

private:
    QWidget* makeFilter();
    void makeActions();
    void connectGroups();
    void connectParts();
    void takeRows();
    void takeRow(const QString& id);
    void takeState();
    void showSelection();
    void readSelected();
    void editSelected();
    void deleteSelected();
    std::optional<MulticastGroup> selectedGroup() const;
    void addDevicesTab();
    void addSessionTab();
    void showWhatMayBe();
    void showSummary();
    bool isStale() const;

    Workbench m_bench;
    GroupTableModel* m_model;
    GroupTable* m_table;
    GroupEditing* m_editing;
    GroupDevices* m_members;
    GroupDevicesPane* m_devices;
    GroupSessions* m_sessions;
    GroupSessionPane* m_session;
    SearchField* m_search;
    QPushButton* m_newButton;
    QToolButton* m_refresh;
    GroupDetails* m_details;
    ListFrame* m_frame;
    TableSaver* m_saver;
    QList<QAction*> m_actions;
    QAction* m_new = nullptr;
    QAction* m_export = nullptr;
    QTimer m_readLater;
    QTimer m_age; // runs only while the rows are stale
};

} // namespace fuotadesk
