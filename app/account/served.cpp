#include "account/served.h"

namespace fuotadesk {

ServiceError validationError(const QString& message)
{
    return {400, "ValidationException", message, {}, {}, false};
}

ServiceError notFound(const char* type, const QString& id)
{
    return {404, "ResourceNotFoundException", QStringLiteral("Resource not found."),
            id,  QString::fromLatin1(type),   false};
}

ServiceError conflict(const char* type, const QString& id, const QString& message)
{
    return {409, "ConflictException", message, id, QString::fromLatin1(type), false};
}

ServiceError tokenConflict(const char* type, const QString& existingId)
{
    return conflict(
        type, existingId,
        QStringLiteral("The ClientRequestToken was used before with other parameters."));
}

ServiceError tooManyTags(const QString& arn)
{
    return {
        400,  "TooManyTagsException", QStringLiteral("The resource has too many tags."), arn, {},
        false};
}

} // namespace fuotadesk
