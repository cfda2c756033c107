#include "aws/transportstack.h"

#include "aws/cabundle.h"
#include "aws/endpoint.h"
#include "aws/loggingtransport.h"
#include "aws/networktransport.h"
#include "aws/pacedtransport.h"
#include "aws/retryingtransport.h"
#include "aws/signingtransport.h"
#include "base/worker.h"

#include <QSslCertificate>

#include <map>

namespace fuotadesk {

namespace {

using StackResult = Result<std::shared_ptr<TransportStack>>;

// Another service than IoT Wireless, over the network of the stack.
struct OtherService {
    OtherService(Transport& network, std::shared_ptr<CredentialProvider> credentials,
                 const QString& region, const char* service, const Clock& clock,
                 RandomSource& random)
        : signing(network, std::move(credentials), region, clock, service),
          retrying(signing, random)
    {
    }

    SigningTransport signing;
    RetryingTransport retrying;
};

class NetworkStack final : public TransportStack {
public:
    NetworkStack(const QUrl& endpoint, const Connection& connection,
                 const std::shared_ptr<CredentialProvider>& credentials, const Clock& clock,
                 RandomSource& random, NetworkOptions options)
        : m_credentials(credentials),
          m_clock(clock),
          m_random(random),
          m_network(std::move(options)),
          m_logging(m_network),
          m_signing(m_logging, credentials, connection.region, clock),
          m_paced(m_signing),
          m_retrying(m_paced, random),
          m_endpoint(endpoint)
    {
    }

    Transport& transport() override { return m_retrying; }
    QUrl endpoint() const override { return m_endpoint; }
    void limitCalls(double perSecond) override { m_paced.setLimit(perSecond); }

    Transport& signedFor(const char* service, const QString& region) override
    {
        auto& other = m_others[{QByteArray(service), region}];
        if (!other)
            other = std::make_unique<OtherService>(m_logging, m_credentials, region, service,
                                                   m_clock, m_random);
        return other->retrying;
    }

private:
    std::shared_ptr<CredentialProvider> m_credentials;
    const Clock& m_clock;
    RandomSource& m_random;
    NetworkTransport m_network;
    LoggingTransport m_logging;
    SigningTransport m_signing;
    PacedTransport m_paced;
    RetryingTransport m_retrying;
    QUrl m_endpoint;
    std::map<std::pair<QByteArray, QString>, std::unique_ptr<OtherService>> m_others;
};

class NetworkStackFactory final : public TransportStackFactory {
public:
    NetworkStackFactory(const Clock& clock, RandomSource& random, ServiceEnvironment environment)
        : m_clock(clock),
          m_random(random),
          m_environment(std::move(environment))
    {
    }

    CallOf<std::shared_ptr<TransportStack>>* make(const Connection& connection,
                                                  std::shared_ptr<CredentialProvider> credentials,
                                                  QObject* owner) override;

private:
    const Clock& m_clock;
    RandomSource& m_random;
    ServiceEnvironment m_environment;
    Worker m_worker;
};

CallOf<std::shared_ptr<TransportStack>>*
NetworkStackFactory::make(const Connection& connection,
                          std::shared_ptr<CredentialProvider> credentials, QObject* owner)
{
    using Certificates = QList<QSslCertificate>;
    const auto endpoint = endpointFor(connection);
    if (!endpoint)
        return settledCall<std::shared_ptr<TransportStack>>(owner, failure(endpoint.error()));

    const bool isSandbox = connection.kind == ConnectionKind::Sandbox;
    NetworkOptions options;
    options.useSystemProxy = m_environment.useSystemProxy && !isSandbox;
    options.noProxy = m_environment.noProxy;
    const auto build = [=, &clock = m_clock, &random = m_random](
                           std::shared_ptr<const Certificates> certificates) -> StackResult {
        NetworkOptions complete = options;
        complete.certificates = std::move(certificates);
        return std::make_shared<NetworkStack>(*endpoint, connection, credentials, clock, random,
                                              complete);
    };
    const QString bundle =
        m_environment.caBundleFile.isEmpty() ? connection.caBundleFile : m_environment.caBundleFile;
    if (isSandbox || bundle.isEmpty())
        return settledCall(owner, build(nullptr));

    auto* outer = new CallOf<std::shared_ptr<TransportStack>>(owner);
    auto* reading = m_worker.run<Certificates>(outer, [bundle] { return readCaBundle(bundle); });
    forward(reading, outer, [build](const Result<Certificates>& certificates) -> StackResult {
        if (!certificates)
            return failure(certificates.error());
        return build(std::make_shared<const Certificates>(*certificates));
    });
    return outer;
}

} // namespace

std::unique_ptr<TransportStackFactory>
makeTransportStackFactory(const Clock& clock, RandomSource& random, ServiceEnvironment environment)
{
    return std::make_unique<NetworkStackFactory>(clock, random, std::move(environment));
}

} // namespace fuotadesk
