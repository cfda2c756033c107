#pragma once

#include "iotwireless/pagelister.h"

#include <QStringList>

namespace fuotadesk {

// Who is in what, as far as ids tell: for lists of ids and for reading an association back.
Listing devicesOf(const char* filter, const QString& id); // "FuotaTaskId" or "MulticastGroupId"
Listing groupsOf(const QString& taskId);

CallOf<QStringList>* listIds(OperationCaller& caller, const Listing& listing, QObject* owner);
// Whether id stands in the list; asks for all pages.
CallOf<bool>* lists(OperationCaller& caller, const Listing& listing, const QString& id,
                    QObject* owner);

} // namespace fuotadesk
