#include "iotwireless/deviceprofileclient.h"

#include "iotwireless/answermembers.h"
#include "iotwireless/operations.h"

namespace fuotadesk {

namespace {

std::optional<DeviceProfileSummary> summaryFrom(const QJsonObject& item)
{
    if (textOf(item, "Id").isEmpty())
        return {};
    return DeviceProfileSummary{textOf(item, "Id"), textOf(item, "Arn"), textOf(item, "Name")};
}

void readReceiveWindows(const QJsonObject& lorawan, DeviceProfile& profile)
{
    profile.classBTimeoutSeconds = numberOf(lorawan, "ClassBTimeout");
    profile.classCTimeoutSeconds = numberOf(lorawan, "ClassCTimeout");
    profile.pingSlotPeriod = numberOf(lorawan, "PingSlotPeriod");
    profile.pingSlotDataRate = numberOf(lorawan, "PingSlotDr");
    profile.pingSlotFrequency = numberOf(lorawan, "PingSlotFreq");
    profile.rxDelay1Seconds = numberOf(lorawan, "RxDelay1");
    profile.rxDataRateOffset1 = numberOf(lorawan, "RxDrOffset1");
    profile.rxDataRate2 = numberOf(lorawan, "RxDataRate2");
    profile.rxFrequency2 = numberOf(lorawan, "RxFreq2");
}

DeviceProfile profileFrom(const QJsonObject& members)
{
    const QJsonObject lorawan = objectOf(members, "LoRaWAN");
    DeviceProfile profile;
    profile.id = textOf(members, "Id");
    profile.arn = textOf(members, "Arn");
    profile.name = textOf(members, "Name");
    profile.rfRegion = textOf(lorawan, "RfRegion");
    profile.macVersion = textOf(lorawan, "MacVersion");
    profile.regParamsRevision = textOf(lorawan, "RegParamsRevision");
    profile.supportsClassB = flagOf(lorawan, "SupportsClassB");
    profile.supportsClassC = flagOf(lorawan, "SupportsClassC");
    profile.supportsJoin = flagOf(lorawan, "SupportsJoin");
    profile.supports32BitFCnt = flagOf(lorawan, "Supports32BitFCnt");
    profile.maxEirp = numberOf(lorawan, "MaxEirp");
    profile.maxDutyCycle = numberOf(lorawan, "MaxDutyCycle");
    profile.presetFrequencies = numbersOf(lorawan, "FactoryPresetFreqsList");
    readReceiveWindows(lorawan, profile);
    return profile;
}

} // namespace

DeviceProfileClient::DeviceProfileClient(Transport& transport, const QUrl& endpoint)
    : m_service(transport, endpoint)
{
}

CallOf<QList<DeviceProfileSummary>>* DeviceProfileClient::list(const QString& type, QObject* owner,
                                                               OnPage<DeviceProfileSummary> onPage)
{
    QJsonObject filters;
    put(filters, "DeviceProfileType", type);
    return listPages<DeviceProfileSummary>(
        m_service, {listDeviceProfilesOperation(), "DeviceProfileList", filters}, owner,
        summaryFrom, std::move(onPage));
}

CallOf<DeviceProfile>* DeviceProfileClient::get(const QString& id, QObject* owner)
{
    return m_service.perform<DeviceProfile>(getDeviceProfileOperation(),
                                            {{QStringLiteral("Id"), id}}, owner, profileFrom);
}

} // namespace fuotadesk
