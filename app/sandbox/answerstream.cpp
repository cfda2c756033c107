#include "sandbox/answerstream.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace fuotadesk {

namespace {

#ifdef Q_OS_WIN
void closeSocket(socket_t socket)
{
    closesocket(socket);
}
constexpr int SendFlags = 0;
constexpr int BothWays = SD_BOTH;
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
#endif

// Without a timely goodbye: closing then sends a reset.
void forgetManners(socket_t socket)
{
    linger abrupt{};
    abrupt.l_onoff = 1;
    setsockopt(socket, SOL_SOCKET, SO_LINGER, reinterpret_cast<const char*>(&abrupt),
               sizeof abrupt);
}

// The head and half of the body; without a body half of the head.
qsizetype halfOf(const QByteArray& answer)
{
    const qsizetype head = answer.indexOf("\r\n\r\n") + 4;
    return answer.size() > head ? head + (answer.size() - head) / 2 : answer.size() / 2;
}

} // namespace

AnswerStream::AnswerStream(socket_t socket) : m_socket(socket) { }

AnswerStream::~AnswerStream()
{
    closeSocket(m_socket);
}

void AnswerStream::deliver(Cut cut)
{
    if (cut == Cut::Reset) {
        forgetManners(m_socket);
        return;
    }
    if (cut == Cut::InAnswer)
        m_written.truncate(halfOf(m_written));
    if (cut != Cut::BeforeAnswer)
        send(m_written);
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
    if (m_received.isEmpty()) {
        std::array<char, 4096> buffer{};
        const auto count = recv(m_socket, buffer.data(), buffer.size(), 0);
        if (count <= 0)
            return ssize_t(count);
        m_received = QByteArray(buffer.data(), qsizetype(count));
    }
    const qsizetype count = std::min(m_received.size(), qsizetype(size));
    std::memcpy(data, m_received.constData(), std::size_t(count));
    m_received.remove(0, count);
    return ssize_t(count);
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

void AnswerStream::send(const QByteArray& bytes)
{
    for (qsizetype sent = 0; sent < bytes.size();) {
        const auto count =
            ::send(m_socket, bytes.constData() + sent, std::size_t(bytes.size() - sent), SendFlags);
        if (count <= 0)
            return; // the client is gone
        sent += qsizetype(count);
    }
}

} // namespace fuotadesk
