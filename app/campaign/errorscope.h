#pragma once

#include "base/error.h"

namespace fuotadesk {

// Whom a failure is about when many like requests are made, one for each device. One: the device;
// the others go on. All: the way, the keys or this machine; whoever follows would fail as well.
// Unclear: may be either, which the next answers show.
enum class ErrorScope { One, Unclear, All };

ErrorScope scopeOf(const Error& error);

// Of the unclear ones: whether the same request may well succeed later.
bool mayPass(const Error& error);

// After so many unclear failures without another answer between them all are meant.
inline constexpr int FailuresThatMeanAll = 3;

} // namespace fuotadesk
