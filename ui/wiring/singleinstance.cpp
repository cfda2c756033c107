#include "wiring/singleinstance.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLocalServer>
#include <QLocalSocket>

namespace fuotadesk {

namespace {
constexpr qint64 LargestMessage = qint64{64} * 1024;
constexpr int PatienceMs = 500;
const QByteArray Taken("taken\n");
} // namespace

SingleInstance::SingleInstance(QString name) : m_name(std::move(name)) { }

SingleInstance::~SingleInstance() = default;

bool SingleInstance::handOver(const QStringList& files) const
{
    QLocalSocket socket;
    socket.connectToServer(m_name);
    if (!socket.waitForConnected(PatienceMs))
        return false;
    socket.write(QJsonDocument(QJsonArray::fromStringList(files)).toJson(QJsonDocument::Compact)
                 + '\n');
    // A window that hangs does not answer; then a new one is the better service.
    return socket.waitForBytesWritten(PatienceMs) && socket.waitForReadyRead(PatienceMs)
        && socket.readAll() == Taken;
}

void SingleInstance::listen()
{
    m_server = std::make_unique<QLocalServer>();
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    connect(m_server.get(), &QLocalServer::newConnection, this, &SingleInstance::greet);
    if (m_server->listen(m_name))
        return;
    QLocalServer::removeServer(m_name); // left behind by a crash: nobody answered handOver()
    m_server->listen(m_name);
}

void SingleInstance::greet()
{
    QLocalSocket* socket = m_server->nextPendingConnection();
    connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
    connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
        if (!socket->canReadLine()) {
            if (socket->bytesAvailable() > LargestMessage)
                socket->abort();
            return;
        }
        const QByteArray message = socket->readLine(LargestMessage);
        QStringList files;
        for (const auto array = QJsonDocument::fromJson(message).array(); const auto& file : array)
            files.append(file.toString());
        socket->write(Taken);
        socket->flush();
        socket->disconnectFromServer();
        Q_EMIT filesReceived(files);
    });
}

} // namespace fuotadesk
