#include "campaign/connectionaccess.h"

#include "aws/endpoint.h"
#include "campaign/secretblob.h"
#include "signin/profilecatalog.h"
#include "store/secretstore.h"

namespace fuotadesk {

namespace {

bool leadsToThisMachine(const Connection& connection)
{
    return isLoopbackHost(QUrl(connection.endpointUrl, QUrl::StrictMode).host());
}

// An endpoint on this very machine is no part of AWS: whoever answers there is asked for all.
Access accessTo(const Connection& connection, const std::shared_ptr<CredentialProvider>& keys)
{
    if (leadsToThisMachine(connection)) {
        const QUrl own(connection.endpointUrl, QUrl::StrictMode);
        const ServiceAddress here{own, connection.region};
        return {connection, keys, here, here, {own, iamAddress(connection.region, false).region}};
    }
    return {connection,
            keys,
            {regionalEndpoint(QStringLiteral("sts"), connection.region, connection.useFips,
                              connection.useDualStack),
             connection.region},
            s3Address(connection.region, connection.useFips, connection.useDualStack),
            iamAddress(connection.region, connection.useFips)};
}

} // namespace

Error keychainError(const Error& error, const Connection& connection)
{
    if (error.kind != ErrorKind::SecretNotFound)
        return error;
    Error mended = error;
    mended.kind =
        connection.hasStoredSecret ? ErrorKind::KeychainLocked : ErrorKind::CredentialsMissing;
    return mended;
}

Connection ConnectionAccess::located(const Connection& connection) const
{
    Connection located = connection;
    if (connection.kind == ConnectionKind::Sandbox) {
        located.endpointUrl = m_parts.sandbox.url();
        located.region = m_parts.sandbox.region();
    }
    return located;
}

Access ConnectionAccess::with(const Connection& connection, const Credentials& credentials) const
{
    return accessTo(located(connection), fixedCredentials(credentials));
}

CallOf<Access>* ConnectionAccess::open(const Connection& connection, QObject* owner)
{
    switch (connection.kind) {
    case ConnectionKind::Sandbox:
        return openSandbox(connection, owner);
    case ConnectionKind::Profile:
        return openProfile(connection, owner);
    case ConnectionKind::AccessKey:
        break;
    }
    return openStored(connection, owner);
}

CallOf<Access>* ConnectionAccess::openSandbox(const Connection& connection, QObject* owner)
{
    if (m_parts.sandbox.url().isEmpty()) {
        const Result<void> started = m_parts.sandbox.start(m_parts.sandboxOptions);
        if (!started)
            return settledCall<Access>(owner, failure(started.error()));
    }
    return settledCall<Access>(owner, with(connection, m_parts.sandbox.credentials()));
}

// Keys typed for this session come before the keychain's.
CallOf<Access>* ConnectionAccess::openStored(const Connection& connection, QObject* owner)
{
    auto* call = new CallOf<Access>(owner);
    const auto take = [this, call, connection](const Result<Secret>& blob) {
        if (!blob) {
            call->settle(failure(keychainError(blob.error(), connection)));
            return;
        }
        const auto credentials = credentialsFromBlob(connection.accessKeyId, *blob);
        if (credentials)
            call->settle(with(connection, *credentials));
        else
            call->settle(failure(credentials.error()));
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

// Where it leads first, then who one is there: both have to be good before anything is asked.
CallOf<Access>* ConnectionAccess::openProfile(const Connection& connection, QObject* owner)
{
    if (!m_parts.profiles)
        return settledCall<Access>(
            owner, failure(ErrorKind::CredentialsMissing, QStringLiteral("no-profile")));
    auto* call = new CallOf<Access>(owner);
    auto* placing = m_parts.profiles->place(connection, call);
    call->onCancel([placing] { placing->cancel(); });
    // An endpoint of the connection's own comes before what the files say of the other services.
    const bool isHere = leadsToThisMachine(connection);
    placing->then(call, [this, call, isHere](const Result<ProfilePlace>& place) {
        if (!place) {
            call->settle(failure(place.error()));
            return;
        }
        const auto keys = m_parts.profiles->credentials(place->connection.profile);
        const Access access = isHere
            ? accessTo(place->connection, keys)
            : Access{place->connection, keys, place->sts, place->s3, place->iam};
        forward(access.keys->obtain(call), call,
                [access](const Result<Credentials>& obtained) -> Result<Access> {
                    if (!obtained)
                        return failure(obtained.error());
                    return access;
                });
    });
    return call;
}

} // namespace fuotadesk
