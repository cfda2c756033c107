#pragma once

#include "sandbox/httpcall.h"

#include <httplib.h>

namespace fuotadesk {

// One accepted connection as the HTTP library reads and writes it. What is written is kept until
// deliver(): only so can an answer be cut before its first byte. Closes the socket at its end.
class AnswerStream final : public httplib::Stream {
public:
    explicit AnswerStream(socket_t socket);
    AnswerStream(const AnswerStream&) = delete;
    AnswerStream& operator=(const AnswerStream&) = delete;
    ~AnswerStream() override;

    // Sends the answer, or as much of it as the cut lets through.
    void deliver(Cut cut);

    bool is_readable() const override { return true; }
    bool is_writable() const override { return true; }
    ssize_t read(char* data, std::size_t size) override;
    ssize_t write(const char* data, std::size_t size) override;
    void get_remote_ip_and_port(std::string& ip, int& port) const override;
    void get_local_ip_and_port(std::string& ip, int& port) const override;
    socket_t socket() const override { return m_socket; }

private:
    void send(const QByteArray& bytes);

    socket_t m_socket;
    QByteArray m_received; // and not read yet
    QByteArray m_written;
};

} // namespace fuotadesk
