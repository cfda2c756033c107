#include "campaign/session.h"

#include "campaign/secretblob.h"
#include "signin/profilecatalog.h"
#include "store/secretstore.h"
#include "store/settings.h"

namespace fuotadesk {

using namespace std::chrono_literals;

namespace {

bool hasSecret(const Credentials& credentials)
{
    return !credentials.secretAccessKey.isEmpty();
}

} // namespace

Session::Session(const Parts& parts, QObject* parent)
    : QObject(parent),
      m_parts(parts),
      m_book(parts.settings, parts.profiles),
      m_opener({parts.keychain, parts.memory, parts.sandbox, parts.sandboxOptions, parts.profiles}),
      m_active(sandboxConnection())
{
    m_slow.setSingleShot(true);
    m_slow.setInterval(5s);
    connect(&m_slow, &QTimer::timeout, this, &Session::signInIsSlow);
    connect(&m_book, &ConnectionBook::changed, this, &Session::connectionsChanged);
    if (!parts.profiles)
        return;
    connect(parts.profiles, &ProfileCatalog::filesChanged, this, &Session::followFiles);
    connect(parts.profiles, &ProfileCatalog::credentialsLost, this, &Session::takeLoss);
}

Session::~Session() = default;

Connection Session::found(const QString& connectionId) const
{
    Connection connection = m_book.find(connectionId).value_or(sandboxConnection());
    const Detour detour = m_detours.value(connection.id);
    if (!detour.region.isEmpty())
        connection.region = detour.region;
    if (!detour.endpointUrl.isEmpty())
        connection.endpointUrl = detour.endpointUrl;
    return connection;
}

void Session::setDetour(const QString& connectionId, const Detour& detour)
{
    m_detours.insert(connectionId, detour);
}

QString Session::endpointKey() const
{
    const Connection connection = m_access ? m_access->connection : m_opener.located(m_active);
    const QString variant =
        connection.useFips ? QStringLiteral("fips") : QStringLiteral("standard");
    const QString host = connection.endpointUrl.isEmpty() ? variant : connection.endpointUrl;
    return host + u' ' + connection.region;
}

void Session::setState(SessionState state, std::optional<Error> error)
{
    m_state = state;
    m_error = std::move(error);
    if (state != SessionState::SigningIn)
        m_slow.stop();
    Q_EMIT stateChanged();
}

void Session::beginActivation(const Connection& connection)
{
    m_attempt = std::make_unique<QObject>();
    m_stack.reset();
    m_access.reset();
    m_active = connection;
    SettingsData data = m_parts.settings.data();
    if (m_parts.rememberActive && data.activeConnectionId != m_active.id
        && m_book.find(m_active.id)) {
        data.activeConnectionId = m_active.id;
        m_parts.settings.save(
            data); // if it can not be saved, only the next start is less convenient
    }
    setState(SessionState::SigningIn);
    Q_EMIT activeChanged();
}

void Session::start(const QString& connectionId)
{
    m_book.discover();
    const QString last = m_parts.settings.data().activeConnectionId;
    const QString id = connectionId.isEmpty() ? last : connectionId;
    if (!id.isEmpty() || m_book.isDiscovered()) {
        activate(id);
        return;
    }
    setState(SessionState::SigningIn);
    m_attempt = std::make_unique<QObject>();
    connect(&m_book, &ConnectionBook::discovered, m_attempt.get(), [this] { takeFirstStart(); });
}

void Session::takeFirstStart()
{
    const QString usual = profileConnection(m_parts.profiles->usualProfile()).id;
    const auto profile = m_book.profile(usual);
    activate(profile && !profile->error ? usual : sandboxConnection().id);
}

// A profile that could not be used may be good now; one that leads elsewhere is taken up anew.
// Files that can not be read at the moment change nothing.
void Session::followFiles()
{
    if (m_active.kind != ConnectionKind::Profile || m_state == SessionState::SigningIn)
        return;
    if (!m_access) {
        activate(m_active.id);
        return;
    }
    m_parts.profiles->place(found(m_active.id), m_attempt.get())
        ->then(m_attempt.get(), [this](const Result<ProfilePlace>& place) {
            const bool isElsewhere = place ? place->connection != m_access->connection
                                           : !isFileTrouble(place.error().kind);
            if (isElsewhere)
                activate(m_active.id);
        });
}

// A sign-in has come to its end in the midst of work.
void Session::takeLoss(const QString& profile, const Error& error)
{
    if (!isReady() || m_active.kind != ConnectionKind::Profile || m_active.profile != profile)
        return;
    m_stack.reset();
    m_access.reset();
    setState(SessionState::SignedOut, error);
}

void Session::activate(const QString& connectionId)
{
    beginActivation(found(connectionId));
    m_slow.start();
    m_opener.open(m_active, m_attempt.get())
        ->then(m_attempt.get(), [this](const Result<Access>& access) { takeAccess(access); });
}

void Session::activateWith(const QString& connectionId, const Credentials& credentials)
{
    m_parts.memory.write(secretKey(connectionId), secretBlob(credentials), this);
    activateOnce(found(connectionId), credentials);
}

void Session::activateOnce(const Connection& connection, const Credentials& credentials)
{
    beginActivation(connection);
    takeAccess(m_opener.with(m_active, credentials));
}

void Session::takeAccess(const Result<Access>& access)
{
    if (!access) {
        setState(SessionState::SignedOut, access.error());
        return;
    }
    m_parts.stacks.make(access->connection, access->keys, m_attempt.get())
        ->then(m_attempt.get(),
               [this, opened = *access](const Result<std::shared_ptr<ServiceStack>>& stack) {
                   takeStack(opened, stack);
               });
}

void Session::takeStack(const Access& access, const Result<std::shared_ptr<ServiceStack>>& stack)
{
    if (!stack) {
        setState(SessionState::SignedOut, stack.error());
        return;
    }
    m_access = access;
    m_stack = *stack;
    m_stack->limitCalls(callsPerSecond());
    if (m_active.kind == ConnectionKind::Profile)
        m_active = access.connection;
    setState(SessionState::Ready);
}

CallOf<QString>* Session::save(const Connection& connection, const Credentials& credentials,
                               Remember remember, QObject* owner)
{
    Connection saved = connection;
    if (saved.id.isEmpty())
        saved.id = m_parts.random.uuid();
    auto* call = new CallOf<QString>(owner);
    if (!hasSecret(credentials)) {
        finishSave(saved, call);
        return call;
    }
    const bool inKeychain = remember == Remember::InKeychain;
    SecretStore& secrets = inKeychain ? m_parts.keychain : m_parts.memory;
    auto* written = secrets.write(secretKey(saved.id), secretBlob(credentials), call);
    call->onCancel([written] { written->cancel(); });
    written->then(call, [this, call, saved, inKeychain](const Result<void>& result) {
        if (!result) {
            call->settle(failure(result.error()));
            return;
        }
        Connection kept = saved;
        kept.hasStoredSecret = kept.hasStoredSecret || inKeychain;
        if (inKeychain) // what was typed for the session must not hide the new secret
            m_parts.memory.remove(secretKey(kept.id), this);
        finishSave(kept, call);
    });
    return call;
}

void Session::finishSave(const Connection& kept, CallOf<QString>* call)
{
    const Result<void> stored = m_book.keep(kept);
    if (!stored) {
        call->settle(failure(stored.error()));
        return;
    }
    if (kept.id == m_active.id)
        activate(kept.id);
    call->settle(kept.id);
}

CallOf<void>* Session::forget(const QString& connectionId, Forget what, QObject* owner)
{
    auto* call = new CallOf<void>(owner);
    const auto connection = m_book.find(connectionId);
    if (what == Forget::ConnectionOnly || !connection || !connection->hasStoredSecret) {
        finishForget(connectionId, call);
        return call;
    }
    auto* removed = m_parts.keychain.remove(secretKey(connectionId), call);
    call->onCancel([removed] { removed->cancel(); });
    removed->then(call, [this, call, connection](const Result<void>& result) {
        if (result)
            finishForget(connection->id, call);
        else
            call->settle(failure(keychainError(result.error(), *connection)));
    });
    return call;
}

// A profile stays where it is, in the files: only what was added to it here is forgotten.
void Session::finishForget(const QString& connectionId, CallOf<void>* call)
{
    m_parts.memory.remove(secretKey(connectionId), this);
    const Result<void> dropped = m_book.drop(connectionId);
    if (connectionId == m_active.id)
        activate(m_book.profile(connectionId) ? connectionId : sandboxConnection().id);
    call->settle(dropped);
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
    const auto make = [this, call, list](const Result<Access>& access) {
        if (!access)
            call->settle(failure(access.error()));
        else
            m_parts.stacks.make(access->connection, access->keys, call)->then(call, list);
    };
    auto* opening = hasSecret(credentials)
        ? settledCall<Access>(call, m_opener.with(connection, credentials))
        : m_opener.open(connection, call);
    call->onCancel([opening] { opening->cancel(); });
    opening->then(call, make);
    return call;
}

} // namespace fuotadesk
