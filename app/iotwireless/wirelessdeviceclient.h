#pragma once

#include "iotwireless/pagelister.h"
#include "iotwireless/wirelessdevice.h"

namespace fuotadesk {

// The device operations of AWS IoT Wireless that read. Errors as in FuotaTaskClient.
// https://docs.aws.amazon.com/iot-wireless/latest/apireference/API_Operations.html
class WirelessDeviceClient {
public:
    // endpoint is scheme://host[:port]; transport signs.
    WirelessDeviceClient(Transport& transport, const QUrl& endpoint);

    // 250 devices a page; 100 000 take 400 requests, 40 s at the default quota.
    CallOf<QList<WirelessDeviceSummary>>* list(const WirelessDeviceFilter& filter, QObject* owner,
                                               OnPage<WirelessDeviceSummary> onPage = {});
    CallOf<WirelessDevice>* get(const QString& identifier, DeviceIdentifier kind, QObject* owner);
    CallOf<DeviceStatistics>* statistics(const QString& id, QObject* owner);

private:
    OperationCaller m_service;
};

} // namespace fuotadesk
