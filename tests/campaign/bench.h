#pragma once

#include "campaign/servicedouble.h"
#include "campaign/session.h"
#include "campaign/submission.h"
#include "store/intentjournal.h"
#include "store/secretstore.h"
#include "store/settings.h"
#include "support/fakes.h"
#include "support/memoryfolder.h"

#include <QTemporaryDir>
#include <QTest>

namespace fuotadesk {

// A sandbox that only has an address and keys.
class LocalEndpointDouble final : public LocalEndpoint {
public:
    Result<void> start(const LocalEndpointOptions&) override;
    void stop() override { m_url.clear(); }
    QString url() const override { return m_url; }
    QString region() const override { return QStringLiteral("eu-west-1"); }
    Credentials credentials() const override;
    QList<SignInFile> signInFiles(const QString&) override { return {}; }
    void setSpeed(double speed) override { m_speed = speed; }
    double speed() const override { return m_speed; }
    void pause() override { m_paused = true; }
    void resume() override { m_paused = false; }
    bool isPaused() const override { return m_paused; }
    void jump(std::chrono::milliseconds forward) override { jumped += forward; }
    bool jumpToNextStart() override { return std::exchange(taskWaits, false); }
    Result<void> setFaults(const QList<FaultSpec>& list) override;
    void setQuota(bool limited) override { quota = limited; }
    void growFleet(int count) override { devices = count; }

    std::optional<Error> error;
    std::chrono::milliseconds jumped{0};
    bool taskWaits = false;
    QList<FaultSpec> faults;
    QString unknownOperation; // a fault of it is refused
    int starts = 0;
    bool quota = false;
    int devices = 0; // grown to

private:
    QString m_url;
    double m_speed = 1;
    bool m_paused = false;
};

// A keychain with moods. Answers later; a silent one never does.
class KeychainDouble final : public SecretStore {
public:
    CallOf<Secret>* read(const QString& key, QObject* owner) override;
    CallOf<void>* write(const QString& key, const Secret& secret, QObject* owner) override;
    CallOf<void>* remove(const QString& key, QObject* owner) override;

    std::optional<Error> error; // what every call ends with
    bool silent = false;
    QMap<QString, Secret> entries;
};

// What a submission or list needs around it, with a real journal and real settings in a folder of
// their own.
struct Bench {
    Bench();
    void signIn();

    QTemporaryDir folder{folderInMemory()};
    FakeClock clock;
    FakeRandom random;
    ServiceDouble service;
    StackFactoryDouble stacks{service};
    LocalEndpointDouble sandbox;
    KeychainDouble keychain;
    std::unique_ptr<SecretStore> memory = makeSessionSecretStore();
    Settings settings;
    IntentJournal journal;
    Session session;
};

TaskDraft exampleTask(const QString& name = QStringLiteral("meter-fw"));

// Waits for a call and gives its result. The call must not have settled before.
template <typename T>
std::optional<Result<T>> resultOf(CallOf<T>* call)
{
    std::optional<Result<T>> result;
    QObject context;
    call->then(&context, [&](const Result<T>& settled) { result.emplace(settled); });
    [[maybe_unused]] const bool inTime =
        QTest::qWaitFor([&] { return result.has_value(); }, 60'000);
    return result;
}

} // namespace fuotadesk
