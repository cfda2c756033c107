#include "conformance/kinds.h"
#include "conformance/shapereader.h"

#include "aws/restrequest.h"
#include "aws/restresponse.h"
#include "aws/serviceerror.h"

#include <QJsonDocument>

#include <algorithm>

namespace fuotadesk {

namespace {

// The data fills unset tokens with this one.
const auto Token = QStringLiteral("00000000-0000-4000-8000-000000000000");

// The order of parameters of different names is free.
QByteArray sortedByName(const QByteArray& target)
{
    const qsizetype question = target.indexOf('?');
    if (question < 0)
        return target;
    QByteArrayList pairs = target.mid(question + 1).split('&');
    std::stable_sort(pairs.begin(), pairs.end(), [](const QByteArray& a, const QByteArray& b) {
        return a.left(a.indexOf('=')) < b.left(b.indexOf('='));
    });
    return target.left(question + 1) + pairs.join('&');
}

// Content-Length is the transport's: it writes one where the codec gives a body.
bool hasHeader(const RestRequest& request, const QByteArray& name)
{
    if (name.compare("Content-Length", Qt::CaseInsensitive) == 0)
        return !request.body.isEmpty();
    return !headerValue(request.headers, name).isEmpty();
}

void compareHeaders(const QJsonObject& expected, const RestRequest& request, Disagreements& found)
{
    const QJsonObject headers = expected.value(u"headers").toObject();
    for (auto it = headers.begin(); it != headers.end(); ++it)
        found.expect("header", it.value().toString(),
                     QString::fromUtf8(headerValue(request.headers, it.key().toUtf8())));
    for (const auto list = expected.value(u"requireHeaders").toArray();
         const QJsonValue& name : list)
        if (!hasHeader(request, name.toString().toUtf8()))
            found.add(QStringLiteral("header missing: ") + name.toString());
    for (const auto list = expected.value(u"forbidHeaders").toArray();
         const QJsonValue& name : list)
        if (hasHeader(request, name.toString().toUtf8()))
            found.add(QStringLiteral("header forbidden: ") + name.toString());
}

QJsonValue parsed(const QByteArray& body)
{
    return QJsonDocument::fromJson(body).object();
}

Disagreements checkInput(const QJsonObject& test, const Operation& operation)
{
    Disagreements found;
    const auto request = restRequest(operation, test.value(u"params").toObject(), Token);
    if (!request) {
        found.add(QStringLiteral("refused: ") + request.error().code);
        return found;
    }
    const QJsonObject expected = test.value(u"serialized").toObject();
    const QByteArray body = expected.value(u"body").toString().toUtf8();
    found.expect("method", expected.value(u"method").toString().toUtf8(), request->method);
    found.expect("uri", sortedByName(expected.value(u"uri").toString().toUtf8()),
                 sortedByName(request->target));
    if (body.isEmpty() || request->body.isEmpty())
        found.expect("body", body, request->body);
    else
        found.expect("body", parsed(body), parsed(request->body));
    compareHeaders(expected, *request, found);
    return found;
}

HttpResponse responseOf(const QJsonObject& given)
{
    HttpResponse response;
    response.status = given.value(u"status_code").toInt();
    response.body = given.value(u"body").toString().toUtf8();
    const QJsonObject headers = given.value(u"headers").toObject();
    for (auto it = headers.begin(); it != headers.end(); ++it)
        response.headers.append(HttpHeader{it.key().toUtf8(), it.value().toString().toUtf8()});
    return response;
}

void compareMembers(const QJsonValue& expected, const ShapePtr& shape, const HttpResponse& response,
                    Disagreements& found)
{
    static const Shape Empty;
    const auto members = restMembers(shape ? *shape : Empty, response);
    if (!members)
        found.add(QStringLiteral("unreadable: ") + members.error().code);
    else
        found.expect("result", expected, QJsonValue(*members));
}

Disagreements checkError(const QJsonObject& test, const Operation& operation)
{
    Disagreements found;
    const HttpResponse response = responseOf(test.value(u"response").toObject());
    HttpRequest request;
    request.method = operation.method;
    const Error error = serviceError(request, response);
    found.expect("error code", test.value(u"errorCode").toString(), error.code);
    found.expect("error message", test.value(u"errorMessage").toString(), error.detail);
    const auto shape = std::ranges::find(operation.errors, error.code, &ErrorShape::code);
    if (shape == operation.errors.end())
        found.add(QStringLiteral("no modelled error ") + error.code);
    else
        compareMembers(test.value(u"error"), shape->shape, response, found);
    return found;
}

Disagreements check(const QJsonObject& test)
{
    const Operation operation =
        operationFromModel(test.value(u"given").toObject(), test.value(u"shapes").toObject());
    if (test.value(u"direction").toString() == u"input")
        return checkInput(test, operation);
    if (test.contains(u"error"))
        return checkError(test, operation);
    Disagreements found;
    compareMembers(test.value(u"result"), operation.output,
                   responseOf(test.value(u"response").toObject()), found);
    return found;
}

} // namespace

void runRestJsonCases(const QJsonObject& document, CaseRunner& runner)
{
    runner.runAll(document.value(u"cases").toArray(), QStringLiteral("id"), check);
}

} // namespace fuotadesk
