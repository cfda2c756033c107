#pragma once

#include "base/call.h"
#include "base/secret.h"

#include <memory>

namespace fuotadesk {

// Keeps secrets by key. Calls may wait for a person as long as a keyring's prompt stands open: the
// caller shows that it waits and may cancel. Errors: SecretNotFound (also what a locked keyring
// says), KeychainUnavailable, KeychainLocked, KeychainDenied, of a write with code "too-large" too.
class SecretStore {
public:
    SecretStore() = default;
    SecretStore(const SecretStore&) = delete;
    SecretStore& operator=(const SecretStore&) = delete;
    virtual ~SecretStore() = default;

    virtual CallOf<Secret>* read(const QString& key, QObject* owner) = 0;
    virtual CallOf<void>* write(const QString& key, const Secret& secret, QObject* owner) = 0;
    // Reads (which brings the unlock prompt), deletes, reads again: success means it is gone.
    virtual CallOf<void>* remove(const QString& key, QObject* owner) = 0;
};

// The desktop's keychain, through QtKeychain; service is the name entries are filed under.
std::unique_ptr<SecretStore> makeKeychainStore(const QString& service);
// Lives and dies with the program: what is offered when there is no keychain.
std::unique_ptr<SecretStore> makeSessionSecretStore();

} // namespace fuotadesk
