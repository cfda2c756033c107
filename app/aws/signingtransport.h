#pragma once

#include "aws/credentialprovider.h"
#include "aws/endpoint.h"
#include "aws/sigv4.h"
#include "aws/transport.h"
#include "base/clock.h"

namespace fuotadesk {

// Signs every request afresh for one service, over the bytes that QUrl will send; for "s3" by the
// rules that S3 has of its own. A request goes out once more when the service refuses the time and
// its Date header is more than four minutes away from ours - with the service's time, which is kept
// - and when credentials have come to their end and others can be had. Errors of its own:
// CredentialsMissing; those of the provider, never with maybeExecuted, as nothing was sent.
class SigningTransport final : public Transport {
public:
    SigningTransport(Transport& inner, std::shared_ptr<CredentialProvider> provider,
                     const QString& region, const Clock& clock, const char* service = SigningName);
    SigningTransport(Transport& inner, Credentials credentials, const QString& region,
                     const Clock& clock, const char* service = SigningName);

    CallOf<HttpResponse>* send(const HttpRequest& request, QObject* owner) override;

private:
    enum class Attempt { First, Second };

    void begin(const HttpRequest& request, CallOf<HttpResponse>* outer, Attempt attempt);
    void sendSigned(const HttpRequest& request, const Credentials& credentials,
                    CallOf<HttpResponse>* outer, Attempt attempt);
    Result<HttpRequest> signedRequest(const HttpRequest& request, const Credentials& credentials);
    const Secret& keyFor(const SigningScope& scope, const Secret& secret);
    bool isWorthAnother(const HttpRequest& request, const Credentials& credentials,
                        const Result<HttpResponse>& result);
    bool correctsClock(const HttpResponse& response);
    QDateTime serviceTime() const { return m_clock.now().addSecs(m_offsetSeconds); }

    Transport& m_inner;
    std::shared_ptr<CredentialProvider> m_provider;
    QByteArray m_region;
    QByteArray m_service;
    const Clock& m_clock;
    qint64 m_offsetSeconds = 0;
    QByteArray m_keyDate;
    Secret m_keySecret;
    Secret m_key;
    QObject m_life; // calls end with the transport
};

} // namespace fuotadesk
