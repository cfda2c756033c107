#include "wiring/singleinstance.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalServer>
#include <QLocalSocket>

namespace fuotadesk {

namespace {
constexpr qint64 LargestMessage = qint64{64} * 1024;
constexpr int PatienceMs = 2000;
const QByteArray Taken("taken\n");
const auto Files = QStringLiteral("files");
const auto NewTask = QStringLiteral("newTask");

QByteArray toJson(const WindowRequest& request)
{
    const QJsonObject object{{Files, QJsonArray::fromStringList(request.files)},
                             {NewTask, request.newTask}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

WindowRequest fromJson(const QByteArray& json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    WindowRequest request;
    for (const auto array = object.value(Files).toArray(); const auto& file : array)
        request.files.append(file.toString());
    request.newTask = object.value(NewTask).toBool();
    return request;
}

} // namespace

SingleInstance::SingleInstance(QString name) : m_name(std::move(name)) { }

SingleInstance::~SingleInstance() = default;

bool SingleInstance::handOver(const WindowRequest& request) const
{
    QLocalSocket socket;
    socket.connectToServer(m_name);
    if (!socket.waitForConnected(PatienceMs))
        return false;
    socket.write(toJson(request));
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
        socket->write(Taken);
        socket->flush();
        socket->disconnectFromServer();
        Q_EMIT requestReceived(fromJson(message));
    });
}

} // namespace fuotadesk
