#pragma once

#include "account/served.h"
#include "identity/queryreply.h"

namespace fuotadesk {

// What the front end says of who asks, in the words of the query protocol.
QueryRefusal queryRefusal(const ServiceError& error);

} // namespace fuotadesk
