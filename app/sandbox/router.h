#pragma once

#include "aws/shape.h"
#include "sandbox/httpcall.h"

#include <QHash>

namespace fuotadesk {

struct QueryItem {
    QByteArray name;
    QByteArray value;

    friend bool operator==(const QueryItem&, const QueryItem&) = default;
};

// Which operation of the tables a request line asks for. Method and path together choose, so a
// wrong method is an unknown operation. A label of the path may be empty, as in "/fuota-tasks/": it
// names a resource that does not exist. labels and query are decoded.
struct Route {
    const Operation* operation = nullptr;
    QHash<QString, QString> labels; // by the name in the template
    QList<QueryItem> query;
};

std::optional<Route> routeOf(const HttpCall& call);

} // namespace fuotadesk
