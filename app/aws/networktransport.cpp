#include "aws/networktransport.h"

#include "aws/bodymeter.h"
#include "aws/proxyrules.h"

#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QTimer>

namespace fuotadesk {

namespace {

class ProxyChoice final : public QNetworkProxyFactory {
public:
    explicit ProxyChoice(NetworkOptions options) : m_options(std::move(options)) { }

    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery& query) override
    {
        if (!m_options.useSystemProxy || goesDirect(query.url(), m_options.noProxy))
            return {QNetworkProxy(QNetworkProxy::NoProxy)};
        return systemProxyForQuery(query);
    }

private:
    NetworkOptions m_options;
};

// kind and maybeExecuted of an exchange that ended without a whole answer.
Error lostExchange(QNetworkReply::NetworkError code)
{
    const auto failed = [](ErrorKind kind, bool maybeExecuted) {
        Error error;
        error.kind = kind;
        error.maybeExecuted = maybeExecuted;
        return error;
    };
    switch (code) {
    case QNetworkReply::HostNotFoundError:
        return failed(ErrorKind::HostNotFound, false);
    case QNetworkReply::ConnectionRefusedError:
        return failed(ErrorKind::ConnectionRefused, false);
    case QNetworkReply::SslHandshakeFailedError:
        return failed(ErrorKind::TlsFailed, false);
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return failed(ErrorKind::ProxyFailed, false);
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::UnknownProxyError:
        return failed(ErrorKind::ProxyFailed, true);
    case QNetworkReply::TimeoutError:
        return failed(ErrorKind::TimedOut, true);
    case QNetworkReply::ProtocolFailure:
        return failed(ErrorKind::AnswerMalformed, true);
    default:
        return failed(ErrorKind::ConnectionLost, true);
    }
}

// QNAM turns statuses into errors too; those are answers all the same.
bool isAnswer(const QNetworkReply& reply)
{
    const auto code = reply.error();
    const bool hasStatus = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() > 0;
    const bool isStatusError = code == QNetworkReply::NoError
        || code == QNetworkReply::ProxyAuthenticationRequiredError
        || code == QNetworkReply::ProtocolInvalidOperationError
        || (code >= QNetworkReply::ContentAccessDenied
            && code <= QNetworkReply::UnknownContentError)
        || code >= QNetworkReply::InternalServerError;
    return hasStatus && isStatusError;
}

// One request under way; a child of its call, so that it dies with it.
class Exchange final : public QObject {
public:
    Exchange(CallOf<HttpResponse>* call, QNetworkReply* reply, const HttpRequest& request)
        : QObject(call),
          m_call(call),
          m_reply(reply),
          m_meter(request.meter),
          m_hasBody(request.method != "HEAD")
    {
        connect(reply, &QNetworkReply::requestSent, this, [this] { m_sent = true; });
        connect(reply, &QNetworkReply::readyRead, this, &Exchange::read);
        connect(reply, &QNetworkReply::finished, this, &Exchange::finish);
        connect(reply, &QObject::destroyed, call, &Call::cancel);
        connect(reply, &QNetworkReply::uploadProgress, this, &Exchange::meter);
        connect(&m_patience, &QTimer::timeout, this, [this] { giveUp(ErrorKind::TimedOut); });
        m_patience.setSingleShot(true);
        m_patience.start(request.timeout);
    }

    ~Exchange() override { stop(); }

    void stop()
    {
        if (!m_reply)
            return;
        QNetworkReply* reply = std::exchange(m_reply, nullptr);
        reply->disconnect(this);
        reply->disconnect(m_call);
        // Its destructor aborts it. abort() makes an error of its own, and of two errors of a reply
        // Qt warns: one may be on the way from its thread.
        reply->deleteLater();
    }

private:
    void meter(qint64 bytes)
    {
        if (bytes <= m_metered)
            return;
        m_metered = bytes;
        m_patience.start();
        if (m_meter)
            Q_EMIT m_meter->sent(bytes);
    }

    void read()
    {
        m_body.append(m_reply->readAll());
        if (m_body.size() > NetworkTransport::LargestAnswer)
            giveUp(ErrorKind::AnswerTooLarge);
    }

    void giveUp(ErrorKind kind)
    {
        Error error;
        error.kind = kind;
        error.maybeExecuted = true;
        settle(failure(error));
    }

