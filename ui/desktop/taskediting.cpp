#include "desktop/taskediting.h"

#include "campaign/tasklist.h"
#include "campaign/tasktags.h"
#include "desktop/tagsdialog.h"
#include "desktop/taskeditdialog.h"

#include <QPointer>

namespace fuotadesk {

TaskEditing::TaskEditing(const Workbench& bench, TaskTags& tags, QObject* parent)
    : QObject(parent),
      m_bench(bench),
      m_tags(tags)
{
}

void TaskEditing::askToChange(const FuotaTask& task, QWidget* window)
{
    auto* dialog = new TaskEditDialog(task, m_bench.images, window);
    connect(dialog, &TaskEditDialog::submitted, this,
            [this, task, dialog](const TaskChange& wanted) { change(task, wanted, dialog); });
    dialog->open();
}

void TaskEditing::change(const FuotaTask& task, const TaskChange& change, TaskEditDialog* dialog)
{
    dialog->setBusy(true);
    const QString name = change.changed.name.value_or(task.parameters.name.value_or(task.id));
    follow(m_bench.tasks.update(task.id, change, this), dialog, tr("“%1” was changed.").arg(name),
           tr("“%1” could not be changed.").arg(name));
}

void TaskEditing::askForTags(const FuotaTaskSummary& task, QWidget* window)
{
    auto* dialog = new TagsDialog(task.nameOrId(), window);
    connect(dialog, &TagsDialog::retryRequested, this,
            [this, task, dialog] { readTags(task, dialog); });
    connect(dialog, &TagsDialog::submitted, this,
            [this, task, dialog](const QList<Tag>& before, const QList<Tag>& after) {
                changeTags(task, before, after, dialog);
            });
    dialog->open();
    readTags(task, dialog);
}

void TaskEditing::readTags(const FuotaTaskSummary& task, TagsDialog* dialog)
{
    m_tags.read(task, dialog)->then(dialog, [dialog](const Result<QList<Tag>>& tags) {
        if (tags) {
            dialog->setTags(*tags);
            return;
        }
        Notice notice = errorNotice(tr("The tags could not be read."), tags.error());
        notice.remedies = {tr("Try again")};
        dialog->showUnread(notice);
    });
}

void TaskEditing::changeTags(const FuotaTaskSummary& task, const QList<Tag>& before,
                             const QList<Tag>& after, TagsDialog* dialog)
{
    dialog->setBusy(true);
    const QString name = task.nameOrId();
    follow(m_tags.change(task, before, after, this), dialog,
           tr("The tags of “%1” were changed.").arg(name),
           tr("The tags of “%1” could not all be changed.").arg(name));
}

// Told in the dialog as long as it is open.
template <typename Dialog>
void TaskEditing::follow(CallOf<void>* call, Dialog* dialog, const QString& done,
                         const QString& refused)
{
    call->then(this, [=, this, open = QPointer(dialog)](const Result<void>& changed) {
        if (changed) {
            if (open)
                open->accept();
            Q_EMIT ended({NoticeKind::Info, done, {}, {}});
        } else if (open) {
            open->refuse(errorNotice(refused, changed.error()));
        } else {
            Q_EMIT ended(errorNotice(refused, changed.error()));
        }
    });
}

} // namespace fuotadesk
