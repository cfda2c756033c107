#pragma once

#include "access/rolebook.h"

namespace fuotadesk {

// The roles the sandbox comes with: those people sign in with, who may do all; those of the
// templates that come with the program, sandbox-firmware-reader and fuota-firmware-reader, which
// read all of sandbox-bucket and of firmware-bucket; service-role/fuota-console, which reads all
// there is through a managed policy; one for each way a role can be wrong, fuota-no-trust (it
// trusts another service), fuota-no-permission and fuota-denied (it is denied
// firmware-bucket/meters/*); and as many of other services that a list of all takes two pages.
QList<HeldRole> givenRoles(const QDateTime& createdAt);

} // namespace fuotadesk
