#pragma once

#include <QObject>
#include <QStringList>

#include <memory>

class QLocalServer;

namespace fuotadesk {

// What a start asks of the window: files to open (absolute paths), or a new task; nothing brings it
// to the front.
struct WindowRequest {
    QStringList files;
    bool newTask = false;

    friend bool operator==(const WindowRequest&, const WindowRequest&) = default;
};

// One window per user: a second start hands its request to the first and ends. The socket is open
// to this user only, a message is at most 64 KiB of JSON, and what it names is only opened, never
// trusted.
class SingleInstance : public QObject {
    Q_OBJECT

public:
    explicit SingleInstance(QString name);
    ~SingleInstance() override;

    // True when a running window took it.
    bool handOver(const WindowRequest& request) const;
    // From now on second starts reach this one.
    void listen();

Q_SIGNALS:
    void requestReceived(const fuotadesk::WindowRequest& request);

private:
    void greet();

    QString m_name;
    std::unique_ptr<QLocalServer> m_server;
};

} // namespace fuotadesk
