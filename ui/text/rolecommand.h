#pragma once

#include "preflight/rolecreation.h"

namespace fuotadesk {

// The two commands of the aws CLI that make a role as it is planned, for a POSIX shell.
// https://docs.aws.amazon.com/cli/latest/reference/iam/create-role.html
QString roleCommands(const RolePlan& plan);

} // namespace fuotadesk
