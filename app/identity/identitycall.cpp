#include "identity/identitycall.h"

#include "aws/uriencoding.h"

#include <QJsonDocument>
#include <QRegularExpression>

namespace fuotadesk {

namespace {

QString formDecoded(QByteArray text)
{
    return QString::fromUtf8(percentDecoded(text.replace('+', ' ')));
}

} // namespace

QString originOf(const IdentityCall& call)
{
    static const QRegularExpression host(
        QStringLiteral("\\A[A-Za-z0-9.-]{1,253}(:[0-9]{1,5})?\\z"));
    const QString sent = QString::fromLatin1(headerValue(call.headers, "host"));
    return QStringLiteral("http://")
        + (host.match(sent).hasMatch() ? sent : QStringLiteral("127.0.0.1"));
}

FormFields formFields(const QByteArray& text)
{
    FormFields fields;
    const QList<QByteArray> pairs = text.split('&');
    for (const QByteArray& pair : pairs.mid(0, MostFormFields)) {
        const qsizetype equals = pair.indexOf('=');
        const QString name = formDecoded(equals < 0 ? pair : pair.left(equals));
        if (!name.isEmpty() && !fields.contains(name))
            fields.insert(name, equals < 0 ? QString() : formDecoded(pair.mid(equals + 1)));
    }
    return fields;
}

HttpResponse jsonReply(int status, const QJsonObject& body)
{
    return {status,
            {{"Content-Type", "application/json"}, {"Cache-Control", "no-store"}},
            QJsonDocument(body).toJson(QJsonDocument::Compact)};
}

HttpResponse errorReply(int status, const QByteArray& type, const QJsonObject& body)
{
    HttpResponse reply = jsonReply(status, body);
    reply.headers.append({"x-amzn-errortype", type});
    return reply;
}

HttpResponse pageReply(int status, const QByteArray& html)
{
    return {status,
            {{"Content-Type", "text/html; charset=utf-8"},
             {"Cache-Control", "no-store"},
             {"Content-Security-Policy",
              "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; "
              "frame-ancestors 'none'"}},
            html};
}

HttpResponse redirectReply(const QByteArray& location)
{
    return {302, {{"Location", location}, {"Cache-Control", "no-store"}}, {}};
}

} // namespace fuotadesk
