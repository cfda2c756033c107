#pragma once

#include "campaign/taskgroups.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace fuotadesk {

class GroupTableModel;
class IdTable;
class NoticeBar;
class TaskWatch;

// The multicast groups of the watched task, each with its class, region and state. Before the start
// groups can be added and removed.
class TaskGroupsPane : public QWidget {
    Q_OBJECT

public:
    TaskGroupsPane(Session& session, TaskWatch& watch, QWidget* parent = nullptr);

Q_SIGNALS:
    void addRequested();
    void removeRequested(const QStringList& groupIds);

private:
    void connectParts();
    QLayout* makeButtons();
    void followWatch();
    void takeState();
    void enableButtons();
    QString summary() const;

    TaskWatch& m_watch;
    TaskGroups m_groups;
    GroupTableModel* m_model;
    IdTable* m_table;
    NoticeBar* m_failure;
    QLabel* m_summary;
    QPushButton* m_add;
    QPushButton* m_remove;
};

} // namespace fuotadesk
