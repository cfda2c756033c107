#pragma once

#include "aws/transport.h"

namespace fuotadesk {

// Writes one line per exchange to the category "fuotadesk.net" (level info, off unless asked for):
// operation, method, host, path, status or error, request id, time, size. Never headers, queries or
// bodies: they hold secrets.
class LoggingTransport final : public Transport {
public:
    explicit LoggingTransport(Transport& inner) : m_inner(inner) { }

    CallOf<HttpResponse>* send(const HttpRequest& request, QObject* owner) override;

private:
    Transport& m_inner;
};

} // namespace fuotadesk
