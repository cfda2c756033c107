#pragma once

#include "campaign/groupadvice.h"

namespace fuotadesk {

// What is said of a field of a multicast group or of its session, and what helps.
QString groupFindingText(const GroupFinding& finding);

} // namespace fuotadesk
