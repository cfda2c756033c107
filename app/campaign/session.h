#pragma once

#include "aws/localendpoint.h"
#include "iotwireless/servicestack.h"

#include <QList>
#include <QObject>
#include <QTimer>

#include <memory>

namespace fuotadesk {

class SecretStore;
class Settings;

enum class SessionState {
    SignedOut, // no usable credentials: error() says why
    WaitingForKeychain, // asked; after 5 s keychainIsSlow() is said once
    Ready,
};

// Who and where: the connections, the active one, its credentials and its service stack. Changing
// the active connection drops the old stack and whatever was under way on it.
class Session : public QObject {
    Q_OBJECT

public:
    struct Parts {
        Settings& settings;
        SecretStore& keychain;
        SecretStore& memory; // secrets for this session only
        ServiceStackFactory& stacks;
        LocalEndpoint& sandbox; // started when it is first needed
        LocalEndpointOptions sandboxOptions;
        RandomSource& random;
        bool rememberActive = true; // the next start takes up the same connection
    };

    explicit Session(const Parts& parts, QObject* parent = nullptr);
    ~Session() override;

    // The sandbox first, then the operator's own.
    QList<Connection> connections() const;
    const Connection& active() const { return m_active; }
    SessionState state() const { return m_state; }
    const std::optional<Error>& error() const { return m_error; }
    bool isReady() const { return m_state == SessionState::Ready; }

    // Null unless Ready. Whoever holds it can finish what was begun after a change of connection.
    std::shared_ptr<ServiceStack> stack() const { return m_stack; }
    // What the journal files intents under: endpoint and region of the active connection.
    QString endpointKey() const;

    // Takes up the connection (by id) and fetches its secret; "Unlock and retry" is the same call
    // again.
    void activate(const QString& connectionId);
    // The operator goes on without the keychain: keys for this session only.
    void activateWith(const QString& connectionId, const Credentials& credentials);
    // A connection from outside the settings (the environment): kept nowhere.
    void activateOnce(const Connection& connection, const Credentials& credentials);

    enum class Remember { InKeychain, ThisSession };
    // Stores a new (id empty: one is made) or changed connection; empty secrets keep the stored
    // ones. Gives the connection's id. Nothing changes when the keychain refuses.
    CallOf<QString>* save(const Connection& connection, const Credentials& credentials,
                          Remember remember, QObject* owner);
    // Forgets secret and connection; keeps both when the keychain would not let go (KeychainLocked:
    // it says the secret is not there, although one was stored). ConnectionOnly leaves the keychain
    // alone.
    enum class Forget { SecretToo, ConnectionOnly };
    CallOf<void>* forget(const QString& connectionId, Forget what, QObject* owner);
    // Asks the service for one page of tasks with these very values; saves nothing. Empty secrets:
    // the stored ones.
    CallOf<void>* test(const Connection& connection, const Credentials& credentials,
                       QObject* owner);

    // How often one operation of the service is called, at most; 1 to 100, as SettingsData has it.
    int callsPerSecond() const;
    // Saved, and from now on so on the present connection. Errors are those of Settings::save();
    // then nothing changes.
    Result<void> setCallsPerSecond(int calls);

Q_SIGNALS:
    void connectionsChanged();
    void activeChanged();
    void stateChanged();
    void keychainIsSlow();

private:
    void beginActivation(const Connection& connection);
    void setState(SessionState state, std::optional<Error> error = {});
    void takeCredentials(const Result<Credentials>& credentials);
    void takeStack(const Result<std::shared_ptr<ServiceStack>>& stack);
    CallOf<Credentials>* credentialsOf(const Connection& connection, QObject* owner);
    CallOf<Credentials>* sandboxCredentials(QObject* owner);
    std::optional<Connection> find(const QString& connectionId) const;
    Result<void> keepConnection(const Connection& connection);
    Result<void> dropConnection(const QString& connectionId);
    Connection reachable(const Connection& connection) const;

    Parts m_parts;
    Connection m_active;
    SessionState m_state = SessionState::SignedOut;
    std::optional<Error> m_error;
    std::shared_ptr<ServiceStack> m_stack;
    std::unique_ptr<QObject> m_attempt; // owns the calls of the activation under way
    QTimer m_slow;
};

} // namespace fuotadesk
