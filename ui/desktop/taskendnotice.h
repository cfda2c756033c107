#pragma once

#include <QObject>

class QWidget;

namespace fuotadesk {

class NoticeStack;
class TaskWatch;

// Says that the session of the watched task is over and what became of its devices: over the pages,
// and through the desktop when the operator is looking at something else.
class TaskEndNotice : public QObject {
    Q_OBJECT

public:
    TaskEndNotice(TaskWatch& watch, NoticeStack* notices, QWidget* window);

Q_SIGNALS:
    void taskWanted(const QString& taskId);

private:
    void take(const QString& taskId);

    TaskWatch& m_watch;
    NoticeStack* m_notices;
    QWidget* m_window;
};

} // namespace fuotadesk
