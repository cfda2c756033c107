#pragma once

#include "aws/httpmessage.h"
#include "aws/shape.h"
#include "base/result.h"

#include <QJsonObject>

namespace fuotadesk {

// A request of a restJson1 operation without its host. target is path and query, encoded.
struct RestRequest {
    QByteArray method;
    QByteArray target;
    HttpHeaders headers;
    QByteArray body;
};

// Puts params where the shapes want them. In params a timestamp is seconds since 1970 and a blob is
// text with one Latin-1 character per byte; null members are not sent. idempotencyToken fills token
// members that are unset. Error: InputInvalid, code = the member that is missing, empty in a path,
// or of the wrong type.
Result<RestRequest> restRequest(const Operation& operation, const QJsonObject& params,
                                const QString& idempotencyToken = {});

} // namespace fuotadesk
