#include "sandbox/httpendpoint.h"

#include "sandbox/answerstream.h"
#include "sandbox/requestreader.h"

#include <httplib.h>

#include <algorithm>
#include <condition_variable>
#include <future>
#include <mutex>
#include <thread>
#include <utility>

namespace fuotadesk {

namespace {

constexpr auto Loopback = "127.0.0.1";
constexpr time_t PatienceSeconds = 1; // with a client that says nothing
constexpr int Workers = 8; // so many answers may be late at once

HttpCall callOf(const httplib::Request& request, QByteArray body)
{
    HttpCall call;
    call.method = QByteArray::fromStdString(request.method);
    call.target = QByteArray::fromStdString(request.target);
    call.body = std::move(body);
    for (const auto& [name, value] : request.headers) {
        // the library's own additions: no client sent them
        if (name != "REMOTE_ADDR" && name != "REMOTE_PORT" && name != "LOCAL_ADDR"
            && name != "LOCAL_PORT")
            call.headers.append(
                {QByteArray::fromStdString(name), QByteArray::fromStdString(value)});
    }
    return call;
}

// How the answer to the request goes out that this thread is at.
struct Delivery {
    std::chrono::milliseconds delay{0};
    Cut cut = Cut::None;
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
        AnswerStream stream(socket);
        delivery = {};
        bool closed = false;
        const bool read = process_request(stream, true, closed, nullptr);
        wait(delivery.delay);
        stream.deliver(delivery.cut);
        return read;
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

void write(httplib::Response& response, const HttpAnswer& answer)
{
    delivery = {answer.delay, answer.cut};
    response.status = answer.status;
    response.body = answer.body.toStdString();
    for (const HttpHeader& header : answer.headers)
        response.set_header(header.name.toStdString(), header.value.toStdString());
}

// Without either header there is no body (RFC 9112, 6.3); the library would wait for one.
bool announcesBody(const httplib::Request& request)
{
    const bool mayHaveOne = request.method == "POST" || request.method == "PUT"
        || request.method == "PATCH" || request.method == "DELETE";
    return mayHaveOne
        && (request.has_header("Content-Length") || request.has_header("Transfer-Encoding"));
}

// The library bounds what a client announces; chunks and compressed bodies are bounded here.
bool readBody(const httplib::ContentReader& reader, QByteArray& body)
{
    return reader([&body](const char* data, std::size_t size) {
        if (body.size() + qsizetype(size) > LargestBody)
            return false;
        body.append(data, qsizetype(size));
        return true;
    });
}

} // namespace

class HttpEndpoint::Server {
public:
    Server(const Answer& answer, const Unreadable& unreadable)
        : m_answer(answer),
          m_unreadable(unreadable)
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
        m_http.set_payload_max_length(std::size_t(LargestBody));
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
                write(response, m_answer(callOf(request, {})));
                return Handled::Handled;
            });
        const auto withBody = [this](const httplib::Request& request, httplib::Response& response,
                                     const httplib::ContentReader& reader) {
            QByteArray body;
            if (readBody(reader, body))
                write(response, m_answer(callOf(request, body)));
            else
                response.status = 413;
        };
        const auto anything = "[\\s\\S]*";
        m_http.Post(anything, withBody).Put(anything, withBody);
        m_http.Patch(anything, withBody).Delete(anything, withBody);
        m_http.set_error_handler(httplib::Server::Handler([this](const auto&, auto& response) {
            if (response.body.empty()) // else it is an answer of ours
                write(response,
                      m_unreadable(response.status == 413
                                       ? QStringLiteral("The request body is too large")
                                       : QStringLiteral("The request is not valid HTTP")));
        }));
    }

    const Answer& m_answer;
    const Unreadable& m_unreadable;
    CuttingServer m_http;
    std::thread m_thread;
    quint16 m_port = 0;
};

HttpEndpoint::HttpEndpoint(Answer answer, Unreadable unreadable)
    : m_answer(std::move(answer)),
      m_unreadable(std::move(unreadable))
{
}

HttpEndpoint::~HttpEndpoint()
{
    stop();
}

Result<void> HttpEndpoint::start(quint16 port)
{
    stop();
    auto server = std::make_unique<Server>(m_answer, m_unreadable);
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
