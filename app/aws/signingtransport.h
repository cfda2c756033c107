#pragma once

#include "aws/endpoint.h"
#include "aws/sigv4.h"
#include "aws/transport.h"
#include "base/clock.h"

namespace fuotadesk {

// Signs every request afresh for one service, over the bytes that QUrl will send. When the service
// refuses the time and its Date header is more than four minutes away from ours, the request goes
// out once more with the service's time, which is kept. Errors of its own: CredentialsMissing.
class SigningTransport final : public Transport {
public:
    SigningTransport(Transport& inner, Credentials credentials, const QString& region,
                     const Clock& clock, const char* service = SigningName);

    CallOf<HttpResponse>* send(const HttpRequest& request, QObject* owner) override;

private:
    void sendSigned(const HttpRequest& request, CallOf<HttpResponse>* outer, bool mayCorrect);
    Result<HttpRequest> signedRequest(const HttpRequest& request);
    const Secret& keyFor(const SigningScope& scope);
    bool correctsClock(const HttpRequest& request, const Result<HttpResponse>& result);
    QDateTime serviceTime() const { return m_clock.now().addSecs(m_offsetSeconds); }

    Transport& m_inner;
    Credentials m_credentials;
    QByteArray m_region;
    QByteArray m_service;
    const Clock& m_clock;
    qint64 m_offsetSeconds = 0;
    QByteArray m_keyDate;
    Secret m_key;
    QObject m_life; // calls end with the transport
};

} // namespace fuotadesk
