#pragma once

#include "base/call.h"
#include "store/intentjournal.h"

namespace fuotadesk {

class ServiceStack;

// Looks among the service's tasks for the one that an intent with an unknown outcome has made: same
// parameters, made since the intent, and not known to come from another create.
CallOf<std::optional<CreatedTask>>* findEarlierTask(const std::shared_ptr<ServiceStack>& stack,
                                                    const Intent& intent,
                                                    const QStringList& knownTaskIds,
                                                    QObject* owner);

// The parameters an intent was made with.
TaskDraft taskOf(const Intent& intent);

} // namespace fuotadesk
