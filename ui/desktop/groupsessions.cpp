#include "desktop/groupsessions.h"

#include "campaign/grouplist.h"
#include "campaign/groupsessionwatch.h"
#include "desktop/groupsessiondialog.h"
#include "desktop/question.h"
#include "text/numbertext.h"

namespace fuotadesk {

namespace {

QString nameOf(const MulticastGroup& group)
{
    return group.name.isEmpty() ? group.id : group.name;
}

} // namespace

GroupSessions::GroupSessions(GroupSessionWatch& session, GroupList& groups, const Clock& clock,
                             QObject* parent)
    : QObject(parent),
      m_session(session),
      m_groups(groups),
      m_clock(clock)
{
}

void GroupSessions::askToStart(const MulticastGroup& group, QWidget* window)
{
    if (m_isRunning)
        return;
    auto* dialog = new GroupSessionDialog(group, m_clock, window);
    connect(dialog, &GroupSessionDialog::sessionChosen, this,
            [this, group](const MulticastSession& session) { start(group, session); });
    dialog->open();
}

void GroupSessions::start(const MulticastGroup& group, const MulticastSession& session)
{
    m_isRunning = true;
    Q_EMIT runningChanged(true);
    m_session.start(group.id, session, this)
        ->then(this, [this, group, session](const Result<void>& started) {
            const QString name = nameOf(group);
            finish(group.id,
                   started ? Notice{NoticeKind::Info,
                                    tr("The session of “%1” begins at %2.")
                                        .arg(name, localTimeText(session.startTime)),
                                    {},
                                    {}}
                           : errorNotice(tr("The session of “%1” could not be started.").arg(name),
                                         started.error()));
        });
}

// What becomes of a task that is sending is documented nowhere.
void GroupSessions::askToCancel(const MulticastGroup& group, QWidget* window)
{
    if (m_isRunning)
        return;
    const Question question{
        tr("Cancel the session of “%1”?").arg(nameOf(group)),
        tr("Its devices stop listening; one that is told too late listens on. Where a task sends "
           "to the group, what becomes of it is not documented: fragments may be lost on every "
           "device."),
        tr("Cancel session")};
    ask(window, question, [this, group] { cancel(group); });
}

void GroupSessions::cancel(const MulticastGroup& group)
{
    m_isRunning = true;
    Q_EMIT runningChanged(true);
    m_session.cancel(group.id, this)->then(this, [this, group](const Result<void>& cancelled) {
        const QString name = nameOf(group);
        finish(group.id,
               cancelled ? Notice{NoticeKind::Info,
                                  tr("The session of “%1” was cancelled.").arg(name),
                                  {},
                                  {}}
                         : errorNotice(tr("The session of “%1” could not be cancelled.").arg(name),
                                       cancelled.error()));
    });
}

// A session changes the status of its group.
void GroupSessions::finish(const QString& groupId, const Notice& notice)
{
    m_isRunning = false;
    Q_EMIT runningChanged(false);
    m_groups.refreshDetails(groupId);
    Q_EMIT ended(notice);
}

} // namespace fuotadesk
