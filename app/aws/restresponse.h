#pragma once

#include "aws/httpmessage.h"
#include "aws/shape.h"
#include "base/result.h"

#include <QJsonObject>

namespace fuotadesk {

// The members of shape out of an answer, spelled and typed as in restRequest(): a timestamp becomes
// seconds since 1970 from any of its three spellings, a blob becomes Latin-1 text. Members nobody
// knows are dropped, null counts as absent, an unknown value of an enumeration is kept. An empty
// body is an empty object. Error: AnswerMalformed, code = the member with the wrong type, or empty
// when the body is no JSON object.
Result<QJsonObject> restMembers(const Shape& shape, const HttpResponse& response);

} // namespace fuotadesk
