#pragma once

#include "aws/httpmessage.h"
#include "base/result.h"

#include <QList>
#include <QMap>
#include <QUrl>

namespace fuotadesk {

// The awsQuery protocol of STS and IAM: a form goes out, XML comes back.
// https://smithy.io/2.0/aws/protocols/aws-query-protocol.html
using QueryParameters = QList<std::pair<QString, QString>>;

// Parameters that are empty are not sent. The request may be repeated.
HttpRequest queryRequest(const QUrl& endpoint, const QString& action, const QString& version,
                         const QueryParameters& parameters);

// What the answer says, as xmlLeaves(). Errors: those of serviceError(); AnswerMalformed.
Result<QMap<QString, QString>> queryAnswer(const HttpRequest& request,
                                           const HttpResponse& response);

} // namespace fuotadesk
