#pragma once

#include "text/errortext.h"

namespace fuotadesk {

// Words for what goes wrong between a profile of the AWS tools and its credentials: the shared
// files, the chain, the sign-in. Empty and nothing: the error is about something else.
QString signInSentence(const Error& error);
std::optional<Remedy> signInRemedy(const Error& error);

// What the browser shows when it has come back.
QString signInFarewell();

} // namespace fuotadesk
