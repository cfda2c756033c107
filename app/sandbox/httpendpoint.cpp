#include "sandbox/httpendpoint.h"

#include "aws/sigv4.h"
#include "sandbox/answerstream.h"
#include "sandbox/requestreader.h"

#include <httplib.h>

#include <algorithm>
#include <condition_variable>
#include <future>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

namespace fuotadesk {

namespace {

constexpr auto Loopback = "127.0.0.1";
constexpr time_t PatienceSeconds = 1; // with a client that says nothing
constexpr qsizetype MostThrownAway = qsizetype{64} * 1024 * 1024; // of a body that is too large
constexpr int Workers = 8; // so many answers may be late at once

thread_local const AnswerStream* connection = nullptr; // that this thread is at

// Headers as they were sent. The library decodes their values and adds some of its own; it is asked
// only which of them it took for one.
HttpCall callOf(const httplib::Request& request)
{
    HttpCall call;
    call.method = QByteArray::fromStdString(request.method);
    call.target = QByteArray::fromStdString(request.target);
    for (const QByteArray& line : connection->head().split('\n').mid(1)) {
        const QByteArray name = line.left(line.indexOf(':'));
        if (line.contains(':') && request.has_header(name.constData()))
            call.headers.append({name, line.mid(name.size() + 1).trimmed()});
    }
    return call;
}

// The answer to the request that this thread is at.
struct Delivery {
    std::optional<HttpAnswer> answer;
    bool toHead = false;
};
thread_local Delivery delivery;

// A server whose answers wait, and may be cut.
class CuttingServer final : public httplib::Server {
public:
    // Answers that still wait go out at once.
    void hurry()
    {
        const std::lock_guard lock(m_mutex);
        m_hurries = true;
        m_hurry.notify_all();
    }

private:
    bool process_and_close_socket(socket_t socket) override
    {
        AnswerStream stream(socket, [this] { return !isHurried(); });
        connection = &stream;
        delivery = {};
        bool closed = false;
        const bool read = process_request(stream, true, closed, nullptr);
        if (delivery.answer)
            wait(delivery.answer->delay);
        stream.deliver(std::exchange(delivery.answer, {}), delivery.toHead);
        return read;
    }

    bool isHurried()
    {
        const std::lock_guard lock(m_mutex);
        return m_hurries;
    }

    void wait(std::chrono::milliseconds delay)
    {
        std::unique_lock lock(m_mutex);
        m_hurry.wait_for(lock, delay, [this] { return m_hurries; });
    }

    std::mutex m_mutex;
    std::condition_variable m_hurry;
    bool m_hurries = false;
};

// What the library makes of the response is not sent: it would cut a body by the Range header, and
// tell its own length of an answer to HEAD.
void write(const httplib::Request& request, httplib::Response& response, HttpAnswer answer)
{
    response.status = answer.status;
    delivery = {std::move(answer), request.method == "HEAD"};
}

// Without either header there is no body (RFC 9112, 6.3); the library would wait for one.
bool announcesBody(const httplib::Request& request)
{
    const bool mayHaveOne = request.method == "POST" || request.method == "PUT"
        || request.method == "PATCH" || request.method == "DELETE";
    return mayHaveOne
        && (request.has_header("Content-Length") || request.has_header("Transfer-Encoding"));
}

// A body that is too large is read on for a while, so that the client comes to hear of it.
bool readBody(const httplib::ContentReader& reader, qsizetype most, HttpCall& call)
{
    qsizetype received = 0;
    return reader([&](const char* data, std::size_t size) {
        received += qsizetype(size);
        call.bodyIsCut = received > most;
        if (call.bodyIsCut)
            call.body.clear();
        else
            call.body.append(data, qsizetype(size));
        return received <= most + MostThrownAway;
    });
}

} // namespace

class HttpEndpoint::Server {
public:
    explicit Server(const HttpEndpoint& endpoint) : m_endpoint(endpoint)
    {
        setLimits();
        setHandlers();
    }

