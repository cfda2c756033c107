#pragma once

#include "sandbox/httpcall.h"

#include <QJsonObject>

namespace fuotadesk {

// Why the service says no. A modelled exception carries "Message"; what the front end refuses
// before it reaches an operation carries "message", as AWS has it. resourceId is set with 404 and
// 409 only. https://docs.aws.amazon.com/iot-wireless/latest/apireference/CommonErrors.html
struct ServiceError {
    int status = 400;
    QByteArray code;
    QString message;
    QString resourceId;
    bool fromFrontEnd = false;
};

ServiceError validationError(const QString& message);
ServiceError taskNotFound(const QString& id);
ServiceError tokenConflict(const QString& existingId);
ServiceError rateExceeded();
ServiceError unknownOperation();
// 403: who asks is not proven. code is the service's word, as "InvalidSignatureException".
ServiceError authenticationError(const QByteArray& code, const QString& message);

HttpAnswer jsonAnswer(int status, const QJsonObject& body);
HttpAnswer emptyAnswer();
HttpAnswer errorAnswer(const ServiceError& error);

// What every answer carries: request id and Date, from which a client learns how wrong its clock
// is.
void stamp(HttpAnswer& answer, const QString& requestId, const QDateTime& now);

} // namespace fuotadesk
