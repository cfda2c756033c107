#include "support/loopbackserver.h"

#include <QTcpServer>
#include <QTcpSocket>

#include <optional>

namespace fuotadesk {

namespace {

// The first whole request of buffer, taken out of it.
std::optional<LoopbackServer::Received> takeRequest(QByteArray& buffer)
{
    const qsizetype end = buffer.indexOf("\r\n\r\n");
    if (end < 0)
        return {};
    LoopbackServer::Received request;
    QByteArrayList lines = buffer.left(end).split('\n');
    request.line = lines.takeFirst().trimmed();
    qsizetype length = 0;
    for (const QByteArray& line : lines) {
        const qsizetype colon = line.indexOf(':');
        request.headers.append({line.left(colon), line.mid(colon + 1).trimmed()});
        if (line.left(colon).compare("Content-Length", Qt::CaseInsensitive) == 0)
            length = line.mid(colon + 1).trimmed().toInt();
    }
    if (buffer.size() < end + 4 + length)
        return {};
    request.body = buffer.mid(end + 4, length);
    buffer.remove(0, end + 4 + length);
    return request;
}

} // namespace

LoopbackServer::LoopbackServer() : m_server(std::make_unique<QTcpServer>())
{
    connect(m_server.get(), &QTcpServer::newConnection, this, &LoopbackServer::accept);
    if (!m_server->listen(QHostAddress::LocalHost))
        qFatal("no free port on loopback");
}

LoopbackServer::~LoopbackServer() = default;

QUrl LoopbackServer::url(const QByteArray& target, const QString& scheme) const
{
    const QByteArray base =
        scheme.toLatin1() + "://127.0.0.1:" + QByteArray::number(m_server->serverPort());
    return QUrl::fromEncoded(base + target, QUrl::StrictMode);
}

void LoopbackServer::answer(int status, const QByteArray& body, const HttpHeaders& headers)
{
    QByteArray bytes = "HTTP/1.1 " + QByteArray::number(status)
        + " Word\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n";
    for (const HttpHeader& header : headers)
        bytes += header.name + ": " + header.value + "\r\n";
    answerRaw(bytes + "\r\n" + body, Then::KeepOpen);
}

void LoopbackServer::stop()
{
    m_server->close();
}

void LoopbackServer::accept()
{
    while (QTcpSocket* socket = m_server->nextPendingConnection()) {
        ++m_open;
        auto buffer = std::make_shared<QByteArray>();
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            --m_open;
            socket->deleteLater();
        });
        connect(socket, &QTcpSocket::readyRead, this,
                [this, socket, buffer] { read(*socket, *buffer); });
        if (!m_greeting.isEmpty()) {
            socket->write(m_greeting);
            socket->disconnectFromHost();
        }
    }
}

void LoopbackServer::read(QTcpSocket& socket, QByteArray& buffer)
{
    buffer += socket.readAll();
    while (const auto request = takeRequest(buffer)) {
        m_received.append(*request);
        perform(socket);
    }
}

void LoopbackServer::perform(QTcpSocket& socket)
{
    if (m_script.empty())
        return;
    const Step step = m_script.front();
    if (m_script.size() > 1)
        m_script.pop_front();
    socket.write(step.bytes);
    if (step.then == Then::Vanish)
        stop();
    if (step.then == Then::Close || step.then == Then::Vanish)
        socket.disconnectFromHost();
    if (step.then == Then::Abort) {
        socket.flush();
        socket.abort();
    }
}

} // namespace fuotadesk
