#pragma once

#include "campaign/tasklist.h"

#include <QWidget>

#include <array>

class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace fuotadesk {

// The selected task: every member the service tells, each to be selected and copied, and what its
// status means.
class TaskDetails : public QWidget {
    Q_OBJECT

public:
    explicit TaskDetails(QWidget* parent = nullptr);

    // Null: nothing is selected.
    void showTask(const TaskRow* row);
    // So many are selected: only what goes for all of them can be done.
    void showCount(int count);
    void setDeleting(bool deleting);
    void takeFocus();

Q_SIGNALS:
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

    QWidget* makeMembers();
    void addMember(QFormLayout* form, Member member, const QString& label);
    void showStatus(const TaskRow& row);
    void showMembers(const FuotaTask& task);
    void setMember(Member member, const QString& text, const QString& toolTip = {});

    QStackedWidget* m_stack;
    QLabel* m_hint;
    QLabel* m_title;
    QLabel* m_statusIcon;
    QLabel* m_status;
    QLabel* m_meaning;
    QPushButton* m_retry;
    QPushButton* m_delete;
    std::array<QLineEdit*, MemberCount> m_members{};
};

} // namespace fuotadesk
