#pragma once

#include "iotwireless/pagelister.h"
#include "iotwireless/queuedmessage.h"

namespace fuotadesk {

// The downlinks that wait for a LoRaWAN device. Errors as in FuotaTaskClient.
// https://docs.aws.amazon.com/iot-wireless/latest/apireference/API_ListQueuedMessages.html
class QueuedMessageClient {
public:
    // endpoint is scheme://host[:port]; transport signs.
    QueuedMessageClient(Transport& transport, const QUrl& endpoint);

    CallOf<QList<QueuedMessage>>* list(const QString& deviceId, QObject* owner,
                                       OnPage<QueuedMessage> onPage = {});
    CallOf<void>* remove(const QString& deviceId, const QString& messageId, QObject* owner);
    // The whole queue of the device, with one request (message id "*").
    CallOf<void>* removeAll(const QString& deviceId, QObject* owner);

private:
    OperationCaller m_service;
};

} // namespace fuotadesk
