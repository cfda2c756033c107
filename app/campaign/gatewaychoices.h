#pragma once

#include "base/call.h"
#include "iotwireless/wirelessgateway.h"

namespace fuotadesk {

class Session;

// The gateways of the active connection's account, by name. Errors: those of GatewayClient;
// CredentialsMissing.
CallOf<QList<WirelessGateway>>* readGateways(Session& session, QObject* owner);

} // namespace fuotadesk
