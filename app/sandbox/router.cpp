#include "sandbox/router.h"

namespace fuotadesk {

namespace {

QList<QueryItem> queryItems(const QByteArray& rawQuery)
{
    QList<QueryItem> items;
    const QList<QByteArray> pairs = rawQuery.split('&');
    for (const QByteArray& pair : pairs) {
        const auto [name, value] = splitOnce(pair, '=');
        if (!pair.isEmpty())
            items.append(
                {QByteArray::fromPercentEncoding(name), QByteArray::fromPercentEncoding(value)});
    }
    return items;
}

std::optional<Operation> operationOnTasks(const QByteArray& method)
{
    if (method == "POST")
        return Operation::CreateFuotaTask;
    if (method == "GET")
        return Operation::ListFuotaTasks;
    return {};
}

std::optional<Operation> operationOnTask(const QByteArray& method)
{
    if (method == "GET")
        return Operation::GetFuotaTask;
    if (method == "DELETE")
        return Operation::DeleteFuotaTask;
    return {};
}

} // namespace

std::optional<Route> routeOf(const HttpCall& call)
{
    const QByteArray tasks = "/fuota-tasks";
    const QByteArray path = rawPath(call);
    std::optional<Operation> operation;
    QString id;
    if (path == tasks) {
        operation = operationOnTasks(call.method);
    } else if (path.startsWith(tasks + '/')) {
        const QByteArray label = path.mid(tasks.size() + 1);
        if (!label.contains('/'))
            operation = operationOnTask(call.method);
        id = QString::fromUtf8(QByteArray::fromPercentEncoding(label));
    }
    if (!operation)
        return {};
    return Route{*operation, id, queryItems(rawQuery(call))};
}

} // namespace fuotadesk
