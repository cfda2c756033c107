#pragma once

#include "account/served.h"
#include "sandbox/router.h"

#include <QJsonObject>

namespace fuotadesk {

inline constexpr qsizetype LargestBody = qsizetype{1024} * 1024; // bytes

// The members of a request, from path, query and body, held to the input shape of its operation:
// see ShapeReader. Wrong JSON is a ValidationException too. Unknown members are ignored, as AWS
// does; null counts as absent and an empty body as {}. Of a query name given twice the first
// counts, unless its member is a list.
Served<QJsonObject> readRequest(const Route& route, const QByteArray& body);

} // namespace fuotadesk
