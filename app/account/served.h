#pragma once

#include <QByteArray>
#include <QString>

#include <tl/expected.hpp>

namespace fuotadesk {

// Why the service says no. A modelled exception carries "Message"; what the front end refuses
// before it reaches an operation carries "message", as AWS has it. The resource is set with 404 and
// 409, and with TooManyTagsException, where the id is an ARN.
// https://docs.aws.amazon.com/iot-wireless/latest/apireference/CommonErrors.html
struct ServiceError {
    int status = 400;
    QByteArray code;
    QString message;
    QString resourceId;
    QString resourceType;
    bool fromFrontEnd = false;
};

// What an operation comes to.
template <typename T>
using Served = tl::expected<T, ServiceError>;

ServiceError validationError(const QString& message);
// type is "FuotaTask", "MulticastGroup", "WirelessDevice", …
ServiceError notFound(const char* type, const QString& id);
ServiceError conflict(const char* type, const QString& id, const QString& message);
// The same ClientRequestToken with other parameters.
ServiceError tokenConflict(const char* type, const QString& existingId);
ServiceError tooManyTags(const QString& arn);

inline tl::unexpected<ServiceError> refused(ServiceError error)
{
    return tl::unexpected<ServiceError>(std::move(error));
}

} // namespace fuotadesk
