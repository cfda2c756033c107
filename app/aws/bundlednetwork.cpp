#include "aws/bundlednetwork.h"

#include "aws/cabundle.h"
#include "aws/networktransport.h"

#include <QSslCertificate>

namespace fuotadesk {

BundledNetwork::BundledNetwork(ServiceEnvironment environment)
    : m_environment(std::move(environment))
{
    if (m_environment.caBundleFile.isEmpty())
        open(nullptr);
}

BundledNetwork::~BundledNetwork() = default;

void BundledNetwork::open(std::shared_ptr<const QList<QSslCertificate>> certificates)
{
    m_network = std::make_unique<NetworkTransport>(NetworkOptions{
        m_environment.useSystemProxy, m_environment.noProxy, std::move(certificates)});
}

CallOf<HttpResponse>* BundledNetwork::send(const HttpRequest& request, QObject* owner)
{
    if (m_network)
        return m_network->send(request, owner);
    using Certificates = QList<QSslCertificate>;
    auto* outer = new CallOf<HttpResponse>(owner);
    m_worker
        .run<Certificates>(outer,
                           [file = m_environment.caBundleFile] { return readCaBundle(file); })
        ->then(&m_life, [=, this](const Result<Certificates>& certificates) {
            if (outer->isSettled())
                return;
            if (!certificates) {
                outer->settle(failure(certificates.error()));
                return;
            }
            if (!m_network) // several may have waited
                open(std::make_shared<const Certificates>(*certificates));
            forward(m_network->send(request, outer), outer,
                    [](const Result<HttpResponse>& response) { return response; });
        });
    return outer;
}

} // namespace fuotadesk
