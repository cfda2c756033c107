#pragma once

#include "campaign/workbench.h"
#include "fuota/template.h"

#include <QObject>

namespace fuotadesk {

class NoticeStack;
struct NextAttempt;

// Makes the draft of a task after another one: the same again, or for the devices that failed, with
// what their statuses advise.
class NextTask : public QObject {
    Q_OBJECT

public:
    NextTask(const Workbench& bench, NoticeStack* notices, QObject* parent = nullptr);

    void duplicate(const QString& taskId);
    // The task is the watched one.
    void forFailed(const QString& taskId);

Q_SIGNALS:
    void draftMade(const fuotadesk::Template& draft);

private:
    void tell(const NextAttempt& next);
    void raiseRedundancy(qint64 percent);

    Workbench m_bench;
    NoticeStack* m_notices;
};

} // namespace fuotadesk
