#pragma once

#include "aws/transport.h"

#include <QJsonObject>
#include <QMap>
#include <QSet>

#include <chrono>
#include <functional>

namespace fuotadesk {

// The far end for tests of recipients: devices, groups, tasks and who is in what, with the
// service's refusals. Stricter than the service is known to be: what is associated twice is
// refused, and counted. Answers later, or after a latency.
class FleetDouble final : public Transport {
public:
    enum class Fate {
        Answer,
        LoseRequest, // connection lost before it was carried out
        LoseAnswer, // carried out, connection lost
        RefuseConnection, // nothing left the machine
        Hang,
        Deny, // 403
        Break, // 500, not carried out
        Throttle, // 429
        Expire, // 403, the keys have
        Invalid, // 400
    };

    struct Device {
        QString id;
        QString devEui;
        QString name;
    };

    struct Task {
        QString status = QStringLiteral("Pending");
        QStringList devices;
        QStringList groups;
    };

    CallOf<HttpResponse>* send(const HttpRequest& request, QObject* owner) override;

    // Ids, EUIs and names count up; gives the ids.
    QStringList addDevices(int count);
    void addDevice(const Device& device) { m_devices.append(device); }
    static QString idOf(int number);
    static QString euiOf(int number);

    QMap<QString, Task> tasks;
    QSet<QString> groups;
    // Decides for each request, by operation and the device or group in it.
    std::function<Fate(const QString& operation, const QString& member)> fate;
    std::chrono::milliseconds latency{0};
    qsizetype pageSize = 250;
    // Told of each association that was carried out.
    std::function<void(const QString& member)> associated;

    const QList<HttpRequest>& requests() const { return m_requests; }
    int count(const QString& operation) const;
    int repeats() const { return m_repeats; } // associated although it was
    int mostUnderWay() const { return m_mostUnderWay; }

private:
    Result<HttpResponse> outcome(Fate planned, const HttpRequest& request, const QString& member);
    HttpResponse carryOut(const HttpRequest& request, const QString& member);
    HttpResponse listDevices(const HttpRequest& request) const;
    HttpResponse getDevice(const HttpRequest& request) const;
    HttpResponse getTask(const QString& id) const;
    HttpResponse listGroups(const QString& taskId) const;
    HttpResponse associate(const QString& taskId, const QString& member, bool isDevice);
    HttpResponse disassociate(const QString& taskId, const QString& member, bool isDevice);
    bool hasDevice(const QString& id) const;

    QList<Device> m_devices;
    QList<HttpRequest> m_requests;
    int m_repeats = 0;
    int m_underWay = 0;
    int m_mostUnderWay = 0;
};

} // namespace fuotadesk
