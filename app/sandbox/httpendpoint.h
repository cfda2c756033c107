#pragma once

#include "base/result.h"
#include "sandbox/httpcall.h"

#include <functional>
#include <memory>

namespace fuotadesk {

// HTTP/1.1 on 127.0.0.1, one request per connection. The handlers are called on the server's
// threads, several at a time. A body over 1 MiB, or what is no HTTP, goes to unreadable; where more
// is taken of some calls a larger one is handed over as cut. An answer may be late or cut, as it
// says itself.
class HttpEndpoint {
public:
    using Answer = std::function<HttpAnswer(const HttpCall&)>;
    using Unreadable = std::function<HttpAnswer(const QString& reason)>;
    using Most = std::function<qsizetype(const HttpCall& head)>; // bytes of its body

    HttpEndpoint(Answer answer, Unreadable unreadable);
    HttpEndpoint(Answer answer, Unreadable unreadable, Most mostOf);
    HttpEndpoint(const HttpEndpoint&) = delete;
    HttpEndpoint& operator=(const HttpEndpoint&) = delete;
    ~HttpEndpoint();

    // Binds and returns; port 0 takes a free one. Error: SandboxUnavailable, code "bind".
    Result<void> start(quint16 port);
    // Returns when the last handler has: at once, or within two seconds when a client stalls.
    void stop();
    quint16 port() const; // 0 when it does not run

private:
    class Server;

    Answer m_answer;
    Unreadable m_unreadable;
    Most m_mostOf;
    std::unique_ptr<Server> m_server;
};

} // namespace fuotadesk
