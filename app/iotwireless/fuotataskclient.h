#pragma once

#include "fuota/fuotatask.h"
#include "iotwireless/pagelister.h"
#include "iotwireless/taskchange.h"

namespace fuotadesk {

// The FUOTA task operations of AWS IoT Wireless. Errors are typed from the six modelled exceptions
// and the front end's authentication errors; Error::maybeExecuted tells when the outcome is not
// known. A refusal that follows an unsure attempt is looked into: what was to go and is gone is
// done, what was to be started or associated is read back (see withReadBack()).
// https://docs.aws.amazon.com/iot-wireless/latest/apireference/API_Operations.html
class FuotaTaskClient {
public:
    // endpoint is scheme://host[:port]; transport signs.
    FuotaTaskClient(Transport& transport, const QUrl& endpoint);

    // task.clientRequestToken must be set: without it a lost answer could make a second task.
    CallOf<CreatedTask>* create(const TaskDraft& task, QObject* owner);
    CallOf<FuotaTask>* get(const QString& id, QObject* owner);
    CallOf<QList<FuotaTaskSummary>>* list(QObject* owner, OnPage<FuotaTaskSummary> onPage = {});
    // Only while the task is Pending.
    CallOf<void>* update(const QString& id, const TaskChange& change, QObject* owner);
    CallOf<void>* remove(const QString& id, QObject* owner);
    // startTime: not before 30 minutes from now; an invalid one is not sent, and what the service
    // then does is not documented.
    CallOf<void>* start(const QString& id, const QDateTime& startTime, QObject* owner);

    // A task takes devices or multicast groups, never both, and only while it is Pending.
    CallOf<void>* associateDevice(const QString& id, const QString& deviceId, QObject* owner);
    CallOf<void>* disassociateDevice(const QString& id, const QString& deviceId, QObject* owner);
    CallOf<void>* associateGroup(const QString& id, const QString& groupId, QObject* owner);
    CallOf<void>* disassociateGroup(const QString& id, const QString& groupId, QObject* owner);
    // The ids of the task's groups; the service gives no more. Its devices: WirelessDeviceClient.
    CallOf<QStringList>* listGroups(const QString& id, QObject* owner);

private:
    OperationCaller m_service;
};

} // namespace fuotadesk
