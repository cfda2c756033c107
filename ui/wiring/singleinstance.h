#pragma once

#include <QObject>
#include <QStringList>

#include <memory>

class QLocalServer;

namespace fuotadesk {

// One window per user: a second start hands its files to the first and ends. The socket is open to
// this user only, a message is at most 64 KiB of JSON, and what it names is only opened, never
// trusted.
class SingleInstance : public QObject {
    Q_OBJECT

public:
    explicit SingleInstance(QString name);
    ~SingleInstance() override;

    // True when a running window took the files (absolute paths; none: it only comes to the front).
    bool handOver(const QStringList& files) const;
    // From now on second starts reach this one.
    void listen();

Q_SIGNALS:
    void filesReceived(const QStringList& files);

private:
    void greet();

    QString m_name;
    std::unique_ptr<QLocalServer> m_server;
};

} // namespace fuotadesk
