#pragma once

#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

namespace fuotadesk {

// A relay to a port of this machine that can be cut: all connections end, and for a while no new
// ones are taken.
class CuttableRelay : public QObject {
    Q_OBJECT

public:
    explicit CuttableRelay(quint16 target) : m_target(target)
    {
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket* near = m_server.nextPendingConnection())
                relay(near);
        });
        m_server.listen(QHostAddress::LocalHost);
    }

    QString url() const { return QStringLiteral("http://127.0.0.1:%1").arg(m_server.serverPort()); }
    // Once, when so many more bytes have come.
    void cutAfter(qint64 bytes) { m_left = bytes; }
    int cuts() const { return m_cuts; }

private:
    static constexpr int DownMilliseconds = 1500; // longer than requests are repeated

    void relay(QTcpSocket* near)
    {
        auto* pair = new QObject(this);
        near->setParent(pair);
        auto* far = new QTcpSocket(pair);
        connect(this, &CuttableRelay::cut, pair, [pair] { delete pair; });
        for (QTcpSocket* each : {near, far})
            connect(each, &QTcpSocket::disconnected, pair, &QObject::deleteLater);
        if (m_isDown) {
            pair->deleteLater();
            return;
        }
        far->connectToHost(QHostAddress::LocalHost, m_target);
        connect(far, &QTcpSocket::readyRead, near, [near, far] { near->write(far->readAll()); });
        connect(near, &QTcpSocket::readyRead, far, [this, near, far] {
            const QByteArray bytes = near->readAll();
            far->write(bytes);
            count(bytes.size());
        });
    }

    void count(qint64 bytes)
    {
        if (m_left <= 0 || (m_left -= bytes) > 0)
            return;
        ++m_cuts;
        m_isDown = true;
        QTimer::singleShot(0, this, &CuttableRelay::cut); // who has called lives on
        QTimer::singleShot(DownMilliseconds, this, [this] { m_isDown = false; });
    }

Q_SIGNALS:
    void cut();

private:
    QTcpServer m_server;
    quint16 m_target;
    qint64 m_left = 0;
    int m_cuts = 0;
    bool m_isDown = false;
};

} // namespace fuotadesk
