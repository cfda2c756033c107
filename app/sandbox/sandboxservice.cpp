#include "sandbox/sandboxservice.h"

#include "fuota/taskjson.h"

#include <QJsonArray>

namespace fuotadesk {

namespace {

constexpr auto Container = "LoRaWAN";

QJsonObject createdJson(const CreatedTask& task)
{
    return {{QStringLiteral("Arn"), task.arn}, {QStringLiteral("Id"), task.id}};
}

// CreatedAt is a number of seconds, StartTime a text: so the model has it.
QJsonObject taskDetails(const FuotaTask& task)
{
    QJsonObject details = taskJson(task.parameters);
    details.insert(QStringLiteral("Id"), task.id);
    details.insert(QStringLiteral("Arn"), task.arn);
    details.insert(QStringLiteral("Status"), task.statusText);
    details.insert(QStringLiteral("CreatedAt"),
                   double(task.createdAt.toMSecsSinceEpoch()) / 1000.0);
    if (task.startTime.isValid()) {
        QJsonObject radio = details.value(QLatin1String(Container)).toObject();
        radio.insert(QStringLiteral("StartTime"), task.startTime.toUTC().toString(Qt::ISODate));
        details.insert(QLatin1String(Container), radio);
    }
    return details;
}

QJsonObject pageJson(const TaskPage& page)
{
    QJsonArray tasks;
    for (const FuotaTaskSummary& task : page.tasks) {
        QJsonObject item{{QStringLiteral("Id"), task.id}, {QStringLiteral("Arn"), task.arn}};
        if (!task.name.isEmpty())
            item.insert(QStringLiteral("Name"), task.name);
        tasks.append(item);
    }
    QJsonObject object{{QStringLiteral("FuotaTaskList"), tasks}};
    if (!page.nextToken.isEmpty())
        object.insert(QStringLiteral("NextToken"), QString::fromLatin1(page.nextToken));
    return object;
}

template <typename T>
HttpAnswer served(int status, const Served<T>& result, QJsonObject (*toJson)(const T&))
{
    return result ? jsonAnswer(status, toJson(*result)) : errorAnswer(result.error());
}

} // namespace

SandboxService::SandboxService(const Credentials& credentials, const QString& region,
                               const Clock& clock, RandomSource& random)
    : m_clock(clock),
      m_random(random),
      m_verifier(credentials, region, clock),
      m_quota(clock),
      m_tasks(region, clock, random)
{
}

HttpAnswer SandboxService::answer(const HttpCall& call)
{
    const std::lock_guard lock(m_mutex);
    return stamped(serve(call));
}

HttpAnswer SandboxService::unreadable(const QString& reason)
{
    const std::lock_guard lock(m_mutex);
    return stamped(errorAnswer(validationError(reason)));
}

void SandboxService::limitRate(bool limited)
{
    const std::lock_guard lock(m_mutex);
    m_rateIsLimited = limited;
}

HttpAnswer SandboxService::stamped(HttpAnswer answer)
{
    stamp(answer, m_random.uuid(), m_clock.now());
    return answer;
}

HttpAnswer SandboxService::serve(const HttpCall& call)
{
    if (const auto refusal = m_verifier.refusal(call))
        return errorAnswer(*refusal);
    const auto route = routeOf(call);
    if (!route)
        return errorAnswer(unknownOperation());
    if (m_rateIsLimited && !m_quota.admit(route->operation))
        return errorAnswer(rateExceeded());
    return perform(*route, call.body);
}

HttpAnswer SandboxService::perform(const Route& route, const QByteArray& body)
{
    switch (route.operation) {
    case Operation::CreateFuotaTask:
        return served(201, readCreateRequest(body).and_then([this](const TaskDraft& request) {
            return m_tasks.create(request);
        }),
                      createdJson);
    case Operation::GetFuotaTask:
        return served(200, m_tasks.get(route.id), taskDetails);
    case Operation::ListFuotaTasks:
        return served(200,
                      readListRequest(route.query).and_then([this](const ListRequest& request) {
                          return m_tasks.list(request);
                      }),
                      pageJson);
    case Operation::DeleteFuotaTask:
        break;
    }
    const auto removed = m_tasks.remove(route.id);
    return removed ? emptyAnswer() : errorAnswer(removed.error());
}

} // namespace fuotadesk
