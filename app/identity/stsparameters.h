#pragma once

#include "identity/identitycall.h"
#include "identity/stsreply.h"

namespace fuotadesk {

// What the operations of STS are given, held to its model. Nothing: it is all right; else the
// ValidationError in the service's words, about the first member that is wrong.
std::optional<StsRefusal> wrongAssumeRole(const FormFields& fields);
std::optional<StsRefusal> wrongWebIdentity(const FormFields& fields);

StsRefusal stsValidationError(const QString& message);
// DurationSeconds, or an hour. Only after the checks above.
int durationOf(const FormFields& fields);

} // namespace fuotadesk
