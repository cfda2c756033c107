#pragma once

#include "aws/httpmessage.h"

#include <QObject>
#include <QUrl>

#include <deque>
#include <memory>

class QTcpServer;
class QTcpSocket;

namespace fuotadesk {

// A raw HTTP server on 127.0.0.1 that misbehaves on demand. It lives in the test's thread. Each
// request takes the next step of the script, the last step stays; every request is remembered as it
// came.
class LoopbackServer final : public QObject {
    Q_OBJECT

public:
    // Vanish: stops listening, then closes: a second try is refused.
    enum class Then { KeepOpen, Close, Abort, Vanish };

    struct Step {
        QByteArray bytes;
        Then then = Then::KeepOpen;
    };

    LoopbackServer();
    ~LoopbackServer() override;

    QUrl url(const QByteArray& target = {}, const QString& scheme = QStringLiteral("http")) const;
    void answer(int status, const QByteArray& body, const HttpHeaders& headers = {});
    void answerRaw(const QByteArray& bytes, Then then) { m_script.push_back({bytes, then}); }
    void closeWithoutAnswer() { answerRaw({}, Then::Close); }
    void hang() { answerRaw({}, Then::KeepOpen); }
    // Sent as soon as somebody connects; then the connection closes.
    void greetWith(const QByteArray& bytes) { m_greeting = bytes; }
    void stop();

    struct Received {
        QByteArray line; // "GET /path HTTP/1.1"
        HttpHeaders headers;
        QByteArray body;
    };
    const QList<Received>& received() const { return m_received; }
    int openConnections() const { return m_open; }

private:
    void accept();
    void read(QTcpSocket& socket, QByteArray& buffer);
    void perform(QTcpSocket& socket);

    std::unique_ptr<QTcpServer> m_server;
    std::deque<Step> m_script;
    QByteArray m_greeting;
    QList<Received> m_received;
    int m_open = 0;
};

} // namespace fuotadesk
