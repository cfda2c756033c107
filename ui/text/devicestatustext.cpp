#include "text/devicestatustext.h"

#include <QCoreApplication>

namespace fuotadesk {

namespace {

struct DeviceText {
    Q_DECLARE_TR_FUNCTIONS(DeviceText)
};

} // namespace

QString deviceStatusLabel(const WirelessDeviceSummary& device)
{
    return device.fuotaStatus == FuotaDeviceStatus::Unknown && !device.fuotaStatusText.isEmpty()
        ? device.fuotaStatusText
        : deviceStatusLabel(device.fuotaStatus);
}

QString deviceStatusLabel(FuotaDeviceStatus status)
{
    switch (status) {
    case FuotaDeviceStatus::Initial:
        return DeviceText::tr("Not begun");
    case FuotaDeviceStatus::PackageNotSupported:
        return DeviceText::tr("Package not supported");
    case FuotaDeviceStatus::FragAlgoUnsupported:
        return DeviceText::tr("Fragmentation not supported");
    case FuotaDeviceStatus::NotEnoughMemory:
        return DeviceText::tr("Not enough memory");
    case FuotaDeviceStatus::FragIndexUnsupported:
        return DeviceText::tr("Session index not supported");
    case FuotaDeviceStatus::WrongDescriptor:
        return DeviceText::tr("Wrong descriptor");
    case FuotaDeviceStatus::SessionCntReplay:
        return DeviceText::tr("Session count used before");
    case FuotaDeviceStatus::MissingFrag:
        return DeviceText::tr("Fragments missing");
    case FuotaDeviceStatus::MemoryError:
        return DeviceText::tr("Memory error");
    case FuotaDeviceStatus::MicError:
        return DeviceText::tr("Integrity check failed");
    case FuotaDeviceStatus::Successful:
        return DeviceText::tr("Has the image");
    case FuotaDeviceStatus::DeviceInConflictingTask:
        return DeviceText::tr("Held by another task");
    case FuotaDeviceStatus::Unknown:
        break;
    }
    return DeviceText::tr("Not known");
}

QString deviceStatusMeaning(FuotaDeviceStatus status)
{
    switch (status) {
    case FuotaDeviceStatus::Initial:
        return DeviceText::tr("Its session has not begun, or the device has not reported yet.");
    case FuotaDeviceStatus::PackageNotSupported:
        return DeviceText::tr("The device knows no firmware updates over the air, or does not "
                              "answer on their port. Check its firmware.");
    case FuotaDeviceStatus::FragAlgoUnsupported:
        return DeviceText::tr("The device does not know this way of fragmentation. Check its "
                              "firmware.");
    case FuotaDeviceStatus::NotEnoughMemory:
        return DeviceText::tr("The device can not put together an image of that size or so many "
                              "fragments. Send a smaller image, or larger fragments.");
    case FuotaDeviceStatus::FragIndexUnsupported:
        return DeviceText::tr("The device has no free fragmentation session. Make a new task, or "
                              "send to a multicast group.");
    case FuotaDeviceStatus::WrongDescriptor:
        return DeviceText::tr("The device does not take an image with this descriptor. Compare "
                              "the descriptor with what its firmware expects.");
    case FuotaDeviceStatus::SessionCntReplay:
        return DeviceText::tr("The count of the session was used before. Make a new task.");
    case FuotaDeviceStatus::MissingFrag:
        return DeviceText::tr("The device lost more than the redundancy makes up for. Make a new "
                              "task with more redundancy or smaller fragments. Some devices report "
                              "this although they are complete: look at their firmware first.");
    case FuotaDeviceStatus::MemoryError:
        return DeviceText::tr("The memory of the device did not take the fragments. Some take "
                              "fragments of a multiple of 8 bytes only.");
    case FuotaDeviceStatus::MicError:
        return DeviceText::tr("The device put together an image that is not the one sent. Make a "
                              "new task; more redundancy helps where too many fragments were "
                              "lost.");
    case FuotaDeviceStatus::Successful:
        return DeviceText::tr("The image is complete and verified. The service does not tell "
                              "whether it runs.");
    case FuotaDeviceStatus::DeviceInConflictingTask:
        return DeviceText::tr("Another task holds the device. It is free when that task is "
                              "deleted.");
    case FuotaDeviceStatus::Unknown:
        break;
    }
    return DeviceText::tr("This version of FUOTA Desk does not know what the status means.");
}

} // namespace fuotadesk
