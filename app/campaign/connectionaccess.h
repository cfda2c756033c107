#pragma once

#include "aws/credentialprovider.h"
#include "aws/localendpoint.h"
#include "signin/signinparts.h"

namespace fuotadesk {

class ProfileCatalog;
class SecretStore;

// How a connection is used: where it leads now, with which keys, and where the other services of
// its account answer.
struct Access {
    Connection connection;
    std::shared_ptr<CredentialProvider> keys;
    ServiceAddress sts;
    ServiceAddress s3;
    ServiceAddress iam;
};

// Opens connections: finds the sandbox, asks memory and keychain for a secret, signs in as a
// profile. Its parts outlive what it opened.
class ConnectionAccess {
public:
    struct Parts {
        SecretStore& keychain;
        SecretStore& memory; // secrets for this session only
        LocalEndpoint& sandbox; // started when it is first needed
        LocalEndpointOptions sandboxOptions;
        ProfileCatalog* profiles; // may be null
    };

    explicit ConnectionAccess(const Parts& parts) : m_parts(parts) { }

    // Errors: those of LocalEndpoint::start(), of SecretStore::read() - SecretNotFound is
    // KeychainLocked where a secret was stored once, else CredentialsMissing -, of
    // ProfileCatalog::place() and of ProfileCredentials.
    CallOf<Access>* open(const Connection& connection, QObject* owner);
    // With keys that somebody has at hand.
    Access with(const Connection& connection, const Credentials& credentials) const;
    // The sandbox is wherever it listens now; all others are where they say.
    Connection located(const Connection& connection) const;

private:
    CallOf<Access>* openSandbox(const Connection& connection, QObject* owner);
    CallOf<Access>* openStored(const Connection& connection, QObject* owner);
    CallOf<Access>* openProfile(const Connection& connection, QObject* owner);

    Parts m_parts;
};

// The keychain answers "not found" for a locked keyring as well. When a secret was stored once,
// that is the likelier reason, and offering to set it up again would overwrite it.
Error keychainError(const Error& error, const Connection& connection);

} // namespace fuotadesk
