#include "signin/loopbacklistener.h"

#include "signin/redirectrequest.h"

#include <httplib.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstring>
#include <future>
#include <thread>
#include <utility>

namespace fuotadesk {

using namespace std::chrono_literals;

namespace {

constexpr auto Loopback = "127.0.0.1";
constexpr time_t SilenceSeconds = 1; // between two pieces of a request
constexpr auto LongestRequestTime = 2s;
constexpr qsizetype LargestRequest = qsizetype(16) * 1024; // bytes

#ifdef Q_OS_WIN
constexpr int SendFlags = 0;
constexpr int BothWays = SD_BOTH;
void closeSocket(socket_t socket)
{
    closesocket(socket);
}
#else
#ifdef MSG_NOSIGNAL
constexpr int SendFlags = MSG_NOSIGNAL;
#else
constexpr int SendFlags = 0;
#endif
constexpr int BothWays = SHUT_RDWR;
void closeSocket(socket_t socket)
{
    close(socket);
}
#endif

// One connection as the HTTP library reads and writes it, bounded in bytes and in time.
class BoundedStream final : public httplib::Stream {
public:
    explicit BoundedStream(socket_t socket) : m_socket(socket) { }

    void deliver()
    {
        for (qsizetype sent = 0; sent < m_written.size();) {
            const auto count = ::send(m_socket, m_written.constData() + sent,
                                      std::size_t(m_written.size() - sent), SendFlags);
            if (count <= 0)
                return; // the browser is gone
            sent += qsizetype(count);
        }
    }

    bool is_readable() const override { return true; }
    bool is_writable() const override { return true; }

    // The library asks for single bytes.
    ssize_t read(char* data, std::size_t size) override
    {
        if (m_taken == m_received.size() && !receive())
            return 0;
        const qsizetype count = std::min(m_received.size() - m_taken, qsizetype(size));
        std::memcpy(data, m_received.constData() + m_taken, std::size_t(count));
        m_taken += count;
        return ssize_t(count);
    }

    ssize_t write(const char* data, std::size_t size) override
    {
        m_written.append(data, qsizetype(size));
        return ssize_t(size);
    }

    void get_remote_ip_and_port(std::string& ip, int& port) const override
    {
        ip.clear();
        port = 0;
    }
    void get_local_ip_and_port(std::string& ip, int& port) const override
    {
        ip.clear();
        port = 0;
    }
    socket_t socket() const override { return m_socket; }

private:
    bool receive()
    {
        std::array<char, 4096> buffer{};
        if (m_received.size() > LargestRequest
            || std::chrono::steady_clock::now() - m_start > LongestRequestTime)
            return false;
        const auto count = recv(m_socket, buffer.data(), buffer.size(), 0);
        if (count <= 0)
            return false;
        m_received.append(buffer.data(), qsizetype(count));
        return true;
    }

    socket_t m_socket;
    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
    QByteArray m_received;
    qsizetype m_taken = 0; // of what was received
    QByteArray m_written;
};

std::string pageOf(const QString& words)
{
    const QString page = QStringLiteral("<!DOCTYPE html><html><head><meta charset=\"utf-8\">"
                                        "<title>FUOTA Desk</title></head><body><p>%1</p>"
                                        "</body></html>\n");
    return page.arg(words.toHtmlEscaped()).toStdString();
}

} // namespace

// All but stop() runs on its one worker, so there is one request at a time.
class LoopbackListener::Server final : public httplib::Server {
public:
    using Taken = std::function<void(const Result<Secret>& code)>;

    Server(const Secret& state, const QString& words, Taken taken)
        : m_state(state),
          m_page(pageOf(words)),
          m_taken(std::move(taken))
    {
        set_keep_alive_max_count(1);
        set_read_timeout(SilenceSeconds);
        set_write_timeout(SilenceSeconds);
        set_tcp_nodelay(true);
        // The library's default lets a second process share the port.
        set_socket_options([](socket_t socket) {
#ifndef Q_OS_WIN
            const int yes = 1;
            setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
#endif
        });
        // Before the library would read a body.
        set_pre_routing_handler(
            [this](const httplib::Request& request, httplib::Response& response) {
                answer(request, response);
                return HandlerResponse::Handled;
            });
    }

    ~Server() override
    {
        end();
    }

    // 0: it can not be had.
    quint16 begin()
    {
        const int port = std::max(0, bind_to_any_port(Loopback));
        if (port == 0)
            return 0;
        // stop() is lost on a server that is not in its loop yet; the loop begins by asking for the
        // queue
        std::promise<void> running;
        new_task_queue = [&running] {
            running.set_value();
            return new httplib::ThreadPool(1);
        };
        m_thread = std::thread([this] { listen_after_bind(); });
        running.get_future().wait();
        return quint16(port);
    }

private:
    // A client that stalls would hold the worker: its connection ends first.
    void end()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_ends = true;
            if (m_current != INVALID_SOCKET)
                shutdown(m_current, BothWays);
        }
        stop();
        if (m_thread.joinable())
            m_thread.join();
    }

    bool enter(socket_t socket)
    {
        const std::lock_guard lock(m_mutex);
        m_current = m_ends ? INVALID_SOCKET : socket;
        return !m_ends;
    }

    void leave(socket_t socket)
    {
        const std::lock_guard lock(m_mutex);
        m_current = INVALID_SOCKET;
        shutdown(socket, BothWays);
        closeSocket(socket);
    }

    bool process_and_close_socket(socket_t socket) override
    {
        bool isRead = false;
        if (enter(socket)) {
            BoundedStream stream(socket);
            bool isClosed = false;
            isRead = process_request(stream, true, isClosed, nullptr);
            stream.deliver();
        }
        leave(socket);
        // Not before the browser has its page: the listener may be gone then.
        if (const auto outcome = std::exchange(m_outcome, {}))
            m_taken(*outcome);
        return isRead;
    }

    void answer(const httplib::Request& request, httplib::Response& response)
    {
        RedirectVerdict verdict;
        if (!m_isDone)
            verdict = judgedRedirect(QByteArray::fromStdString(request.method),
                                     QByteArray::fromStdString(request.target), m_state.reveal());
        response.status = verdict.status;
        response.set_header("Cache-Control", "no-store");
        response.set_header("Referrer-Policy", "no-referrer");
        response.set_header("Content-Security-Policy", "default-src 'none'");
        if (!verdict.outcome)
            return;
        response.set_content(m_page, "text/html; charset=utf-8");
        m_isDone = true;
        m_outcome = verdict.outcome;
    }

    Secret m_state;
    std::string m_page;
    Taken m_taken;
    bool m_isDone = false;
    std::optional<Result<Secret>> m_outcome;
    std::mutex m_mutex;
    socket_t m_current = INVALID_SOCKET;
    bool m_ends = false;
    std::thread m_thread;
};

LoopbackListener::LoopbackListener(const Secret& state, const QString& words, QObject* parent)
    : QObject(parent),
      m_state(state),
      m_words(words)
{
}

LoopbackListener::~LoopbackListener() = default;

Result<quint16> LoopbackListener::listen()
{
    m_server = std::make_unique<Server>(
        m_state, m_words, [this, slot = m_mailbox.slot()](const Result<Secret>& code) {
            slot->post([this, code] { Q_EMIT redirected(code); });
        });
    const quint16 port = m_server->begin();
    if (port == 0)
        return failure(ErrorKind::Refused, QStringLiteral("loopback"));
    return port;
}

} // namespace fuotadesk
