#pragma once

#include "aws/httpmessage.h"
#include "base/result.h"

#include <QJsonObject>
#include <QUrl>

namespace fuotadesk {

// path begins with a slash and stands behind the endpoint's own.
HttpRequest jsonRequest(const QUrl& endpoint, const QString& path, const QJsonObject& body,
                        const QString& operation);
// A success as an object. Errors: those of serviceError(), or with the "error" of RFC 6749 as code
// where the body has one; AnswerMalformed.
Result<QJsonObject> jsonAnswer(const HttpRequest& request, const HttpResponse& response);

} // namespace fuotadesk
