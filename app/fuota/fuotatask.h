#pragma once

#include "fuota/taskdraft.h"

#include <QDateTime>

namespace fuotadesk {

// FuotaTaskStatus of the API; Unknown keeps room for what the service may add. The word itself
// stays in FuotaTask::statusText.
// https://docs.aws.amazon.com/iot-wireless/latest/apireference/API_GetFuotaTask.html
enum class TaskStatus { Unknown, Pending, SessionWaiting, InSession, Done, DeleteWaiting };

TaskStatus taskStatusFromText(const QString& text);
QString taskStatusText(TaskStatus status);

struct FuotaTaskSummary {
    QString id;
    QString arn;
    QString name;

    QString nameOrId() const { return name.isEmpty() ? id : name; }
    friend bool operator==(const FuotaTaskSummary&, const FuotaTaskSummary&) = default;
};

struct CreatedTask {
    QString id;
    QString arn;

    friend bool operator==(const CreatedTask&, const CreatedTask&) = default;
};

// Everything GetFuotaTask tells. Members the service left out are unset. Times are UTC.
struct FuotaTask {
    QString id;
    QString arn;
    TaskStatus status = TaskStatus::Unknown;
    QString statusText;
    TaskDraft parameters; // no token, no tags: the service does not give them back
    QDateTime createdAt;
    QDateTime startTime;

    friend bool operator==(const FuotaTask&, const FuotaTask&) = default;
};

// Whether a task may be what a create with these parameters made: every parameter that was sent
// stands in it.
bool couldBeMadeFrom(const FuotaTask& task, const TaskDraft& parameters);

} // namespace fuotadesk
