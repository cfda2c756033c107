#include "desktop/taskcreation.h"

#include <QApplication>

namespace fuotadesk {

TaskCreation::TaskCreation(Submission& submission, QObject* parent)
    : QObject(parent),
      m_submission(submission)
{
    connect(&submission, &Submission::stepChanged, this, [this](SubmissionStep step) {
        if (isRunning())
            Q_EMIT stepTold(submissionStepText(step));
    });
}

bool TaskCreation::takePress()
{
    const bool isSecond =
        m_sincePress.isValid() && m_sincePress.elapsed() < QApplication::doubleClickInterval();
    m_sincePress.start();
    return !isSecond;
}

void TaskCreation::start(const TaskDraft& task)
{
    if (isRunning())
        return;
    m_call = m_submission.submit(task, this);
    m_call->then(this, [this](const Result<SubmittedTask>& result) { settle(result); });
    Q_EMIT runningChanged(true);
}

void TaskCreation::cancel()
{
    if (m_call)
        m_call->cancel();
}

void TaskCreation::settle(const Result<SubmittedTask>& result)
{
    m_call.clear();
    Q_EMIT runningChanged(false);
    if (result)
        Q_EMIT succeeded(*result);
    else
        Q_EMIT failed(result.error());
}

QString submissionStepText(SubmissionStep step)
{
    switch (step) {
    case SubmissionStep::Journalling:
        return TaskCreation::tr("Noting what is about to be sent…");
    case SubmissionStep::CheckingEarlier:
        return TaskCreation::tr("Looking for an earlier attempt…");
    case SubmissionStep::Creating:
        break;
    }
    return TaskCreation::tr("Creating the task…");
}

Notice submittedNotice(const SubmittedTask& task, bool hasRecipients)
{
    QString text = hasRecipients
        ? TaskCreation::tr("The task was created. Its recipients are being added.")
        : TaskCreation::tr("The task was created. Its devices and its session come next.");
    if (task.adopted)
        text = TaskCreation::tr("The task is there: an earlier create had already made it.");
    return {NoticeKind::Info, text, {}, TaskCreation::tr("Task ID: %1").arg(task.task.id)};
}

} // namespace fuotadesk
