#pragma once

#include "aws/transport.h"
#include "aws/transportstack.h"
#include "base/worker.h"

class QSslCertificate;

namespace fuotadesk {

class NetworkTransport;

// The network as the environment has it, for requests that belong to no connection: system proxy,
// NO_PROXY, and the certificates of AWS_CA_BUNDLE, which are read before the first request. Error
// of its own: CaBundleUnusable.
class BundledNetwork final : public Transport {
public:
    explicit BundledNetwork(ServiceEnvironment environment);
    ~BundledNetwork() override;

    CallOf<HttpResponse>* send(const HttpRequest& request, QObject* owner) override;

private:
    void open(std::shared_ptr<const QList<QSslCertificate>> certificates);

    ServiceEnvironment m_environment;
    std::unique_ptr<NetworkTransport> m_network;
    Worker m_worker;
    QObject m_life; // calls end with the transport
};

} // namespace fuotadesk
