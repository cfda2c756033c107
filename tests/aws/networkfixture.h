#pragma once

#include "aws/networktransport.h"

#include "support/loopbackserver.h"
#include "support/outcome.h"

#include <memory>

namespace fuotadesk {

inline HttpRequest request(const QUrl& url, const QByteArray& method = "GET",
                           const QByteArray& body = {})
{
    HttpRequest result;
    result.method = method;
    result.url = url;
    result.body = body;
    if (!body.isEmpty())
        result.headers.append(HttpHeader{"Content-Type", "application/json"});
    result.timeout = std::chrono::seconds(10);
    return result;
}

// A transport and a server that does as it is told.
struct NetworkFixture {
    LoopbackServer server;
    std::unique_ptr<NetworkTransport> transport =
        std::make_unique<NetworkTransport>(NetworkOptions());
    QObject owner;
    Outcome<HttpResponse> outcome;

    void send(const HttpRequest& what) { outcome.watch(transport->send(what, &owner), &owner); }
    const Error& error() const { return outcome.result->error(); }
};

} // namespace fuotadesk