    void finish()
    {
        if (!isAnswer(*m_reply)) {
            Error error = lostExchange(m_reply->error());
            // What a proxy says to CONNECT comes as an unknown error, 503 as a refused connection.
            if (isProxied())
                error.kind = ErrorKind::ProxyFailed;
            // QNAM may have sent the request, lost the connection, and been refused at the second
            // try.
            error.maybeExecuted = error.maybeExecuted || m_sent;
            error.detail = m_reply->errorString();
            settle(failure(error));
            return;
        }
        read();
        if (!m_reply)
            return;
        if (m_hasBody && isCutShort()) {
            giveUp(ErrorKind::ConnectionLost);
            return;
        }
        HttpResponse response;
        response.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        for (const auto& [name, value] : m_reply->rawHeaderPairs())
            response.headers.append({name, value});
        response.body = m_body;
        settle(response);
    }

    // QNAM now and then takes a close in the middle of a body for its end.
    bool isCutShort() const
    {
        bool isNumber = false;
        const qint64 length = m_reply->rawHeader("Content-Length").toLongLong(&isNumber);
        return isNumber && m_body.size() < length;
    }

    // Whether the connection that failed was the one to a proxy.
    bool isProxied() const
    {
        const auto code = m_reply->error();
        const bool mayBe = code == QNetworkReply::UnknownNetworkError
            || code == QNetworkReply::ConnectionRefusedError;
        auto* factory = m_reply->manager()->proxyFactory();
        return mayBe
            && factory->queryProxy(QNetworkProxyQuery(m_reply->url())).constFirst().type()
            != QNetworkProxy::NoProxy;
    }

    void settle(Result<HttpResponse> result)
    {
        m_call->settle(std::move(result));
        stop();
    }

    CallOf<HttpResponse>* m_call;
    QPointer<QNetworkReply> m_reply;
    std::shared_ptr<BodyMeter> m_meter;
    bool m_hasBody; // the answer may have one
    qint64 m_metered = 0;
    QTimer m_patience;
    QByteArray m_body;
    bool m_sent = false;
};

QNetworkRequest networkRequest(const HttpRequest& request, const NetworkOptions& options)
{
    using Attribute = QNetworkRequest::Attribute;
    QNetworkRequest result(request.url);
    for (const HttpHeader& header : request.headers)
        result.setRawHeader(header.name, header.value);
    // Not signed: proxies may change them.
    result.setRawHeader("Accept-Encoding", "identity");
    result.setRawHeader("User-Agent", "FuotaDesk/" FUOTADESK_VERSION);
    result.setAttribute(Attribute::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    result.setAttribute(Attribute::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    result.setAttribute(Attribute::CacheSaveControlAttribute, false);
    result.setAttribute(Attribute::CookieLoadControlAttribute, QNetworkRequest::Manual);
    result.setAttribute(Attribute::CookieSaveControlAttribute, QNetworkRequest::Manual);
    result.setAttribute(Attribute::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    result.setAttribute(Attribute::Http2AllowedAttribute, false);
    if (options.certificates) {
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setCaCertificates(*options.certificates);
        result.setSslConfiguration(tls);
    }
    return result;
}

} // namespace

NetworkTransport::NetworkTransport(NetworkOptions options) : m_options(std::move(options)) { }

NetworkTransport::~NetworkTransport() = default;

QNetworkAccessManager& NetworkTransport::manager()
{
    if (!m_manager) {
        m_manager = std::make_unique<QNetworkAccessManager>();
        m_manager->setProxyFactory(new ProxyChoice(m_options));
    }
    return *m_manager;
}

// As a custom verb, QNAM would wait for the body that a HEAD's Content-Length speaks of.
QNetworkReply* NetworkTransport::start(const HttpRequest& request)
{
    const QNetworkRequest prepared = networkRequest(request, m_options);
    if (request.method == "HEAD")
        return manager().head(prepared);
    if (request.body.isEmpty() && request.method == "GET")
        return manager().get(prepared);
    return manager().sendCustomRequest(prepared, request.method, request.body);
}

CallOf<HttpResponse>* NetworkTransport::send(const HttpRequest& request, QObject* owner)
{
    auto* call = new CallOf<HttpResponse>(owner);
    QNetworkReply* reply = start(request);
    auto* exchange = new Exchange(call, reply, request);
    call->onCancel([exchange] { exchange->stop(); });
    return call;
}

} // namespace fuotadesk
