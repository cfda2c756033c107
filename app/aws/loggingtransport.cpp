#include "aws/loggingtransport.h"

#include <QElapsedTimer>
#include <QLoggingCategory>

namespace fuotadesk {

namespace {

Q_LOGGING_CATEGORY(netLog, "fuotadesk.net", QtWarningMsg)

QString outcome(const Result<HttpResponse>& result)
{
    if (!result)
        return QStringLiteral("no answer (%1)").arg(int(result.error().kind));
    const QByteArray id = headerValue(result->headers, "x-amzn-requestid");
    return QStringLiteral("%1 id=%2 %3 bytes")
        .arg(QString::number(result->status),
             QString::fromLatin1(id.isEmpty() ? QByteArrayLiteral("-") : id),
             QString::number(result->body.size()));
}

} // namespace

CallOf<HttpResponse>* LoggingTransport::send(const HttpRequest& request, QObject* owner)
{
    CallOf<HttpResponse>* call = m_inner.send(request, owner);
    if (!netLog().isInfoEnabled())
        return call;
    QElapsedTimer clock;
    clock.start();
    const QString what = QStringLiteral("%1 %2 %3%4")
                             .arg(request.operation, QString::fromLatin1(request.method),
                                  request.url.host(), request.url.path(QUrl::FullyEncoded));
    return call->then(call, [what, clock](const Result<HttpResponse>& result) {
        qCInfo(netLog).noquote() << what << outcome(result) << clock.elapsed() << "ms";
    });
}

} // namespace fuotadesk
