#include "sandbox/rawclient.h"

#include <QElapsedTimer>
#include <QTcpSocket>

namespace fuotadesk {

namespace {

constexpr int PatienceMs = 30'000;

} // namespace

std::optional<QByteArray> exchanged(quint16 port, const QByteArray& request)
{
    QElapsedTimer timer;
    timer.start();
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), port);
    if (!socket.waitForConnected(PatienceMs))
        return {};
    socket.write(request);
    while (socket.state() != QAbstractSocket::UnconnectedState) {
        if (timer.elapsed() > PatienceMs)
            return {};
        socket.waitForReadyRead(100);
    }
    return socket.readAll();
}

QByteArray wireForm(const HttpCall& call)
{
    QByteArray bytes = call.method + ' ' + call.target + " HTTP/1.1\r\n";
    for (const HttpHeader& header : call.headers)
        bytes += header.name + ": " + header.value + "\r\n";
    if (!call.body.isEmpty())
        bytes += "Content-Length: " + QByteArray::number(call.body.size()) + "\r\n";
    return bytes + "\r\n" + call.body;
}

HttpAnswer parsedAnswer(const QByteArray& bytes)
{
    HttpAnswer answer;
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    if (end < 0 || !bytes.startsWith("HTTP/1.1 "))
        return answer;
    QList<QByteArray> lines = bytes.left(end).split('\n');
    answer.status = lines.takeFirst().mid(9, 3).toInt();
    for (const QByteArray& line : lines) {
        const qsizetype colon = line.indexOf(':');
        answer.headers.append(
            HttpHeader{line.left(colon).trimmed(), line.mid(colon + 1).trimmed()});
    }
    answer.body = bytes.mid(end + 4);
    return answer;
}

HttpAnswer answerTo(quint16 port, const QByteArray& request)
{
    return parsedAnswer(exchanged(port, request).value_or(QByteArray()));
}

} // namespace fuotadesk
