#include "desktop/deviceform.h"

#include "campaign/devicelook.h"
#include "text/fitnesstext.h"
#include "text/numbertext.h"
#include "text/radiotext.h"

namespace fuotadesk {

namespace {

// After the members of the device itself.
enum Uplink { LastUplink, DataRate, Frequency, Gateways };

using Device = WirelessDevice;

std::function<QString(const Device&)> of(QString Device::*text)
{
    return [text](const Device& device) { return textOrUnset(device.*text); };
}

std::function<QString(const Device&)> of(std::optional<qint64> Device::*figure)
{
    return [figure](const Device& device) { return figureOrUnset(device.*figure); };
}

QString receptionText(const GatewayReception& reception)
{
    const auto decibel = [](const std::optional<double>& value) {
        return value ? QLocale().toString(*value, 'f', 1) : DeviceForm::tr("?", "a figure");
    };
    return DeviceForm::tr("%1 (%2 dBm, SNR %3 dB)", "gateway")
        .arg(reception.gatewayEui, decibel(reception.rssi), decibel(reception.snr));
}

} // namespace

struct DeviceForm::Member {
    QString label;
    const char* apiWord;
    std::function<QString(const Device&)> read;
};

QList<DeviceForm::Member> DeviceForm::members()
{
    return {
        {tr("Name"), "Name", of(&Device::name)},
        {tr("Description"), "Description", of(&Device::description)},
        {tr("DevEUI"), "LoRaWAN.DevEui", of(&Device::devEui)},
        {tr("JoinEUI"), "JoinEui", of(&Device::joinEui)},
        {tr("DevAddr"), "DevAddr", of(&Device::devAddr)},
        {tr("Activation"), "OtaaV1_1, OtaaV1_0_x, AbpV1_1, AbpV1_0_x",
         [](const Device& device) { return activationLabel(device.activation); }},
        {tr("Destination"), "DestinationName", of(&Device::destinationName)},
        {tr("Port for updates"), "LoRaWAN.FPorts.Fuota", of(&Device::fuotaPort)},
        {tr("Port for multicast"), "LoRaWAN.FPorts.Multicast", of(&Device::multicastPort)},
        {tr("Port for the clock"), "LoRaWAN.FPorts.ClockSync", of(&Device::clockSyncPort)},
        {tr("Device profile ID"), "LoRaWAN.DeviceProfileId", of(&Device::deviceProfileId)},
        {tr("Service profile ID"), "LoRaWAN.ServiceProfileId", of(&Device::serviceProfileId)},
        {tr("Thing"), "ThingName", of(&Device::thingName)},
        {tr("Thing ARN"), "ThingArn", of(&Device::thingArn)},
        {tr("Device ID"), "Id", of(&Device::id)},
        {tr("Device ARN"), "Arn", of(&Device::arn)},
    };
}

DeviceForm::DeviceForm(QWidget* parent) : MemberForm(parent)
{
    for (const QList<Member> all = members(); const Member& member : all) {
        addMember(member.label, QString::fromLatin1(member.apiWord));
        m_read.append(member.read);
    }
    addMember(tr("Last uplink"), QStringLiteral("LastUplinkReceivedAt"));
    addMember(tr("Uplink data rate"), QStringLiteral("LoRaWAN.DataRate"));
    addMember(tr("Uplink frequency"), QStringLiteral("LoRaWAN.Frequency"));
    addMember(tr("Heard by"), QStringLiteral("LoRaWAN.Gateways"));
}

void DeviceForm::showDevice(const DeviceLook& look)
{
    for (int i = 0; i < m_read.size(); ++i)
        setMember(i, look.device() ? m_read.at(i)(*look.device()) : tr("Not known yet"));
    showUplink(look);
}

void DeviceForm::showUplink(const DeviceLook& look)
{
    const auto set = [this](Uplink member, const QString& text, const QString& toolTip = {}) {
        setMember(static_cast<int>(m_read.size()) + member, text.isEmpty() ? tr("Not known") : text,
                  toolTip);
    };
    const DeviceStatistics read = look.statistics().value_or(DeviceStatistics());
    const QDateTime heard =
        read.lastUplinkAt.isValid() ? read.lastUplinkAt : look.summary().lastUplinkAt;
    set(LastUplink, heard.isValid() ? localTimeText(heard) : tr("None in three months"),
        utcTimeText(heard));
    set(DataRate, read.dataRate ? dataRateText(*read.dataRate) : QString());
    set(Frequency, read.frequencyHz ? frequencyText(*read.frequencyHz) : QString());
    QStringList gateways;
    for (const GatewayReception& each : read.gateways)
        gateways << receptionText(each);
    set(Gateways, gateways.join(QStringLiteral(", ")));
}

} // namespace fuotadesk
