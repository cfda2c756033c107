#pragma once

#include "fuota/taskdraft.h"

#include <QJsonObject>
#include <QStringList>

namespace fuotadesk {

// The body of CreateFuotaTask: the members that are set, spelled as the API spells them.
QJsonObject taskJson(const TaskDraft& task);

// A TaskDraft read back. Members the table does not have are listed in unknown, members of the
// wrong type in wrongType ("RedundancyPercent", "LoRaWAN.RfRegion", "Tags"); both are left out of
// task. Values are not validated here.
struct TaskFromJson {
    TaskDraft task;
    QStringList unknown;
    QStringList wrongType;
};

TaskFromJson taskFromJson(const QJsonObject& object);

// The members of object that the table does not have, where they stand: what a save must keep.
QJsonObject unknownTaskMembers(const QJsonObject& object);

} // namespace fuotadesk
