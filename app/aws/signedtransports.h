#pragma once

#include <QString>

namespace fuotadesk {

class Transport;

// Transports to more services of the account that a connection leads to: over the same network,
// with the same credentials, signed for "s3", "iam" and so on. The same one each time; it lives as
// long as this does.
class SignedTransports {
public:
    SignedTransports() = default;
    SignedTransports(const SignedTransports&) = delete;
    SignedTransports& operator=(const SignedTransports&) = delete;
    virtual ~SignedTransports() = default;

    virtual Transport& signedFor(const char* service, const QString& region) = 0;
};

} // namespace fuotadesk
