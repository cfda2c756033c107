#include "preflight/iamdouble.h"

#include <QUrlQuery>

namespace fuotadesk {

void IamDouble::answer(const QString& call, const QByteArray& result)
{
    const QByteArray action = call.section(u' ', 0, 0).toLatin1();
    m_answers.insert(call,
                     HttpResponse{200,
                                  {},
                                  '<' + action + "Response><" + action + "Result>" + result + "</"
                                      + action + "Result></" + action + "Response>",
                                  false});
}

void IamDouble::refuse(const QString& call, int status, const QByteArray& code)
{
    m_answers.insert(
        call,
        HttpResponse{status,
                     {},
                     "<ErrorResponse><Error><Code>" + code + "</Code></Error></ErrorResponse>",
                     false});
}

void IamDouble::fail(const QString& call, ErrorKind kind, bool maybeExecuted)
{
    m_answers.insert(call, failure(Error{kind, {}, {}, 0, {}, {}, maybeExecuted}));
}

QString IamDouble::take(const HttpRequest& request)
{
    QMap<QString, QString> form;
    for (const auto& [name, value] :
         QUrlQuery(QString::fromUtf8(request.body)).queryItems(QUrl::FullyDecoded))
        form.insert(name, value);
    m_forms.append(form);
    QString call = form.value(QStringLiteral("Action"));
    for (const auto& name :
         {QStringLiteral("PolicyName"), QStringLiteral("PolicyArn"), QStringLiteral("Marker")})
        if (form.contains(name))
            call += u' ' + form.value(name);
    m_calls.append(call);
    return call;
}

Result<HttpResponse> IamDouble::answerOf(const QString& call) const
{
    for (const QString& name : {call, call.section(u' ', 0, 0)})
        if (const auto found = m_answers.find(name); found != m_answers.end())
            return *found;
    return HttpResponse{
        403, {}, "<ErrorResponse><Error><Code>AccessDenied</Code></Error></ErrorResponse>", false};
}

HttpResponse IamDouble::answerTo(const HttpRequest& request)
{
    return answerOf(take(request)).value_or(HttpResponse{500, {}, {}, false});
}

CallOf<HttpResponse>* IamDouble::send(const HttpRequest& request, QObject* owner)
{
    const QString call = take(request);
    auto* const sent = new CallOf<HttpResponse>(owner);
    if (!m_silent.contains(call))
        sent->settle(answerOf(call));
    else
        QObject::connect(sent, &QObject::destroyed, [this] { ++m_gone; });
    return sent;
}

QByteArray documentXml(const QByteArray& tag, const QByteArray& document)
{
    return '<' + tag + '>' + document.toPercentEncoding() + "</" + tag + '>';
}

QByteArray roleXml(const QByteArray& tag, const QByteArray& name, const QByteArray& trustPolicy)
{
    return '<' + tag + "><Arn>arn:aws:iam::123456789012:role/" + name + "</Arn><RoleName>" + name
        + "</RoleName>" + documentXml("AssumeRolePolicyDocument", trustPolicy) + "</" + tag + '>';
}

} // namespace fuotadesk
