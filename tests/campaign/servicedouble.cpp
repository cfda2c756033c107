#include "campaign/servicedouble.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace fuotadesk {

namespace {

HttpResponse answer(int status, const QJsonObject& body)
{
    return {status, {}, QJsonDocument(body).toJson(QJsonDocument::Compact), false};
}

HttpResponse refusal(int status, const QByteArray& type)
{
    HttpResponse response = answer(status, {{QStringLiteral("Message"), QStringLiteral("no")}});
    response.headers.append({"x-amzn-errortype", type});
    return response;
}

Error networkError(ErrorKind kind, bool maybeExecuted)
{
    return Error{kind, {}, {}, 0, {}, {}, maybeExecuted};
}

class TransportDouble final : public TransportStack {
public:
    TransportDouble(Transport& transport, QList<double>& limits)
        : m_transport(transport),
          m_limits(limits)
    {
    }
    Transport& transport() override { return m_transport; }
    QUrl endpoint() const override { return QUrl(QStringLiteral("http://127.0.0.1:1")); }
    void limitCalls(double perSecond) override { m_limits.append(perSecond); }
    Transport& signedFor(const char*, const QString&) override { return m_transport; }

private:
    Transport& m_transport;
    QList<double>& m_limits;
};

} // namespace

CallOf<HttpResponse>* ServiceDouble::send(const HttpRequest& request, QObject* owner)
{
    m_requests.append(QString::fromLatin1(request.method) + u' ' + request.url.path());
    if (answerInstead)
        if (const auto instead = answerInstead(request))
            return settledCall<HttpResponse>(owner, *instead);
    Fate fate = m_others;
    if (request.method == "POST") {
        m_createTokens.append(QJsonDocument::fromJson(request.body)
                                  .object()
                                  .value(QStringLiteral("ClientRequestToken"))
                                  .toString());
        fate = Fate::Answer;
        if (!m_fates.empty()) {
            fate = m_fates.front();
            m_fates.pop_front();
        }
    }
    auto* call = new CallOf<HttpResponse>(owner);
    switch (fate) {
    case Fate::Answer:
        call->settle(carryOut(request));
        break;
    case Fate::RefuseConnection:
        call->settle(failure(networkError(ErrorKind::ConnectionRefused, false)));
        break;
    case Fate::LoseAnswer:
        carryOut(request);
        [[fallthrough]];
    case Fate::LoseRequest:
        call->settle(failure(networkError(ErrorKind::ConnectionLost, true)));
        break;
    case Fate::Hang:
        break;
    case Fate::Deny:
        call->settle(refusal(403, "AccessDeniedException"));
        break;
    case Fate::Break:
        call->settle(refusal(500, "InternalServerException"));
        break;
    }
    return call;
}

HttpResponse ServiceDouble::carryOut(const HttpRequest& request)
{
    const QString path = request.url.path();
    const QString id = path.section(u'/', 2, 2);
    if (request.method == "POST")
        return create(request.body);
    if (request.method == "PUT")
        return start(id, request.body);
    if (request.method == "DELETE")
        return remove(id);
    return id.isEmpty() ? list() : get(id);
}

QString ServiceDouble::addTask(const QJsonObject& request, const QString& token)
{
    const QString id = QStringLiteral("task-%1").arg(++m_ids);
    m_tasks.append({id, token, request, m_now, QStringLiteral("Pending"), {}});
    return id;
}

HttpResponse ServiceDouble::create(const QByteArray& body)
{
    QJsonObject request = QJsonDocument::fromJson(body).object();
    const QString token = request.take(QStringLiteral("ClientRequestToken")).toString();
    const auto same = std::ranges::find(m_tasks, token, &Task::token);
    if (same != m_tasks.end() && same->request != request)
        return refusal(409, "ConflictException");
    const QString id = same != m_tasks.end() ? same->id : addTask(request, token);
    return answer(
        201, {{QStringLiteral("Id"), id}, {QStringLiteral("Arn"), QStringLiteral("arn:") + id}});
}

HttpResponse ServiceDouble::list() const
{
    QJsonArray tasks;
    for (const Task& task : m_tasks)
        tasks.append(
            QJsonObject{{QStringLiteral("Id"), task.id},
                        {QStringLiteral("Arn"), QStringLiteral("arn:") + task.id},
                        {QStringLiteral("Name"), task.request.value(QStringLiteral("Name"))}});
    return answer(200, {{QStringLiteral("FuotaTaskList"), tasks}});
}

HttpResponse ServiceDouble::get(const QString& id) const
{
    const auto task = std::ranges::find(m_tasks, id, &Task::id);
    if (task == m_tasks.end())
        return refusal(404, "ResourceNotFoundException");
    QJsonObject body = task->request;
    body.remove(QStringLiteral("Tags"));
    body.insert(QStringLiteral("Id"), id);
    body.insert(QStringLiteral("Arn"), QStringLiteral("arn:") + id);
    body.insert(QStringLiteral("Status"), task->status);
    if (!task->startTime.isEmpty()) {
        QJsonObject radio = body.value(QStringLiteral("LoRaWAN")).toObject();
        radio.insert(QStringLiteral("StartTime"), task->startTime);
        body.insert(QStringLiteral("LoRaWAN"), radio);
    }
    body.insert(QStringLiteral("CreatedAt"), task->createdAt);
    return answer(200, body);
}

HttpResponse ServiceDouble::start(const QString& id, const QByteArray& body)
{
    const auto task = std::ranges::find(m_tasks, id, &Task::id);
    if (task == m_tasks.end())
        return refusal(404, "ResourceNotFoundException");
    if (task->status != u"Pending")
        return refusal(409, "ConflictException");
    task->status = QStringLiteral("FuotaSession_Waiting");
    const QJsonObject radio =
        QJsonDocument::fromJson(body).object().value(QStringLiteral("LoRaWAN")).toObject();
    task->startTime = radio.value(QStringLiteral("StartTime")).toString();
    return {204, {}, {}, false};
}

HttpResponse ServiceDouble::remove(const QString& id)
{
    if (m_tasks.removeIf([&](const Task& task) { return task.id == id; }) == 0)
        return refusal(404, "ResourceNotFoundException");
    return {204, {}, {}, false};
}

void ServiceDouble::removeTask(const QString& id)
{
    remove(id);
}

int ServiceDouble::taskCount(const QString& name) const
{
    return static_cast<int>(std::ranges::count_if(m_tasks, [&](const Task& task) {
        return task.request.value(QStringLiteral("Name")).toString() == name;
    }));
}

CallOf<std::shared_ptr<ServiceStack>>*
StackFactoryDouble::make(const Connection& connection, std::shared_ptr<CredentialProvider> provider,
                         QObject* owner)
{
    connections.append(connection);
    credentials.append(provider->fresh().value_or(Credentials()));
    using Stack = std::shared_ptr<ServiceStack>;
    if (error)
        return settledCall<Stack>(owner, failure(*error));
    return settledCall<Stack>(
        owner,
        std::make_shared<ServiceStack>(std::make_shared<TransportDouble>(*m_service, limits)));
}

} // namespace fuotadesk
