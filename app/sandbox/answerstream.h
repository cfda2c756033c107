#pragma once

#include "sandbox/httpcall.h"

#include <httplib.h>

#include <array>
#include <functional>
#include <optional>

namespace fuotadesk {

// One accepted connection as the HTTP library reads and writes it. What is written is kept until
// deliver(): only so can an answer be cut before its first byte, or be another than the library
// makes of it. Closes the socket at its end.
class AnswerStream final : public httplib::Stream {
public:
    // mayWait is asked each second in which a client says nothing in the middle of its request.
    AnswerStream(socket_t socket, std::function<bool()> mayWait);
    AnswerStream(const AnswerStream&) = delete;
    AnswerStream& operator=(const AnswerStream&) = delete;
    ~AnswerStream() override;

    // The request line and the headers, byte for byte as the client sent them: the library decodes
    // their values.
    const QByteArray& head() const { return m_head; }

    // Sends the answer, or as much of it as its cut lets through; without one what was written.
    // Nothing of the body where the request was HEAD.
    void deliver(const std::optional<HttpAnswer>& answer, bool toHead);

    bool is_readable() const override { return true; }
    bool is_writable() const override { return true; }
    ssize_t read(char* data, std::size_t size) override;
    ssize_t write(const char* data, std::size_t size) override;
    void get_remote_ip_and_port(std::string& ip, int& port) const override;
    void get_local_ip_and_port(std::string& ip, int& port) const override;
    socket_t socket() const override { return m_socket; }

private:
    void send(QByteArrayView bytes);

    bool receive();

    socket_t m_socket;
    std::function<bool()> m_mayWait;
    bool m_hasBegun = false; // the client has said something
    std::array<char, 32768> m_buffer{};
    QByteArrayView m_received; // in the buffer, and not read yet
    QByteArray m_head;
    QByteArray m_written;
};

} // namespace fuotadesk
