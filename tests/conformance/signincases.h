#pragma once

#include "conformance/caserunner.h"

namespace fuotadesk {

// The kinds provider-scenario and login-session: files and variables of a case are laid out in a
// folder of its own, what goes over the network is compared with what was recorded.
Disagreements checkSignIn(const QJsonObject& test);

} // namespace fuotadesk
