#pragma once

#include "iotwireless/pagelister.h"
#include "iotwireless/wirelessgateway.h"

namespace fuotadesk {

// The gateways of an account, read only. Errors as in FuotaTaskClient.
// https://docs.aws.amazon.com/iot-wireless/latest/apireference/API_ListWirelessGateways.html
class GatewayClient {
public:
    // endpoint is scheme://host[:port]; transport signs.
    GatewayClient(Transport& transport, const QUrl& endpoint);

    CallOf<QList<WirelessGateway>>* list(QObject* owner, OnPage<WirelessGateway> onPage = {});
    CallOf<WirelessGateway>* get(const QString& identifier, GatewayIdentifier kind, QObject* owner);
    CallOf<GatewayStatistics>* statistics(const QString& id, QObject* owner);

private:
    OperationCaller m_service;
};

} // namespace fuotadesk
