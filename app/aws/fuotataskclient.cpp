#include "aws/fuotataskclient.h"

#include "aws/iotwirelessoperations.h"
#include "aws/restrequest.h"
#include "aws/restresponse.h"
#include "aws/serviceerror.h"
#include "aws/timestamps.h"
#include "aws/transport.h"
#include "fuota/taskjson.h"

#include <QJsonArray>
#include <QSet>

#include <algorithm>

namespace fuotadesk {

namespace {

QString textOf(const QJsonObject& object, const char* name)
{
    return object.value(QLatin1String(name)).toString();
}

QDateTime timeOf(const QJsonValue& seconds)
{
    return seconds.isDouble() ? fromEpochSeconds(seconds.toDouble()) : QDateTime();
}

Result<HttpRequest> requestFor(const Operation& operation, const QUrl& endpoint,
                               const QJsonObject& params)
{
    const auto rest = restRequest(operation, params);
    if (!rest)
        return failure(rest.error());
    HttpRequest request;
    request.method = rest->method;
    request.url =
        QUrl::fromEncoded(endpoint.toEncoded(QUrl::RemovePath) + rest->target, QUrl::StrictMode);
    request.headers = rest->headers;
    request.body = rest->body;
    request.operation = operation.name;
    request.repeatable = true; // a create carries its token, deleting twice deletes once
    return request;
}

// The members of the answer, or the error in it.
Result<QJsonObject> read(const Operation& operation, const HttpRequest& request,
                         const Result<HttpResponse>& answer)
{
    if (!answer)
        return failure(answer.error());
    if (answer->status < 200 || answer->status > 299)
        return failure(serviceError(request, *answer));
    auto members = restMembers(*operation.output, *answer);
    if (!members)
        return failure(unreadableAnswer(request, *answer, members.error().code));
    const auto Id = QStringLiteral("Id");
    const bool isAboutOneTask =
        std::ranges::count(operation.output->members, Id, &ShapeMember::name) > 0;
    if (isAboutOneTask && members->value(Id).toString().isEmpty())
        return failure(unreadableAnswer(request, *answer, Id));
    return members;
}

// Sends one request of operation and converts what comes back.
template <typename T, typename Convert>
CallOf<T>* perform(Transport& transport, const QUrl& endpoint, const Operation& operation,
                   const QJsonObject& params, QObject* owner, Convert convert)
{
    const auto request = requestFor(operation, endpoint, params);
    if (!request)
        return settledCall<T>(owner, failure(request.error()));
    auto* outer = new CallOf<T>(owner);
    forward(transport.send(*request, outer), outer,
            [&operation, request = *request, convert](const Result<HttpResponse>& answer) {
                return convert(read(operation, request, answer));
            });
    return outer;
}

FuotaTask taskFrom(const QJsonObject& members)
{
    FuotaTask task;
    task.id = textOf(members, "Id");
    task.arn = textOf(members, "Arn");
    task.statusText = textOf(members, "Status");
    task.status = taskStatusFromText(task.statusText);
    task.parameters = taskFromJson(members).task;
    task.createdAt = timeOf(members.value(u"CreatedAt"));
    task.startTime = timeOf(members[u"LoRaWAN"][u"StartTime"]);
    return task;
}

// Fetches page after page into one list; a child of its call.
class TaskLister final : public QObject {
public:
    TaskLister(Transport& transport, QUrl endpoint, CallOf<QList<FuotaTaskSummary>>* call)
        : QObject(call),
          m_transport(transport),
          m_endpoint(std::move(endpoint)),
          m_call(call)
    {
        call->onCancel([this] {
            if (m_page)
                m_page->cancel();
        });
    }

    void fetch(const QString& token)
    {
        QJsonObject params{{QStringLiteral("MaxResults"), LargestTaskPage}};
        if (!token.isEmpty())
            params.insert(QStringLiteral("NextToken"), token);
        auto* page =
            perform<QJsonObject>(m_transport, m_endpoint, listFuotaTasksOperation(), params, this,
                                 [](const Result<QJsonObject>& members) { return members; });
        m_page = page;
        page->then(this, [this](const Result<QJsonObject>& members) { add(members); });
    }

private:
    void add(const Result<QJsonObject>& members)
    {
        if (m_call->isSettled()) // cancelled, and the transport may be gone
            return;
        if (!members) {
            m_call->settle(failure(members.error()));
            return;
        }
        for (const auto list = members->value(u"FuotaTaskList").toArray();
             const auto& each : list) {
            const QJsonObject item = each.toObject();
            if (const QString id = textOf(item, "Id"); !id.isEmpty())
                m_tasks.append({id, textOf(item, "Arn"), textOf(item, "Name")});
        }
        const QString next = textOf(*members, "NextToken");
        if (next.isEmpty())
            m_call->settle(m_tasks);
        else if (m_tokens.contains(next))
            m_call->settle(failure(ErrorKind::AnswerMalformed, QStringLiteral("NextToken")));
        else
            fetch(*m_tokens.insert(next));
    }

    Transport& m_transport;
    QUrl m_endpoint;
    CallOf<QList<FuotaTaskSummary>>* m_call;
    QPointer<Call> m_page;
    QSet<QString> m_tokens;
    QList<FuotaTaskSummary> m_tasks;
};

QJsonObject idParams(const QString& id)
{
    return {{QStringLiteral("Id"), id}};
}

} // namespace

FuotaTaskClient::FuotaTaskClient(Transport& transport, QUrl endpoint)
    : m_transport(transport),
      m_endpoint(std::move(endpoint))
{
}

CallOf<CreatedTask>* FuotaTaskClient::create(const TaskDraft& task, QObject* owner)
{
    if (task.clientRequestToken.value_or(QString()).isEmpty())
        return settledCall<CreatedTask>(
            owner, failure(ErrorKind::InputInvalid, QStringLiteral("ClientRequestToken")));
    return perform<CreatedTask>(
        m_transport, m_endpoint, createFuotaTaskOperation(), taskJson(task), owner,
        [](const Result<QJsonObject>& members) {
            return members.map([](const QJsonObject& object) {
                return CreatedTask{textOf(object, "Id"), textOf(object, "Arn")};
            });
        });
}

CallOf<FuotaTask>* FuotaTaskClient::get(const QString& id, QObject* owner)
{
    return perform<FuotaTask>(
        m_transport, m_endpoint, getFuotaTaskOperation(), idParams(id), owner,
        [](const Result<QJsonObject>& members) { return members.map(taskFrom); });
}

CallOf<QList<FuotaTaskSummary>>* FuotaTaskClient::list(QObject* owner)
{
    auto* call = new CallOf<QList<FuotaTaskSummary>>(owner);
    QObject::connect(&m_life, &QObject::destroyed, call, &Call::cancel);
    (new TaskLister(m_transport, m_endpoint, call))->fetch({});
    return call;
}

CallOf<void>* FuotaTaskClient::remove(const QString& id, QObject* owner)
{
    return perform<void>(m_transport, m_endpoint, deleteFuotaTaskOperation(), idParams(id), owner,
                         [](const Result<QJsonObject>& members) -> Result<void> {
                             if (members)
                                 return {};
                             // An attempt before this one has deleted it.
                             const Error& error = members.error();
                             if (error.kind == ErrorKind::NotFound && error.maybeExecuted)
                                 return {};
                             return failure(error);
                         });
}

} // namespace fuotadesk
