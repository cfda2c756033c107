#pragma once

#include "signin/calleridentity.h"
#include "signin/profileentry.h"

namespace fuotadesk {

// "123456789012 · role fuota-operator"
QString identityText(const CallerIdentity& identity);
// How a profile comes to its credentials: "assumes role fuota-operator, asks for a code".
QString profileText(const ProfileEntry& profile);

} // namespace fuotadesk
