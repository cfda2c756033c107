#pragma once

#include "fuota/transferplan.h"

#include <QString>

namespace fuotadesk {

// What a transfer plan says, in words. Numbers are grouped as the system's language does.
// "915 data + 183 redundant = 1,098"
QString planTotals(const TransferPlan& plan);
// "last fragment padded by 80 bytes"
QString planPadding(const TransferPlan& plan);
// "sending takes about 2 h 08 min (1,098 × 7 s)"
QString planSending(const TransferPlan& plan);
// "assumed: fragment size 112 bytes, interval 7 s"; empty when the task decides everything.
QString planAssumed(const TransferPlan& plan);

} // namespace fuotadesk
