#pragma once

#include "aws/httpmessage.h"
#include "base/call.h"

namespace fuotadesk {

// Carries one request to the far end. The call fails only when no answer came (see ErrorKind "the
// way to the service"); every status is an answer. Signing, retrying and logging are transports
// around a transport.
class Transport {
public:
    Transport() = default;
    Transport(const Transport&) = delete;
    Transport& operator=(const Transport&) = delete;
    virtual ~Transport() = default;

    virtual CallOf<HttpResponse>* send(const HttpRequest& request, QObject* owner) = 0;
};

} // namespace fuotadesk
