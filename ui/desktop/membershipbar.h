#pragma once

#include <QFrame>
#include <QTimer>

class QLabel;
class QProgressBar;
class QPushButton;

namespace fuotadesk {

class Memberships;
class TaskList;

// How far the change of a task's recipients is, with pause and cancel; hidden while none runs.
class MembershipBar : public QFrame {
    Q_OBJECT

public:
    MembershipBar(Memberships& memberships, const TaskList& tasks, QWidget* parent = nullptr);

private:
    void takeRun();
    void showProgress();
    void pressPause();

    Memberships& m_memberships;
    const TaskList& m_tasks;
    QLabel* m_text;
    QProgressBar* m_progress;
    QPushButton* m_pause;
    QPushButton* m_cancel;
    QTimer m_showLater; // a device a tenth of a second is too much to read
    bool m_isCancelled = false;
};

} // namespace fuotadesk
