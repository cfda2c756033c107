#pragma once

#include "identity/queryparameters.h"

namespace fuotadesk {

// What the operations of STS are given, held to its model. Nothing: it is all right; else the
// ValidationError in the service's words, about the first member that is wrong.
std::optional<QueryRefusal> wrongAssumeRole(const FormFields& fields);
std::optional<QueryRefusal> wrongWebIdentity(const FormFields& fields);

// DurationSeconds, or an hour. Only after the checks above.
int durationOf(const FormFields& fields);

} // namespace fuotadesk
