#pragma once

#include "fuota/taskdraft.h"
#include "iotwireless/operationcaller.h"

#include <QStringList>

namespace fuotadesk {

// The tags of whatever has an ARN: tasks, groups, devices, gateways, profiles. Each operation twice
// is the operation once. Errors as in FuotaTaskClient; too many tags: ValidationFailed, code
// "TooManyTagsException".
// https://docs.aws.amazon.com/iot-wireless/latest/apireference/API_TagResource.html
class TagClient {
public:
    // endpoint is scheme://host[:port]; transport signs.
    TagClient(Transport& transport, const QUrl& endpoint);

    CallOf<QList<Tag>>* list(const QString& arn, QObject* owner);
    // A tag with the same key is replaced.
    CallOf<void>* add(const QString& arn, const QList<Tag>& tags, QObject* owner);
    CallOf<void>* remove(const QString& arn, const QStringList& keys, QObject* owner);

private:
    OperationCaller m_service;
};

} // namespace fuotadesk
