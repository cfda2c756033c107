#pragma once

#include "fuota/fieldtable.h"

namespace fuotadesk {

// What UpdateFuotaTask is to change: only what is set in changed is sent. Tags and the token are no
// part of an update.
// https://docs.aws.amazon.com/iot-wireless/latest/apireference/API_UpdateFuotaTask.html
struct TaskChange {
    TaskDraft changed;
    // Set before and unset now: no update takes a value back, so these stay as they are.
    QList<Field> stay;

    bool isEmpty() const { return changed == TaskDraft(); }

    friend bool operator==(const TaskChange&, const TaskChange&) = default;
};

TaskChange taskChange(const TaskDraft& before, const TaskDraft& after);

} // namespace fuotadesk
