#pragma once

#include "aws/credentialprovider.h"
#include "aws/signedtransports.h"
#include "base/clock.h"
#include "base/random.h"

#include <QUrl>

#include <memory>

namespace fuotadesk {

// What of the environment shapes a connection; read once by the wiring.
struct ServiceEnvironment {
    QString caBundleFile; // AWS_CA_BUNDLE, or empty; comes before the connection's
    bool useSystemProxy = true;
    QString noProxy; // NO_PROXY
};

// Everything between a Connection and the bytes of its requests: retrying(paced(signing(
// logging(network)))). One per active connection; destroying it aborts what is under way.
// signedFor() has the same without the pace, which only IoT Wireless wants.
class TransportStack : public SignedTransports {
public:
    virtual Transport& transport() = 0;
    virtual QUrl endpoint() const = 0; // scheme://host[:port]
    // How often one operation is called, at most; above 0.
    virtual void limitCalls(double perSecond) = 0;
};

// Makes stacks. The CA bundle is read and parsed on a worker, so this is a call. Errors:
// ConfigurationInvalid (code "endpoint-url", "region", "fips-with-custom-endpoint",
// "dualstack-with-custom-endpoint"), CaBundleUnusable.
class TransportStackFactory {
public:
    virtual ~TransportStackFactory() = default;
    virtual CallOf<std::shared_ptr<TransportStack>>*
    make(const Connection& connection, std::shared_ptr<CredentialProvider> credentials,
         QObject* owner) = 0;
};

std::unique_ptr<TransportStackFactory>
makeTransportStackFactory(const Clock& clock, RandomSource& random, ServiceEnvironment environment);

} // namespace fuotadesk
