#pragma once

#include "iotwireless/loglevel.h"
#include "iotwireless/operationcaller.h"

namespace fuotadesk {

// The log level of single resources, which goes before that of their kind; 200 an account. Errors
// as in FuotaTaskClient.
// https://docs.aws.amazon.com/iot-wireless/latest/apireference/API_PutResourceLogLevel.html
class LogLevelClient {
public:
    // endpoint is scheme://host[:port]; transport signs.
    LogLevelClient(Transport& transport, const QUrl& endpoint);

    CallOf<ResourceLogLevel>* get(const QString& id, LoggedResource kind, QObject* owner);
    // Unknown can not be put: InputInvalid, code "LogLevel".
    CallOf<void>* put(const QString& id, LoggedResource kind, LogLevel level, QObject* owner);
    // Back to the level of its kind.
    CallOf<void>* reset(const QString& id, LoggedResource kind, QObject* owner);

private:
    OperationCaller m_service;
};

} // namespace fuotadesk
