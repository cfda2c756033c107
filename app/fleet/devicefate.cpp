#include "fleet/devicefate.h"

#include "fuota/descriptor.h"

namespace fuotadesk {

namespace {

using enum FuotaDeviceStatus;

constexpr char ProductByte = 0x7e; // that the picky device wants first

bool picksOut(const QString& descriptor)
{
    return !descriptorBytes(descriptor).value_or(QByteArray()).startsWith(ProductByte);
}

// What a device answers to the setup of a session, when it does not take it.
FuotaDeviceStatus refusalOf(const FleetDevice& device, const CampaignPlan& plan,
                            std::uint64_t session)
{
    switch (device.kind) {
    case DeviceKind::NoPorts:
    case DeviceKind::ClassA:
    case DeviceKind::Personalized:
        return PackageNotSupported;
    case DeviceKind::HeldElsewhere:
        return DeviceInConflictingTask;
    case DeviceKind::OtherAlgorithm:
        return FragAlgoUnsupported;
    case DeviceKind::SessionsTaken:
        return FragIndexUnsupported;
    case DeviceKind::PicksDescriptor:
        return picksOut(plan.descriptor) ? WrongDescriptor : Unknown;
    case DeviceKind::CountsBehind:
        return session % 2 == 1 ? SessionCntReplay : Unknown;
    default:
        return Unknown;
    }
}

bool listens(const FleetDevice& device, const CampaignPlan& plan, Sending sending)
{
    const DeviceClass sent = sending == Sending::ClassB ? DeviceClass::B : DeviceClass::C;
    return (plan.rfRegion.isEmpty() || plan.rfRegion == device.rfRegion())
        && (sending == Sending::Single || device.deviceClass() == sent);
}

DeviceFate received(const FleetDevice& device, const CampaignPlan& plan, std::uint64_t session)
{
    using enum DeviceFate::Shows;
    const auto report = device.radio().receive(plan.transmission, session);
    if (!report)
        return {MissingFrag, AtEnd};
    switch (report->status) {
    case recovery::DeviceStatus::Successful:
        return {Successful, AtEnd};
    case recovery::DeviceStatus::NotEnoughMemory:
        return {NotEnoughMemory, AtSetup};
    case recovery::DeviceStatus::MemoryError:
        return {MemoryError, AtEnd};
    case recovery::DeviceStatus::MicError:
        return {MicError, AtEnd};
    case recovery::DeviceStatus::MissingFragments:
        break;
    }
    return {MissingFrag, AtEnd};
}

} // namespace

DeviceFate fateOf(const FleetDevice& device, const CampaignPlan& plan, Sending sending,
                  std::uint64_t session)
{
    using enum DeviceFate::Shows;
    if (device.kind == DeviceKind::NeverSeen)
        return {Initial, Never};
    if (const FuotaDeviceStatus refusal = refusalOf(device, plan, session); refusal != Unknown)
        return {refusal, AtSetup};
    if (!listens(device, plan, sending))
        return {MissingFrag, AtEnd};
    return received(device, plan, session);
}

} // namespace fuotadesk
