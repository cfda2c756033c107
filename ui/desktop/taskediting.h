#pragma once

#include "base/call.h"
#include "campaign/workbench.h"
#include "desktop/noticebar.h"
#include "fuota/fuotatask.h"

namespace fuotadesk {

class TagsDialog;
class TaskEditDialog;
class TaskTags;
struct TaskChange;

// Changes a task and its tags, each in a dialog of its own, and tells how that ended.
class TaskEditing : public QObject {
    Q_OBJECT

public:
    TaskEditing(const Workbench& bench, TaskTags& tags, QObject* parent = nullptr);

    // A task that is Pending; nothing else is changed by the service.
    void askToChange(const FuotaTask& task, QWidget* window);
    void askForTags(const FuotaTaskSummary& task, QWidget* window);

Q_SIGNALS:
    void ended(const fuotadesk::Notice& notice);

private:
    void change(const FuotaTask& task, const TaskChange& change, TaskEditDialog* dialog);
    void readTags(const FuotaTaskSummary& task, TagsDialog* dialog);
    void changeTags(const FuotaTaskSummary& task, const QList<Tag>& before, const QList<Tag>& after,
                    TagsDialog* dialog);

    template <typename Dialog>
    void follow(CallOf<void>* call, Dialog* dialog, const QString& done, const QString& refused);

    Workbench m_bench;
    TaskTags& m_tags;
};

} // namespace fuotadesk
