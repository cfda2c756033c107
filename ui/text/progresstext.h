#pragma once

#include "campaign/watchhistory.h"

#include <QString>

#include <chrono>

namespace fuotadesk {

// "12 have the image, 3 failed, 35 are open."
QString deviceCountsText(const DeviceCounts& counts);
// The local time at which something was, as exact as the stretch it lies in makes sense of: with
// seconds within an hour, with the day beyond one.
QString momentText(const QDateTime& at, std::chrono::milliseconds stretch);
// What a chart of these points shows, for who does not see it: where it begins, changes and ends,
// a dozen lines at most. until: the last look.
QString progressText(const QList<WatchPoint>& points, const QDateTime& until);

} // namespace fuotadesk
