#include "iotwireless/multicastgroupclient.h"

#include "iotwireless/answermembers.h"
#include "iotwireless/membership.h"
#include "iotwireless/multicastgroupjson.h"
#include "iotwireless/operations.h"
#include "iotwireless/readback.h"

namespace fuotadesk {

namespace {

QJsonObject idParams(const QString& id)
{
    return {{QStringLiteral("Id"), id}};
}

QJsonObject withId(const QString& id, QJsonObject params)
{
    params.insert(QStringLiteral("Id"), id);
    return params;
}

QJsonObject deviceParams(const QString& id, const QString& deviceId)
{
    QJsonObject params = idParams(id);
    put(params, "WirelessDeviceId", deviceId);
    return params;
}

CreatedGroup createdGroupFrom(const QJsonObject& members)
{
    return {textOf(members, "Id"), textOf(members, "Arn")};
}

} // namespace

MulticastGroupClient::MulticastGroupClient(Transport& transport, const QUrl& endpoint)
    : m_service(transport, endpoint)
{
}

CallOf<QList<MulticastGroupSummary>>*
MulticastGroupClient::list(QObject* owner, OnPage<MulticastGroupSummary> onPage)
{
    return listPages<MulticastGroupSummary>(
        m_service, {listMulticastGroupsOperation(), "MulticastGroupList", {}}, owner,
        groupSummaryFrom, std::move(onPage));
}

CallOf<MulticastGroup>* MulticastGroupClient::get(const QString& id, QObject* owner)
{
    return m_service.perform<MulticastGroup>(getMulticastGroupOperation(), idParams(id), owner,
                                             groupFrom);
}

CallOf<CreatedGroup>* MulticastGroupClient::create(const GroupDraft& draft, QObject* owner)
{
    if (draft.clientRequestToken.isEmpty())
        return settledCall<CreatedGroup>(
            owner, failure(ErrorKind::InputInvalid, QStringLiteral("ClientRequestToken")));
    return m_service.perform<CreatedGroup>(createMulticastGroupOperation(), groupJson(draft), owner,
                                           createdGroupFrom);
}

CallOf<void>* MulticastGroupClient::update(const QString& id, const GroupChange& change,
                                           QObject* owner)
{
    return m_service.carryOut(updateMulticastGroupOperation(), withId(id, groupChangeJson(change)),
                              owner);
}

CallOf<void>* MulticastGroupClient::remove(const QString& id, QObject* owner)
{
    return m_service.carryOut(deleteMulticastGroupOperation(), idParams(id), owner,
                              AfterUnsure::GoneIsDone);
}

CallOf<void>* MulticastGroupClient::startSession(const QString& id, const MulticastSession& session,
                                                 QObject* owner)
{
    const auto attempt = [this, params = withId(id, sessionJson(session))](QObject* call) {
        return m_service.carryOut(startMulticastGroupSessionOperation(), params, call);
    };
    const auto isDone = [this, id, session](QObject* call) {
        auto* looked = new CallOf<bool>(call);
        forward(this->session(id, looked), looked, [session](const Result<MulticastSession>& read) {
            return read.map([session](const MulticastSession& running) {
                return couldBeStartedWith(running, session);
            });
        });
        return looked;
    };
    return withReadBack(m_service, owner, attempt, isDone);
}

CallOf<MulticastSession>* MulticastGroupClient::session(const QString& id, QObject* owner)
{
    return m_service.perform<MulticastSession>(getMulticastGroupSessionOperation(), idParams(id),
                                               owner, sessionFrom);
}

CallOf<void>* MulticastGroupClient::cancelSession(const QString& id, QObject* owner)
{
    return m_service.carryOut(cancelMulticastGroupSessionOperation(), idParams(id), owner,
                              AfterUnsure::GoneIsDone);
}

CallOf<void>* MulticastGroupClient::associateDevice(const QString& id, const QString& deviceId,
                                                    QObject* owner)
{
    const auto attempt = [this, params = deviceParams(id, deviceId)](QObject* call) {
        return m_service.carryOut(associateWirelessDeviceWithMulticastGroupOperation(), params,
                                  call);
    };
    const auto isDone = [this, id, deviceId](QObject* call) {
        return lists(m_service, devicesOf("MulticastGroupId", id), deviceId, call);
    };
    return withReadBack(m_service, owner, attempt, isDone);
}

CallOf<void>* MulticastGroupClient::disassociateDevice(const QString& id, const QString& deviceId,
                                                       QObject* owner)
{
    return m_service.carryOut(disassociateWirelessDeviceFromMulticastGroupOperation(),
                              deviceParams(id, deviceId), owner, AfterUnsure::GoneIsDone);
}

CallOf<void>* MulticastGroupClient::associateDevices(const QString& id, const DeviceQuery& query,
                                                     QObject* owner)
{
    return m_service.carryOut(startBulkAssociateWirelessDeviceWithMulticastGroupOperation(),
                              withId(id, deviceQueryJson(query)), owner);
}

CallOf<void>* MulticastGroupClient::disassociateDevices(const QString& id, const DeviceQuery& query,
                                                        QObject* owner)
{
    return m_service.carryOut(startBulkDisassociateWirelessDeviceFromMulticastGroupOperation(),
                              withId(id, deviceQueryJson(query)), owner);
}

} // namespace fuotadesk
