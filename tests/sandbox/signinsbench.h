#pragma once

#include "aws/networktransport.h"
#include "base/random.h"
#include "iotwireless/servicestack.h"
#include "sandbox/sandbox.h"
#include "signin/profilecredentials.h"
#include "signin/stsclient.h"
#include "support/outcome.h"

#include <QTemporaryDir>
#include <QTest>

#include <atomic>

namespace fuotadesk {

// Stands still until it is told to advance; the threads of the sandbox may look at it meanwhile.
class SharedClock final : public Clock {
public:
    QDateTime now() const override { return QDateTime::fromMSecsSinceEpoch(m_now, Qt::UTC); }
    void advance(std::chrono::milliseconds by) { m_now += by.count(); }

private:
    std::atomic<qint64> m_now =
        QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5), Qt::UTC).toMSecsSinceEpoch();
};

// Says the code it was given, and remembers what it was asked for.
class PromptDouble final : public MfaPrompt {
public:
    CallOf<QString>* askCode(const RoleStep& role, QObject* owner) override
    {
        asked << role.mfaSerial;
        return settledCall<QString>(owner, code);
    }

    QStringList asked;
    QString code = QStringLiteral("123456");
};

// Everything that signs in, over real sockets to a sandbox with the same clock, with the files the
// sandbox gives out.
class SignInsBench {
public:
    SignInsBench();
    ~SignInsBench();

    bool isReady() const { return !url().isEmpty(); }
    QString url() const { return m_sandbox->url(); }
    QString path(const QString& name) const { return m_folder.filePath(name); }
    void append(const QString& name, const QByteArray& text) const;
    QByteArray read(const QString& name) const;

    // From now on with these variables beside the usual ones, and nothing kept in memory.
    void restart(const QMap<QString, QString>& variables = {});
    SignInTools& tools() { return *m_tools; }
    SignInParts parts() { return {m_network, m_random, clock}; }

    // An empty profile: what the environment says.
    Result<IssuedCredentials> issued(const QString& profile);
    Result<CallerIdentity> callerOf(const Credentials& credentials);
    // Whether devices can be listed with them.
    Result<void> reaches(const Credentials& credentials);

    template <typename T>
    Result<T> settled(CallOf<T>* call)
    {
        Outcome<T> outcome;
        outcome.watch(call, &owner);
        if (!QTest::qWaitFor([&] { return outcome.count > 0; }, 20'000))
            return failure(ErrorKind::TimedOut);
        return *outcome.result;
    }

    SharedClock clock;
    PromptDouble prompt;
    QObject owner;

private:
    SystemRandom m_random;
    SystemRandom m_randomOfSandbox;
    QTemporaryDir m_folder;
    std::unique_ptr<LocalEndpoint> m_sandbox;
    NetworkTransport m_network;
    std::unique_ptr<TransportStackFactory> m_factory;
    std::unique_ptr<SignInTools> m_tools;
    std::map<QString, std::unique_ptr<ProfileCredentials>> m_profiles;
};

} // namespace fuotadesk
