#pragma once

#include "campaign/connectionaccess.h"
#include "campaign/connectionbook.h"
#include "iotwireless/servicestack.h"

#include <QTimer>

namespace fuotadesk {

enum class SessionState {
    SignedOut, // no usable credentials: error() says why
    SigningIn, // keychain or sign-in asked; after 5 s signInIsSlow() is said once
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
        ProfileCatalog* profiles = nullptr; // null: no profiles are offered
    };

    explicit Session(const Parts& parts, QObject* parent = nullptr);
    ~Session() override;

    const ConnectionBook& book() const { return m_book; }
    QList<Connection> connections() const { return m_book.all(); }
    // As it was found; of a profile that is signed in, with region and endpoint of the files.
    const Connection& active() const { return m_active; }
    // Nothing unless Ready.
    const std::optional<Access>& access() const { return m_access; }
    SessionState state() const { return m_state; }
    const std::optional<Error>& error() const { return m_error; }
    bool isReady() const { return m_state == SessionState::Ready; }

    // Null unless Ready. Whoever holds it can finish what was begun after a change of connection.
    std::shared_ptr<ServiceStack> stack() const { return m_stack; }
    // What the journal files intents under: endpoint and region of the active connection.
    QString endpointKey() const;

    // Reads the profiles and takes up a connection; with no id what an earlier start left, and the
    // very first time the profile that the AWS tools would take, if there is one, else the sandbox.
    void start(const QString& connectionId);
    // Takes up the connection (by id) and fetches its secret; "Unlock and retry" is the same call
    // again.
    void activate(const QString& connectionId);
    // Where a connection leads instead of where it says, for this session only; what is empty stays
    // as it is. Heard by the next activate().
    struct Detour {
        QString region;
        QString endpointUrl;
    };
    void setDetour(const QString& connectionId, const Detour& detour);
    // The operator goes on without the keychain: keys for this session only.
    void activateWith(const QString& connectionId, const Credentials& credentials);
    // A connection and keys from outside settings and keychain: kept nowhere.
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
    void signInIsSlow();

private:
    Connection found(const QString& connectionId) const; // the sandbox for an unknown one
    void beginActivation(const Connection& connection);
    void setState(SessionState state, std::optional<Error> error = {});
    void takeAccess(const Result<Access>& access);
    void takeStack(const Access& access, const Result<std::shared_ptr<ServiceStack>>& stack);
    void takeFirstStart();
    void followFiles();
    void takeLoss(const QString& profile, const Error& error);
    void finishSave(const Connection& kept, CallOf<QString>* call);
    void finishForget(const QString& connectionId, CallOf<void>* call);

    Parts m_parts;
    ConnectionBook m_book;
    ConnectionAccess m_opener;
    Connection m_active;
    QMap<QString, Detour> m_detours; // by connection
    std::optional<Access> m_access;
    SessionState m_state = SessionState::SignedOut;
    std::optional<Error> m_error;
    std::shared_ptr<ServiceStack> m_stack;
    std::unique_ptr<QObject> m_attempt; // owns the calls of the activation under way
    QTimer m_slow;
};

} // namespace fuotadesk
