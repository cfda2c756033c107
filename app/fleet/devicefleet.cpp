#include "fleet/devicefleet.h"

#include "fleet/numberedid.h"

#include <array>

namespace fuotadesk {

namespace {

using enum DeviceKind;

constexpr std::array First = {
    Fit,
    Fit,
    Fit,
    Fit,
    NoPorts,
    Fit,
    ClassA,
    Fit,
    Personalized,
    Fit,
    OtherRegion,
    NeverSeen,
    Fit,
    HeldElsewhere,
    OtherAlgorithm,
    SessionsTaken,
    PicksDescriptor,
    PoorReception,
    CountsBehind,
    SmallMemory,
    FlashPages,
    OtherMatrix,
    Fit,
    Fit,
};
constexpr int Unfit = 14; // kinds, counted from NoPorts
constexpr int OneInSo = 40;

constexpr auto DevEuiStart = 0x70b3d57ed0000000U; // of a block for makers of prototypes
constexpr auto NamePrefix = "meter-";

enum Salt : std::uint64_t { LossSalt = 1, RadioSalt = 2, SiteSalt = 3 };

double lossOf(const FleetDevice& device)
{
    if (device.kind == PoorReception)
        return 0.34;
    return 0.01 + 0.07 * spreadUnit(device.index, LossSalt);
}

recovery::DecoderProfile decoderOf(DeviceKind kind)
{
    if (kind == SmallMemory)
        return *recovery::findDecoder("loramac-node");
    if (kind == FlashPages)
        return *recovery::findDecoder("zephyr-lowmem");
    return {};
}

} // namespace

QString FleetDevice::id() const
{
    return numberedId(IdFamily::Device, index);
}

QString FleetDevice::name() const
{
    return QLatin1String(NamePrefix) + QStringLiteral("%1").arg(index + 1, 5, 10, QLatin1Char('0'));
}

QString FleetDevice::devEui() const
{
    return QString::number(DevEuiStart + std::uint64_t(index), 16);
}

QString FleetDevice::rfRegion() const
{
    return kind == OtherRegion ? QStringLiteral("US915") : QStringLiteral("EU868");
}

DeviceClass FleetDevice::deviceClass() const
{
    if (kind == ClassA)
        return DeviceClass::A;
    return kind == Fit && index % 3 == 2 ? DeviceClass::B : DeviceClass::C;
}

QList<Tag> FleetDevice::tags() const
{
    static const std::array Sites = {QStringLiteral("north"), QStringLiteral("east"),
                                     QStringLiteral("south"), QStringLiteral("west")};
    return {{QStringLiteral("site"), Sites.at(spread(index, SiteSalt) % Sites.size())}};
}

recovery::SimulatedDevice FleetDevice::radio() const
{
    recovery::SimulatedDevice device;
    device.loss = recovery::LossModel::independent(lossOf(*this));
    device.decoder = decoderOf(kind);
    device.variant = kind == OtherMatrix ? lorawan::Variant::V2 : lorawan::Variant::V1;
    device.seed = spread(index, RadioSalt);
    return device;
}

FleetDevice DeviceFleet::at(int index)
{
    if (index < int(First.size()))
        return {index, First.at(std::size_t(index))};
    if (index % OneInSo != 0)
        return {index, Fit};
    return {index, DeviceKind(1 + index / OneInSo % Unfit)};
}

std::optional<int> DeviceFleet::findId(const QString& id) const
{
    return known(numberOfId(IdFamily::Device, id));
}

std::optional<int> DeviceFleet::findDevEui(const QString& devEui) const
{
    bool isNumber = false;
    const qulonglong number = devEui.toULongLong(&isNumber, 16) - DevEuiStart;
    if (!isNumber || devEui.size() != 16 || number >= MostDevices)
        return {};
    return known(int(number));
}

std::optional<int> DeviceFleet::findThing(const QString& name) const
{
    const int number = name.mid(6).toInt();
    return number > 0 && at(number - 1).name() == name ? known(number - 1) : std::nullopt;
}

std::optional<int> DeviceFleet::known(std::optional<int> index) const
{
    return index && *index >= 0 && *index < m_size ? index : std::nullopt;
}

} // namespace fuotadesk
