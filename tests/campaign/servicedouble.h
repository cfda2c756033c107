#pragma once

#include "aws/transport.h"
#include "iotwireless/servicestack.h"

#include <QJsonObject>

#include <deque>
#include <functional>
#include <optional>

namespace fuotadesk {

// The far end for tests of order and failure: keeps tasks and honours tokens as the service does,
// answers later, and does to single requests what a test asks for.
class ServiceDouble final : public Transport {
public:
    enum class Fate {
        Answer,
        RefuseConnection, // nothing left the machine
        LoseRequest, // connection lost before it was carried out
        LoseAnswer, // carried out, connection lost
        Hang,
        Deny, // 403
        Break, // 500, not carried out
    };

    CallOf<HttpResponse>* send(const HttpRequest& request, QObject* owner) override;

    // For the next creates, in order; then Answer.
    void plan(std::initializer_list<Fate> fates) { m_fates.assign(fates); }
    // For everything but creates.
    void setOthers(Fate fate) { m_others = fate; }

    // Asked first, for what this double does not know.
    std::function<std::optional<HttpResponse>(const HttpRequest&)> answerInstead;

    int taskCount() const { return static_cast<int>(m_tasks.size()); }
    int taskCount(const QString& name) const;
    void removeTask(const QString& id);
    QString addTask(const QJsonObject& request, const QString& token = {});
    const QStringList& createTokens() const { return m_createTokens; }
    const QStringList& requests() const { return m_requests; }
    void setNow(qint64 secondsSinceEpoch) { m_now = secondsSinceEpoch; }

private:
    struct Task {
        QString id;
        QString token;
        QJsonObject request;
        qint64 createdAt = 0;
        QString status = QStringLiteral("Pending");
        QString startTime;
    };

    HttpResponse carryOut(const HttpRequest& request);
    HttpResponse create(const QByteArray& body);
    HttpResponse list() const;
    HttpResponse get(const QString& id) const;
    HttpResponse start(const QString& id, const QByteArray& body);
    HttpResponse remove(const QString& id);

    QList<Task> m_tasks;
    std::deque<Fate> m_fates;
    Fate m_others = Fate::Answer;
    QStringList m_createTokens;
    QStringList m_requests;
    qint64 m_now = 1767323045; // 2026-01-02T03:04:05Z, as FakeClock
    int m_ids = 0;
};

// Hands out stacks on one double of the far end, or fails as told.
class StackFactoryDouble final : public ServiceStackFactory {
public:
    explicit StackFactoryDouble(Transport& service) : m_service(&service) { }

    void serve(Transport& service) { m_service = &service; }

    CallOf<std::shared_ptr<ServiceStack>>* make(const Connection& connection,
                                                std::shared_ptr<CredentialProvider> provider,
                                                QObject* owner) override;

    std::optional<Error> error;
    QList<Connection> connections;
    QList<Credentials> credentials;
    QList<double> limits; // of calls per second, as the stacks were told

private:
    Transport* m_service;
};

} // namespace fuotadesk
