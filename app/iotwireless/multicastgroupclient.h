#pragma once

#include "iotwireless/multicastgroup.h"
#include "iotwireless/pagelister.h"

namespace fuotadesk {

// The multicast group operations of AWS IoT Wireless: groups, their sessions and their devices.
// Errors as in FuotaTaskClient, with the same care for a refusal after an unsure attempt.
// https://docs.aws.amazon.com/iot-wireless/latest/apireference/API_Operations.html
class MulticastGroupClient {
public:
    // endpoint is scheme://host[:port]; transport signs.
    MulticastGroupClient(Transport& transport, const QUrl& endpoint);

    CallOf<QList<MulticastGroupSummary>>* list(QObject* owner,
                                               OnPage<MulticastGroupSummary> onPage = {});
    CallOf<MulticastGroup>* get(const QString& id, QObject* owner);
    // draft.clientRequestToken must be set: without it a lost answer could make a second group.
    CallOf<CreatedGroup>* create(const GroupDraft& draft, QObject* owner);
    CallOf<void>* update(const QString& id, const GroupChange& change, QObject* owner);
    // Refused (Conflict) while a FUOTA task uses the group.
    CallOf<void>* remove(const QString& id, QObject* owner);

    CallOf<void>* startSession(const QString& id, const MulticastSession& session, QObject* owner);
    // A session without any member: there is none.
    CallOf<MulticastSession>* session(const QString& id, QObject* owner);
    CallOf<void>* cancelSession(const QString& id, QObject* owner);

    // Only while the group is Pending.
    CallOf<void>* associateDevice(const QString& id, const QString& deviceId, QObject* owner);
    CallOf<void>* disassociateDevice(const QString& id, const QString& deviceId, QObject* owner);
    // These begin work of the service that goes on after the answer; devicesInGroup of the group
    // tells how far it is. Asked for twice they come to the same group.
    CallOf<void>* associateDevices(const QString& id, const DeviceQuery& query, QObject* owner);
    CallOf<void>* disassociateDevices(const QString& id, const DeviceQuery& query, QObject* owner);

private:
    OperationCaller m_service;
};

} // namespace fuotadesk
