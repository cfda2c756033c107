#include "campaign/session.h"

#include "campaign/secretblob.h"
#include "store/secretstore.h"
#include "store/settings.h"

#include <algorithm>

namespace fuotadesk {

using namespace std::chrono_literals;

namespace {

// The keychain answers "not found" for a locked keyring as well. When a secret was stored once,
// that is the likelier reason, and offering to set it up again would overwrite it.
Error keychainError(const Error& error, const Connection& connection)
{
    if (error.kind != ErrorKind::SecretNotFound)
        return error;
    Error mended = error;
    mended.kind =
        connection.hasStoredSecret ? ErrorKind::KeychainLocked : ErrorKind::CredentialsMissing;
    return mended;
}

bool hasSecret(const Credentials& credentials)
{
    return !credentials.secretAccessKey.isEmpty();
}

} // namespace

Session::Session(const Parts& parts, QObject* parent)
    : QObject(parent),
      m_parts(parts),
      m_active(sandboxConnection())
{
    m_slow.setSingleShot(true);
    m_slow.setInterval(5s);
    connect(&m_slow, &QTimer::timeout, this, &Session::keychainIsSlow);
}

Session::~Session() = default;

QList<Connection> Session::connections() const
{
    return QList<Connection>{sandboxConnection()} + m_parts.settings.data().connections;
}

std::optional<Connection> Session::find(const QString& connectionId) const
{
    const QList<Connection> all = connections();
    const auto found = std::ranges::find(all, connectionId, &Connection::id);
    if (found == all.end())
        return {};
    return *found;
}

// The sandbox is wherever it listens now.
Connection Session::reachable(const Connection& connection) const
{
    Connection located = connection;
    if (connection.kind == ConnectionKind::Sandbox) {
        located.endpointUrl = m_parts.sandbox.url();
        located.region = m_parts.sandbox.region();
    }
    return located;
}

QString Session::endpointKey() const
{
    const Connection connection = reachable(m_active);
    const QString variant =
        connection.useFips ? QStringLiteral("fips") : QStringLiteral("standard");
    const QString host = connection.endpointUrl.isEmpty() ? variant : connection.endpointUrl;
    return host + u' ' + connection.region;
}

void Session::setState(SessionState state, std::optional<Error> error)
{
    m_state = state;
    m_error = std::move(error);
    if (state != SessionState::WaitingForKeychain)
        m_slow.stop();
    Q_EMIT stateChanged();
}

void Session::beginActivation(const Connection& connection)
{
    m_attempt = std::make_unique<QObject>();
    m_stack.reset();
    m_active = connection;
    SettingsData data = m_parts.settings.data();
    if (m_parts.rememberActive && data.activeConnectionId != m_active.id && find(m_active.id)) {
        data.activeConnectionId = m_active.id;
        m_parts.settings.save(
            data); // if it can not be saved, only the next start is less convenient
    }
    setState(SessionState::WaitingForKeychain);
    Q_EMIT activeChanged();
}

void Session::activate(const QString& connectionId)
{
    beginActivation(find(connectionId).value_or(sandboxConnection()));
    m_slow.start();
    credentialsOf(m_active, m_attempt.get())
        ->then(m_attempt.get(),
               [this](const Result<Credentials>& credentials) { takeCredentials(credentials); });
}

void Session::activateWith(const QString& connectionId, const Credentials& credentials)
{
    m_parts.memory.write(secretKey(connectionId), secretBlob(credentials), this);
    activateOnce(find(connectionId).value_or(sandboxConnection()), credentials);
}

void Session::activateOnce(const Connection& connection, const Credentials& credentials)
{
    beginActivation(connection);
    takeCredentials(credentials);
}

void Session::takeCredentials(const Result<Credentials>& credentials)
{
    if (!credentials) {
        setState(SessionState::SignedOut, credentials.error());
        return;
    }
    m_parts.stacks.make(reachable(m_active), *credentials, m_attempt.get())
        ->then(m_attempt.get(),
               [this](const Result<std::shared_ptr<ServiceStack>>& stack) { takeStack(stack); });
}

void Session::takeStack(const Result<std::shared_ptr<ServiceStack>>& stack)
{
    if (!stack) {
        setState(SessionState::SignedOut, stack.error());
        return;
    }
    m_stack = *stack;
    m_stack->limitCalls(callsPerSecond());
    setState(SessionState::Ready);
}

CallOf<Credentials>* Session::sandboxCredentials(QObject* owner)
{
    if (m_parts.sandbox.url().isEmpty()) {
        const Result<void> started = m_parts.sandbox.start(m_parts.sandboxOptions);
        if (!started)
            return settledCall<Credentials>(owner, failure(started.error()));
    }
    return settledCall<Credentials>(owner, m_parts.sandbox.credentials());
}

// Keys typed for this session come before the keychain's.
CallOf<Credentials>* Session::credentialsOf(const Connection& connection, QObject* owner)
{
    if (connection.kind == ConnectionKind::Sandbox)
        return sandboxCredentials(owner);
    auto* call = new CallOf<Credentials>(owner);
    const auto take = [call, connection](const Result<Secret>& blob) {
        if (blob)
            call->settle(credentialsFromBlob(connection.accessKeyId, *blob));
        else
            call->settle(failure(keychainError(blob.error(), connection)));
    };
    auto* fromMemory = m_parts.memory.read(secretKey(connection.id), call);
    fromMemory->then(call, [this, call, connection, take](const Result<Secret>& blob) {
        if (blob || !connection.hasStoredSecret) {
            take(blob);
            return;
        }
        auto* fromKeychain = m_parts.keychain.read(secretKey(connection.id), call);
        call->onCancel([fromKeychain] { fromKeychain->cancel(); });
        fromKeychain->then(call, take);
    });
    return call;
}

Result<void> Session::keepConnection(const Connection& connection)
{
    SettingsData data = m_parts.settings.data();
    const auto found = std::ranges::find(data.connections, connection.id, &Connection::id);
    if (found == data.connections.end())
        data.connections.append(connection);
    else
        *found = connection;
    return m_parts.settings.save(data);
}

Result<void> Session::dropConnection(const QString& connectionId)
{
    SettingsData data = m_parts.settings.data();
    data.connections.removeIf([&](const Connection& each) { return each.id == connectionId; });
    return m_parts.settings.save(data);
}

CallOf<QString>* Session::save(const Connection& connection, const Credentials& credentials,
                               Remember remember, QObject* owner)
{
    Connection saved = connection;
    if (saved.id.isEmpty())
        saved.id = m_parts.random.uuid();
    auto* call = new CallOf<QString>(owner);
    const auto finish = [this, call](const Connection& kept) {
        const Result<void> stored = keepConnection(kept);
        if (!stored) {
            call->settle(failure(stored.error()));
            return;
        }
        Q_EMIT connectionsChanged();
        if (kept.id == m_active.id)
            activate(kept.id);
        call->settle(kept.id);
    };
    if (!hasSecret(credentials)) {
        finish(saved);
        return call;
    }
    const bool inKeychain = remember == Remember::InKeychain;
    SecretStore& secrets = inKeychain ? m_parts.keychain : m_parts.memory;
    auto* written = secrets.write(secretKey(saved.id), secretBlob(credentials), call);
    call->onCancel([written] { written->cancel(); });
    written->then(call, [this, call, saved, inKeychain, finish](const Result<void>& result) {
        if (!result) {
            call->settle(failure(result.error()));
            return;
        }
        Connection kept = saved;
        kept.hasStoredSecret = kept.hasStoredSecret || inKeychain;
        if (inKeychain) // what was typed for the session must not hide the new secret
            m_parts.memory.remove(secretKey(kept.id), this);
        finish(kept);
    });
    return call;
}

CallOf<void>* Session::forget(const QString& connectionId, Forget what, QObject* owner)
{
    auto* call = new CallOf<void>(owner);
    const auto finish = [this, call, connectionId] {
        m_parts.memory.remove(secretKey(connectionId), this);
        const Result<void> dropped = dropConnection(connectionId);
        Q_EMIT connectionsChanged();
        if (connectionId == m_active.id)
            activate(sandboxConnection().id);
        call->settle(dropped);
    };
    const auto connection = find(connectionId);
    if (what == Forget::ConnectionOnly || !connection || !connection->hasStoredSecret) {
        finish();
        return call;
    }
    auto* removed = m_parts.keychain.remove(secretKey(connectionId), call);
    call->onCancel([removed] { removed->cancel(); });
    removed->then(call, [call, connection, finish](const Result<void>& result) {
        if (result)
            finish();
        else
            call->settle(failure(keychainError(result.error(), *connection)));
    });
    return call;
}

int Session::callsPerSecond() const
{
    return m_parts.settings.data().callsPerSecond;
}

Result<void> Session::setCallsPerSecond(int calls)
{
    SettingsData data = m_parts.settings.data();
    data.callsPerSecond = calls;
    Result<void> saved = m_parts.settings.save(data);
    if (saved && m_stack)
        m_stack->limitCalls(calls);
    return saved;
}

CallOf<void>* Session::test(const Connection& connection, const Credentials& credentials,
                            QObject* owner)
{
    auto* call = new CallOf<void>(owner);
    const auto list = [call](const Result<std::shared_ptr<ServiceStack>>& stack) {
        if (!stack) {
            call->settle(failure(stack.error()));
            return;
        }
        auto* listed = (*stack)->fuotaTasks().list(call);
        call->onCancel([listed] { listed->cancel(); });
        // the stack must live until its call has ended
        listed->then(call, [call, kept = *stack](const Result<QList<FuotaTaskSummary>>& tasks) {
            call->settle(tasks ? Result<void>() : failure(tasks.error()));
        });
    };
    const auto make = [this, call, connection, list](const Result<Credentials>& found) {
        if (!found)
            call->settle(failure(found.error()));
        else
            m_parts.stacks.make(reachable(connection), *found, call)->then(call, list);
    };
    auto* found = hasSecret(credentials) ? settledCall<Credentials>(call, credentials)
                                         : credentialsOf(connection, call);
    call->onCancel([found] { found->cancel(); });
    found->then(call, make);
    return call;
}

} // namespace fuotadesk
