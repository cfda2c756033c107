#pragma once

#include "base/call.h"
#include "fuota/fuotatask.h"
#include "store/memberbatch.h"

#include <QSet>

#include <memory>

namespace fuotadesk {

class ServiceStack;

// What a task has before its recipients are changed. status is unset when there is no such task.
struct TaskRecipients {
    std::optional<TaskStatus> status;
    QSet<QString> ids; // of the kind that was asked for
    bool hasOtherKind = false; // asked only where ids is empty: a task never has both
};

// Errors are those of FuotaTaskClient. The calls are of Urgency::InSight.
CallOf<TaskRecipients>* readTaskRecipients(const std::shared_ptr<ServiceStack>& stack,
                                           const QString& taskId, MemberKind kind, QObject* owner);

// The devices or groups of a task.
CallOf<QSet<QString>>* readMembers(const std::shared_ptr<ServiceStack>& stack,
                                   const QString& taskId, MemberKind kind, QObject* owner);

} // namespace fuotadesk
