#include "base/threadpriority.h"

#ifdef __linux__
#include <sys/resource.h>
#include <unistd.h>
#endif

namespace fuotadesk {

void giveWayToOthers()
{
#ifdef __linux__
    // Of this thread alone: on Linux each has a nice value of its own and hands it down.
    constexpr int Nice = 10;
    setpriority(PRIO_PROCESS, static_cast<id_t>(gettid()), Nice);
#endif
}

} // namespace fuotadesk
