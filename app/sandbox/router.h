#pragma once

#include "sandbox/httpcall.h"

#include <optional>

namespace fuotadesk {

enum class Operation { CreateFuotaTask, GetFuotaTask, ListFuotaTasks, DeleteFuotaTask };

struct QueryItem {
    QByteArray name;
    QByteArray value;

    friend bool operator==(const QueryItem&, const QueryItem&) = default;
};

// Which operation a request line asks for. id is the decoded path label, empty for "/fuota-tasks/",
// which names a task that does not exist. Method and path together choose, so a wrong method is an
// unknown operation.
struct Route {
    Operation operation = Operation::ListFuotaTasks;
    QString id;
    QList<QueryItem> query; // decoded

    friend bool operator==(const Route&, const Route&) = default;
};

std::optional<Route> routeOf(const HttpCall& call);

} // namespace fuotadesk
