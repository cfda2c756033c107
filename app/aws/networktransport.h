#pragma once

#include "aws/transport.h"

#include <memory>

class QNetworkAccessManager;
class QNetworkReply;
class QSslCertificate;

namespace fuotadesk {

// How the machine reaches the service. certificates: null for those of the system.
struct NetworkOptions {
    bool useSystemProxy = false;
    QString noProxy;
    std::shared_ptr<const QList<QSslCertificate>> certificates;
};

// HTTP over QNetworkAccessManager, made at the first request because it is slow to make. Follows no
// redirect, keeps no cookie, asks for no compression, takes an answer of at most LargestAnswer
// bytes, gives up after the request's time-out. Destroying it cancels what is under way.
// Error::maybeExecuted is false only where no byte of the request can have left: host not found,
// connection refused, TLS handshake failed, proxy not reached.
class NetworkTransport final : public Transport {
public:
    static constexpr qint64 LargestAnswer = qint64{16} * 1024 * 1024;

    explicit NetworkTransport(NetworkOptions options);
    ~NetworkTransport() override;

    CallOf<HttpResponse>* send(const HttpRequest& request, QObject* owner) override;

private:
    QNetworkAccessManager& manager();
    QNetworkReply* start(const HttpRequest& request);

    NetworkOptions m_options;
    std::unique_ptr<QNetworkAccessManager> m_manager;
};

} // namespace fuotadesk
