#pragma once

#include "base/call.h"
#include "base/connection.h"

#include <memory>
#include <optional>

namespace fuotadesk {

// Where a signer has its credentials from. Used on one thread.
class CredentialProvider {
public:
    CredentialProvider() = default;
    CredentialProvider(const CredentialProvider&) = delete;
    CredentialProvider& operator=(const CredentialProvider&) = delete;
    virtual ~CredentialProvider() = default;

    // Those that hold for a while yet; nothing: they have to be obtained first.
    virtual std::optional<Credentials> fresh() const = 0;
    // Obtains them, once for all who wait.
    virtual CallOf<Credentials>* obtain(QObject* owner) = 0;
    // The service says that these hold no longer. True when others can be obtained.
    virtual bool discard(const Credentials& refused) = 0;
};

// Keys that somebody has entered: there are no others.
std::shared_ptr<CredentialProvider> fixedCredentials(Credentials credentials);

} // namespace fuotadesk
