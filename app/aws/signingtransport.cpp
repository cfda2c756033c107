#include "aws/signingtransport.h"

#include "aws/serviceerror.h"
#include "aws/timestamps.h"

#include <cstdlib>

namespace fuotadesk {

namespace {

constexpr qint64 LargestSkewSeconds = qint64{4} * 60;
constexpr QByteArrayView S3 = "s3"; // takes the path as it is sent, and wants the body's hash told

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
            request.url.query(QUrl::FullyEncoded).toLatin1(), headers,
            request.bodySha256.isEmpty() ? sha256Hex(request.body) : request.bodySha256};
}

bool tellsOfAnotherRegion(const HttpResponse& response)
{
    return !headerValue(response.headers, "x-amz-bucket-region").isEmpty();
}

} // namespace

SigningTransport::SigningTransport(Transport& inner, std::shared_ptr<CredentialProvider> provider,
                                   const QString& region, const Clock& clock, const char* service)
    : m_inner(inner),
      m_provider(std::move(provider)),
      m_region(region.toLatin1()),
      m_service(service),
      m_clock(clock)
{
}

SigningTransport::SigningTransport(Transport& inner, Credentials credentials, const QString& region,
                                   const Clock& clock, const char* service)
    : SigningTransport(inner, fixedCredentials(std::move(credentials)), region, clock, service)
{
}

CallOf<HttpResponse>* SigningTransport::send(const HttpRequest& request, QObject* owner)
{
    auto* outer = new CallOf<HttpResponse>(owner);
    QObject::connect(&m_life, &QObject::destroyed, outer, &Call::cancel);
    begin(request, outer, Attempt::First);
    return outer;
}

void SigningTransport::begin(const HttpRequest& request, CallOf<HttpResponse>* outer,
                             Attempt attempt)
{
    if (const auto credentials = m_provider->fresh()) {
        sendSigned(request, *credentials, outer, attempt);
        return;
    }
    CallOf<Credentials>* obtaining = m_provider->obtain(outer);
    outer->onCancel([alive = QPointer(obtaining)] {
        if (alive)
            alive->cancel();
    });
    obtaining->then(&m_life, [=, this](const Result<Credentials>& credentials) {
        if (outer->isSettled())
            return;
        if (credentials) {
            sendSigned(request, *credentials, outer, attempt);
            return;
        }
        Error error = credentials.error();
        error.maybeExecuted = false;
        outer->settle(failure(error));
    });
}

void SigningTransport::sendSigned(const HttpRequest& request, const Credentials& credentials,
                                  CallOf<HttpResponse>* outer, Attempt attempt)
{
    const auto prepared = signedRequest(request, credentials);
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
        if (attempt == Attempt::First && !outer->isSettled()
            && isWorthAnother(request, credentials, result))
            begin(request, outer, Attempt::Second);
        else
            outer->settle(result);
    });
}

Result<HttpRequest> SigningTransport::signedRequest(const HttpRequest& request,
                                                    const Credentials& credentials)
{
    if (credentials.accessKeyId.isEmpty() || credentials.secretAccessKey.isEmpty())
        return failure(ErrorKind::CredentialsMissing);
    Signer signer;
    signer.scope = {amzTimestamp(serviceTime()), m_region, m_service};
    signer.accessKeyId = credentials.accessKeyId.toUtf8();
    signer.key = keyFor(signer.scope, credentials.secretAccessKey);
    signer.sessionToken = credentials.sessionToken;
    if (m_service == S3) {
        signer.rules = {false, false};
        signer.addPayloadHash = true;
    }
    const auto signature = signWithHeaders(partsOf(request), signer);
    if (!signature)
        return failure(signature.error());
    HttpRequest result = request;
    result.headers += signature->headers;
    return result;
}

const Secret& SigningTransport::keyFor(const SigningScope& scope, const Secret& secret)
{
    if (m_keyDate != scope.date() || !(m_keySecret == secret)) {
        m_key = signingKey(secret, scope);
        m_keyDate = scope.date();
        m_keySecret = secret;
    }
    return m_key;
}

// A refused signature was not carried out: sending such a request again is always safe.
bool SigningTransport::isWorthAnother(const HttpRequest& request, const Credentials& credentials,
                                      const Result<HttpResponse>& result)
{
    if (!result || result->status < 400 || result->status >= 500)
        return false;
    const ErrorKind kind = serviceError(request, *result).kind;
    // An answer to HEAD has no body that tells one refusal from another.
    const bool isWordless = request.method == "HEAD";
    const bool mayBeTheToken = isWordless && result->status == 400
        && !credentials.sessionToken.isEmpty() && !tellsOfAnotherRegion(*result);
    if (kind == ErrorKind::CredentialsExpired || mayBeTheToken)
        return m_provider->discard(credentials);
    const bool mayBeTheClock = kind == ErrorKind::ClockSkewed
        || kind == ErrorKind::SignatureMismatch || (isWordless && kind == ErrorKind::AccessDenied);
    return mayBeTheClock && correctsClock(*result);
}

bool SigningTransport::correctsClock(const HttpResponse& response)
{
    const QDateTime theirs =
        parseHttpDate(QString::fromLatin1(headerValue(response.headers, "date")));
    if (!theirs.isValid() || std::abs(serviceTime().secsTo(theirs)) <= LargestSkewSeconds)
        return false;
    m_offsetSeconds = m_clock.now().secsTo(theirs);
    return true;
}

} // namespace fuotadesk
