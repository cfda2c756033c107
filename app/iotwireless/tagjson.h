#pragma once

#include "fuota/taskdraft.h"

#include <QJsonArray>
#include <QJsonObject>

namespace fuotadesk {

// The member Tags of requests and answers.
QJsonArray tagsJson(const QList<Tag>& tags);
void putTags(QJsonObject& object, const QList<Tag>& tags); // unless there are none
// A tag without a key is none.
QList<Tag> tagsOf(const QJsonObject& object);

} // namespace fuotadesk
