#include "campaign/gatewaychoices.h"

#include "campaign/session.h"
#include "iotwireless/gatewayclient.h"

#include <algorithm>

namespace fuotadesk {

CallOf<QList<WirelessGateway>>* readGateways(Session& session, QObject* owner)
{
    using Gateways = QList<WirelessGateway>;
    const auto stack = session.stack();
    if (!stack)
        return settledCall<Gateways>(owner, failure(ErrorKind::CredentialsMissing));
    auto* call = new CallOf<Gateways>(owner);
    forward(stack->gateways().list(call), call, [](const Result<Gateways>& read) {
        return read.map([](Gateways gateways) {
            std::ranges::stable_sort(gateways, {}, &WirelessGateway::name);
            return gateways;
        });
    });
    return call;
}

} // namespace fuotadesk
