#pragma once

#include "account/served.h"
#include "aws/shape.h"
#include "sandbox/httpcall.h"

#include <QJsonObject>

namespace fuotadesk {

ServiceError rateExceeded();
ServiceError internalError();
ServiceError unknownOperation();
// 403: who asks is not proven. code is the service's word, as "InvalidSignatureException".
ServiceError authenticationError(const QByteArray& code, const QString& message);

// result as the operation answers it: times as its output shape spells them; members that the shape
// does not have stay as they are. Nothing at all with status 204.
HttpAnswer outputAnswer(const Operation& operation, const QJsonObject& result);
HttpAnswer errorAnswer(const ServiceError& error);

// What every answer carries: request id and Date, from which a client learns how wrong its clock
// is.
void stamp(HttpAnswer& answer, const QString& requestId, const QDateTime& now);

} // namespace fuotadesk
