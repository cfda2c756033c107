#pragma once

#include "iotwireless/deviceprofile.h"
#include "iotwireless/pagelister.h"

namespace fuotadesk {

// Device profiles: class, region and receive windows of devices. Errors as in FuotaTaskClient.
// https://docs.aws.amazon.com/iot-wireless/latest/apireference/API_GetDeviceProfile.html
class DeviceProfileClient {
public:
    // endpoint is scheme://host[:port]; transport signs.
    DeviceProfileClient(Transport& transport, const QUrl& endpoint);

    // type: "LoRaWAN", "Sidewalk", or empty for both.
    CallOf<QList<DeviceProfileSummary>>* list(const QString& type, QObject* owner,
                                              OnPage<DeviceProfileSummary> onPage = {});
    CallOf<DeviceProfile>* get(const QString& id, QObject* owner);

private:
    OperationCaller m_service;
};

} // namespace fuotadesk
