#pragma once

#include "fuota/taskdraft.h"

namespace fuotadesk {

// "team = field", or the key alone where the tag has no value.
QString tagText(const Tag& tag);
// All of them in one line.
QString tagsText(const QList<Tag>& tags);

} // namespace fuotadesk
