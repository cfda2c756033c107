#pragma once

#include "fuota/fuotatask.h"

#include <QIcon>

namespace fuotadesk {

// The picture of a status, tinted by its meaning; always beside the word.
QIcon statusIcon(TaskStatus status);

} // namespace fuotadesk