    bool listen(quint16 port)
    {
        m_port = port;
        if (port == 0)
            m_port = quint16(std::max(0, m_http.bind_to_any_port(Loopback)));
        else if (!m_http.bind_to_port(Loopback, port))
            m_port = 0;
        if (m_port == 0)
            return false;
        // stop() is lost on a server that is not in its loop yet; the loop begins by asking for the
        // queue
        std::promise<void> running;
        m_http.new_task_queue = [&running] {
            running.set_value();
            return new httplib::ThreadPool(Workers);
        };
        m_thread = std::thread([this] { m_http.listen_after_bind(); });
        running.get_future().wait();
        return true;
    }

    void stop()
    {
        m_http.hurry();
        m_http.stop();
        if (m_thread.joinable())
            m_thread.join();
    }

    quint16 port() const { return m_port; }

private:
    void setLimits()
    {
        // A kept connection would hold a worker, and with it stop().
        m_http.set_keep_alive_max_count(1);
        m_http.set_keep_alive_timeout(PatienceSeconds);
        m_http.set_read_timeout(PatienceSeconds);
        m_http.set_write_timeout(PatienceSeconds);
        m_http.set_payload_max_length(std::size_t(MostThrownAway));
        m_http.set_tcp_nodelay(true);
        // The library's default lets a second process share the port.
        m_http.set_socket_options([](socket_t socket) {
#ifndef Q_OS_WIN
            const int yes = 1;
            setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
#endif
        });
    }

    void setHandlers()
    {
        using Handled = httplib::Server::HandlerResponse;
        m_http.set_pre_routing_handler(
            [this](const httplib::Request& request, httplib::Response& response) {
                if (announcesBody(request))
                    return Handled::Unhandled;
                write(request, response, m_endpoint.m_answer(callOf(request)));
                return Handled::Handled;
            });
        const auto withBody = [this](const httplib::Request& request, httplib::Response& response,
                                     const httplib::ContentReader& reader) {
            serve(request, response, reader);
        };
        const auto anything = "[\\s\\S]*";
        m_http.Post(anything, withBody).Put(anything, withBody);
        m_http.Patch(anything, withBody).Delete(anything, withBody);
        m_http.set_error_handler(
            httplib::Server::Handler([this](const auto& request, auto& response) {
                if (!delivery.answer) // else it is an answer of ours
                    write(request, response,
                          m_endpoint.m_unreadable(
                              response.status == 413
                                  ? QStringLiteral("The request body is too large")
                                  : QStringLiteral("The request is not valid HTTP")));
            }));
    }

    void serve(const httplib::Request& request, httplib::Response& response,
               const httplib::ContentReader& reader)
    {
        HttpCall call = callOf(request);
        const qsizetype most = m_endpoint.m_mostOf(call);
        const qint64 announced = headerValue(call.headers, "Content-Length").toLongLong();
        call.body.reserve(std::clamp<qint64>(announced, 0, most));
        if (!readBody(reader, most, call)) {
            response.status = call.bodyIsCut || response.status == 413 ? 413 : 400;
            return;
        }
        if (call.bodyIsCut && most == LargestBody) {
            response.status = 413;
            return;
        }
        call.bodySha256 = sha256Hex(call.body);
        write(request, response, m_endpoint.m_answer(call));
    }

    const HttpEndpoint& m_endpoint;
    CuttingServer m_http;
    std::thread m_thread;
    quint16 m_port = 0;
};

HttpEndpoint::HttpEndpoint(Answer answer, Unreadable unreadable)
    : HttpEndpoint(std::move(answer), std::move(unreadable),
                   [](const HttpCall&) { return LargestBody; })
{
}

HttpEndpoint::HttpEndpoint(Answer answer, Unreadable unreadable, Most mostOf)
    : m_answer(std::move(answer)),
      m_unreadable(std::move(unreadable)),
      m_mostOf(std::move(mostOf))
{
}

HttpEndpoint::~HttpEndpoint()
{
    stop();
}

Result<void> HttpEndpoint::start(quint16 port)
{
    stop();
    auto server = std::make_unique<Server>(*this);
    if (!server->listen(port))
        return failure(ErrorKind::SandboxUnavailable, QStringLiteral("bind"),
                       QStringLiteral("%1:%2").arg(QLatin1String(Loopback)).arg(port));
    m_server = std::move(server);
    return {};
}

void HttpEndpoint::stop()
{
    if (m_server)
        m_server->stop();
    m_server.reset();
}

quint16 HttpEndpoint::port() const
{
    return m_server ? m_server->port() : 0;
}

} // namespace fuotadesk
