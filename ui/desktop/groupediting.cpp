#include "desktop/groupediting.h"

#include "campaign/groupcreation.h"
#include "desktop/groupdialog.h"
#include "desktop/question.h"

#include <QPointer>

namespace fuotadesk {

namespace {

QString nameOf(const QString& name, const QString& id)
{
    return name.isEmpty() ? id : name;
}

// Only what differs is sent.
GroupChange changeOf(const MulticastGroup& group, const GroupDraft& draft)
{
    GroupChange change;
    const QString name = draft.name.value_or(QString());
    const QString description = draft.description.value_or(QString());
    if (name != group.name)
        change.name = name;
    if (description != group.description)
        change.description = description;
    if (draft.transmission != group.transmission)
        change.transmission = draft.transmission;
    return change;
}

} // namespace

GroupEditing::GroupEditing(Session& session, GroupList& groups, GroupCreation& creation,
                           QObject* parent)
    : QObject(parent),
      m_session(session),
      m_groups(groups),
      m_creation(creation)
{
}

void GroupEditing::askForNew(QWidget* window)
{
    auto* dialog = new GroupDialog(m_session, window);
    connect(dialog, &GroupDialog::submitted, this,
            [this, dialog](const GroupDraft& draft) { create(draft, dialog); });
    dialog->open();
}

void GroupEditing::create(const GroupDraft& draft, GroupDialog* dialog)
{
    dialog->setBusy(true);
    m_creation.submit(draft, this)
        ->then(this, [this, draft, open = QPointer(dialog)](const Result<CreatedGroup>& created) {
            takeCreated(created, draft, open);
        });
}

void GroupEditing::takeCreated(const Result<CreatedGroup>& created, const GroupDraft& draft,
                               GroupDialog* dialog)
{
    if (created) {
        if (dialog)
            dialog->accept();
        m_groups.refresh();
        Q_EMIT this->created(created->id);
        Q_EMIT ended({NoticeKind::Info,
                      tr("“%1” was created. Its devices come next.")
                          .arg(nameOf(draft.name.value_or(QString()), created->id)),
                      {},
                      tr("Group ID: %1").arg(created->id)});
        return;
    }
    Notice notice = errorNotice(tr("The group could not be created."), created.error());
    if (created.error().kind == ErrorKind::EarlierCreateSucceeded) {
        m_groups.refresh();
        notice = {NoticeKind::Warning,
                  tr("The group was already created, as it was before the last edit. Press again "
                     "for another one."),
                  {},
                  tr("Group ID: %1").arg(created.error().code)};
    }
    tell(notice, dialog);
}

void GroupEditing::tell(const Notice& notice, GroupDialog* dialog)
{
    if (dialog)
        dialog->refuse(notice);
    else
        Q_EMIT ended(notice);
}

void GroupEditing::askToChange(const MulticastGroup& group, QWidget* window)
{
    auto* dialog = new GroupDialog(group, m_session, window);
    connect(dialog, &GroupDialog::submitted, this,
            [this, group, dialog](const GroupDraft& draft) { change(group, draft, dialog); });
    dialog->open();
}

void GroupEditing::change(const MulticastGroup& group, const GroupDraft& draft, GroupDialog* dialog)
{
    const GroupChange change = changeOf(group, draft);
    if (change == GroupChange()) {
        dialog->accept();
        return;
    }
    dialog->setBusy(true);
    const QString name = nameOf(draft.name.value_or(QString()), group.id);
    m_groups.update(group.id, change, this)
        ->then(this, [this, name, open = QPointer(dialog)](const Result<void>& changed) {
            if (changed) {
                if (open)
                    open->accept();
                Q_EMIT ended({NoticeKind::Info, tr("“%1” was changed.").arg(name), {}, {}});
            } else {
                tell(errorNotice(tr("“%1” could not be changed.").arg(name), changed.error()),
                     open);
            }
        });
}

void GroupEditing::askToDelete(const MulticastGroupSummary& group, QWidget* window)
{
    if (m_isRemoving)
        return;
    const Question question{
        tr("Delete the multicast group “%1”?").arg(nameOf(group.name, group.id)),
        tr("Its devices leave it and stay in the account. This can not be undone. A group that a "
           "task uses can not be deleted."),
        tr("Delete")};
    ask(window, question, [this, group] { remove(group); });
}

void GroupEditing::remove(const MulticastGroupSummary& group)
{
    m_isRemoving = true;
    Q_EMIT runningChanged(true);
    const QString name = nameOf(group.name, group.id);
    m_groups.remove(group.id, this)->then(this, [this, name](const Result<void>& removed) {
        m_isRemoving = false;
        Q_EMIT runningChanged(false);
        if (removed)
            Q_EMIT ended({NoticeKind::Info, tr("“%1” was deleted.").arg(name), {}, {}});
        else
            Q_EMIT ended(errorNotice(tr("“%1” could not be deleted.").arg(name), removed.error()));
    });
}

} // namespace fuotadesk
