#pragma once

#include "campaign/submission.h"
#include "desktop/noticebar.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>

namespace fuotadesk {

// One press of "Create task" at a time, and its way to the end: the press, the step in words, the
// outcome. A press that follows within a double click is no press of its own.
class TaskCreation : public QObject {
    Q_OBJECT

public:
    explicit TaskCreation(Submission& submission, QObject* parent = nullptr);

    bool isRunning() const { return !m_call.isNull(); }
    // True once per press: false for the second half of a double click.
    bool takePress();
    void start(const TaskDraft& task);
    void cancel();

Q_SIGNALS:
    void runningChanged(bool running);
    void stepTold(const QString& words);
    void succeeded(const fuotadesk::SubmittedTask& task);
    void failed(const fuotadesk::Error& error);

private:
    void settle(const Result<SubmittedTask>& result);

    Submission& m_submission;
    QPointer<CallOf<SubmittedTask>> m_call;
    QElapsedTimer m_sincePress;
};

// "Looking for an earlier attempt…"
QString submissionStepText(SubmissionStep step);
// How it ended well.
Notice submittedNotice(const SubmittedTask& task, bool hasRecipients);

} // namespace fuotadesk
