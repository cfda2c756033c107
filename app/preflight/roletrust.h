#pragma once

#include "aws/iam/iamvalues.h"
#include "base/result.h"
#include "policy/verdict.h"

#include <optional>

namespace fuotadesk {

// Whether AWS IoT Wireless may assume the role for tasks of the role's own account. Errors: those
// of parsePolicy().
Result<Verdict> roleTrust(const IamRole& role);

// Those that can be used come first: 0 for them, 1 where it depends or is not known, 2 for all
// others.
int trustRank(std::optional<Verdict> trust);

} // namespace fuotadesk
