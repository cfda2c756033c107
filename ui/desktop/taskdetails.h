#pragma once

#include "campaign/tasklist.h"

#include <QWidget>

#include <array>

class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTabWidget;

namespace fuotadesk {

class TaskWatch;

// The selected task: every member the service tells, each to be selected and copied, and what its
// status means.
class TaskDetails : public QWidget {
    Q_OBJECT

public:
    explicit TaskDetails(QWidget* parent = nullptr);

    // What stands beside the settings: the devices, and how they came along.
    void addWatched(QWidget* devices, QWidget* groups, TaskWatch& watch);
    // Null: nothing is selected.
    void showTask(const TaskRow* row);
    // So many are selected: only what goes for all of them can be done.
    void showCount(int count, bool canStart);
    void setDeleting(bool deleting);
    void setStarting(bool starting);
    void takeFocus();

Q_SIGNALS:
    void editRequested();
    void startRequested();
    void deleteRequested();
    void retryRequested();

private:
    enum Member {
        Name,
        Created,
        Starts,
        Description,
        RfRegion,
        Image,
        Role,
        Descriptor,
        Redundancy,
        FragmentSize,
        Interval,
        Id,
        Arn,
        MemberCount
    };

    QLayout* makeHead();
    QWidget* makeMembers();
    void addMember(QFormLayout* form, Member member, const QString& label);
    void showStatus(const TaskRow& row);
    void enableStart();
    void showMembers(const FuotaTask& task);
    void setMember(Member member, const QString& text, const QString& toolTip = {});

    QStackedWidget* m_stack;
    QTabWidget* m_tabs;
    QLabel* m_hint;
    QLabel* m_title;
    QLabel* m_statusIcon;
    QLabel* m_status;
    QLabel* m_meaning;
    QPushButton* m_retry;
    QPushButton* m_edit;
    QPushButton* m_start;
    QPushButton* m_delete;
    bool m_isStarting = false;
    bool m_canStart = false;
    std::array<QLineEdit*, MemberCount> m_members{};
};

} // namespace fuotadesk
