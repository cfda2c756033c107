#include "aws/signingtransport.h"

#include "aws/serviceerror.h"
#include "aws/timestamps.h"

#include <cstdlib>

namespace fuotadesk {

namespace {

constexpr qint64 LargestSkewSeconds = qint64{4} * 60;

// As the network layer writes it: the port stands in the URL only when it is not the default one.
QByteArray hostHeader(const QUrl& url)
{
    QByteArray host = url.host(QUrl::FullyEncoded).toLatin1();
    if (host.contains(':'))
        host = '[' + host + ']';
    return url.port() < 0 ? host : host + ':' + QByteArray::number(url.port());
}

RequestParts partsOf(const HttpRequest& request)
{
    HttpHeaders headers = request.headers;
    headers.append({QByteArrayLiteral("Host"), hostHeader(request.url)});
    return {request.method, request.url.path(QUrl::FullyEncoded).toLatin1(),
            request.url.query(QUrl::FullyEncoded).toLatin1(), headers, sha256Hex(request.body)};
}

} // namespace

SigningTransport::SigningTransport(Transport& inner, Credentials credentials, const QString& region,
                                   const Clock& clock, const char* service)
    : m_inner(inner),
      m_credentials(std::move(credentials)),
      m_region(region.toLatin1()),
      m_service(service),
      m_clock(clock)
{
}

CallOf<HttpResponse>* SigningTransport::send(const HttpRequest& request, QObject* owner)
{
    auto* outer = new CallOf<HttpResponse>(owner);
    QObject::connect(&m_life, &QObject::destroyed, outer, &Call::cancel);
    sendSigned(request, outer, true);
    return outer;
}

void SigningTransport::sendSigned(const HttpRequest& request, CallOf<HttpResponse>* outer,
                                  bool mayCorrect)
{
    const auto prepared = signedRequest(request);
    if (!prepared) {
        outer->settle(failure(prepared.error()));
        return;
    }
    CallOf<HttpResponse>* inner = m_inner.send(*prepared, outer);
    outer->onCancel([alive = QPointer(inner)] {
        if (alive)
            alive->cancel();
    });
    inner->then(&m_life, [=, this](const Result<HttpResponse>& result) {
        if (mayCorrect && !outer->isSettled() && correctsClock(request, result))
            sendSigned(request, outer, false);
        else
            outer->settle(result);
    });
}

Result<HttpRequest> SigningTransport::signedRequest(const HttpRequest& request)
{
    if (m_credentials.accessKeyId.isEmpty() || m_credentials.secretAccessKey.isEmpty())
        return failure(ErrorKind::CredentialsMissing);
    Signer signer;
    signer.scope = {amzTimestamp(serviceTime()), m_region, m_service};
    signer.accessKeyId = m_credentials.accessKeyId.toUtf8();
    signer.key = keyFor(signer.scope);
    signer.sessionToken = m_credentials.sessionToken;
    const auto signature = signWithHeaders(partsOf(request), signer);
    if (!signature)
        return failure(signature.error());
    HttpRequest result = request;
    result.headers += signature->headers;
    return result;
}

const Secret& SigningTransport::keyFor(const SigningScope& scope)
{
    if (m_keyDate != scope.date()) {
        m_key = signingKey(m_credentials.secretAccessKey, scope);
        m_keyDate = scope.date();
    }
    return m_key;
}

// A refused signature was not carried out: sending such a request again is always safe.
bool SigningTransport::correctsClock(const HttpRequest& request, const Result<HttpResponse>& result)
{
    if (!result || result->status < 400 || result->status >= 500)
        return false;
    const ErrorKind kind = serviceError(request, *result).kind;
    if (kind != ErrorKind::ClockSkewed && kind != ErrorKind::SignatureMismatch)
        return false;
    const QDateTime theirs =
        parseHttpDate(QString::fromLatin1(headerValue(result->headers, "date")));
    if (!theirs.isValid() || std::abs(serviceTime().secsTo(theirs)) <= LargestSkewSeconds)
        return false;
    m_offsetSeconds = m_clock.now().secsTo(theirs);
    return true;
}

} // namespace fuotadesk
