#include "sandbox/answerstream.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

namespace fuotadesk {

namespace {

#ifdef Q_OS_WIN
void closeSocket(socket_t socket)
{
    closesocket(socket);
}
constexpr int SendFlags = 0;
constexpr int BothWays = SD_BOTH;
bool isTimeout()
{
    return WSAGetLastError() == WSAETIMEDOUT;
}
#else
void closeSocket(socket_t socket)
{
    close(socket);
}
#ifdef MSG_NOSIGNAL
constexpr int SendFlags = MSG_NOSIGNAL;
#else
constexpr int SendFlags = 0;
#endif
constexpr int BothWays = SHUT_RDWR;
bool isTimeout()
{
    return errno == EAGAIN;
}
#endif

constexpr int MostSilences = 5; // of a second each, in a row
constexpr auto EndOfHead = "\r\n\r\n";
constexpr qsizetype LargestHead = qsizetype{1024} * 1024;

// Without a timely goodbye: closing then sends a reset.
void forgetManners(socket_t socket)
{
    linger abrupt{};
    abrupt.l_onoff = 1;
    setsockopt(socket, SOL_SOCKET, SO_LINGER, reinterpret_cast<const char*>(&abrupt),
               sizeof abrupt);
}

bool fitsALine(const HttpHeader& header)
{
    const auto breaks = [](const QByteArray& text) {
        return text.contains('\r') || text.contains('\n');
    };
    return !breaks(header.name) && !breaks(header.value);
}

// Status line and headers; a length that the answer tells itself is that of what HEAD asks about.
QByteArray headOf(const HttpAnswer& answer)
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(answer.status) + " \r\n";
    for (const HttpHeader& header : answer.headers)
        if (fitsALine(header))
            head += header.name + ": " + header.value + "\r\n";
    const bool hasLength = !headerValue(answer.headers, "Content-Length").isEmpty();
    if (!hasLength && answer.status != 204 && answer.status != 304)
        head += "Content-Length: " + QByteArray::number(answer.body.size()) + "\r\n";
    return head + "Connection: close\r\n\r\n";
}

} // namespace

AnswerStream::AnswerStream(socket_t socket, std::function<bool()> mayWait)
    : m_socket(socket),
      m_mayWait(std::move(mayWait))
{
}

AnswerStream::~AnswerStream()
{
    closeSocket(m_socket);
}

void AnswerStream::deliver(const std::optional<HttpAnswer>& answer, bool toHead)
{
    const Cut cut = answer ? answer->cut : Cut::None;
    if (cut == Cut::Reset) {
        forgetManners(m_socket);
        return;
    }
    const QByteArray head = answer ? headOf(*answer) : m_written;
    QByteArrayView body = answer && !toHead ? QByteArrayView(answer->body) : QByteArrayView();
    const bool isCutInHead = cut == Cut::InAnswer && body.isEmpty();
    if (cut == Cut::InAnswer)
        body = body.first(body.size() / 2);
    if (cut != Cut::BeforeAnswer) {
        send(isCutInHead ? QByteArrayView(head).first(head.size() / 2) : QByteArrayView(head));
        send(body);
    }
    m_written.clear();
    shutdown(m_socket, BothWays);
}

ssize_t AnswerStream::read(char* data, std::size_t size)
{
    // An interim answer ("100 Continue"): the client waits for it.
    if (!m_written.isEmpty()) {
        send(m_written);
        m_written.clear();
    }
    if (m_received.isEmpty() && !receive())
        return 0;
    const qsizetype count = std::min(m_received.size(), qsizetype(size));
    std::memcpy(data, m_received.data(), std::size_t(count));
    m_received = m_received.sliced(count);
    if (!m_head.endsWith(EndOfHead) && m_head.size() < LargestHead)
        m_head.append(data, count);
    return ssize_t(count);
}

// False: the client is gone, or has said nothing for too long.
bool AnswerStream::receive()
{
    for (int silences = 0; silences < MostSilences; ++silences) {
        const auto count = recv(m_socket, m_buffer.data(), m_buffer.size(), 0);
        if (count > 0) {
            m_received = QByteArrayView(m_buffer.data(), qsizetype(count));
            m_hasBegun = true;
            return true;
        }
        if (count == 0 || !isTimeout() || !m_hasBegun || !m_mayWait())
            return false;
    }
    return false;
}

ssize_t AnswerStream::write(const char* data, std::size_t size)
{
    m_written.append(data, qsizetype(size));
    return ssize_t(size);
}

// Nobody asks: the library's own headers with them are dropped.
void AnswerStream::get_remote_ip_and_port(std::string& ip, int& port) const
{
    ip.clear();
    port = 0;
}

void AnswerStream::get_local_ip_and_port(std::string& ip, int& port) const
{
    ip.clear();
    port = 0;
}

void AnswerStream::send(QByteArrayView bytes)
{
    for (qsizetype sent = 0; sent < bytes.size();) {
        const auto count =
            ::send(m_socket, bytes.data() + sent, std::size_t(bytes.size() - sent), SendFlags);
        if (count <= 0)
            return; // the client is gone
        sent += qsizetype(count);
    }
}

} // namespace fuotadesk
