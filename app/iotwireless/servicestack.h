#pragma once

#include "aws/httpmessage.h"
#include "aws/transportstack.h"
#include "iotwireless/fuotataskclient.h"

#include <array>

namespace fuotadesk {

class ChangeRecorder;
class DeviceProfileClient;
class GatewayClient;
class LogLevelClient;
class MulticastGroupClient;
class QueuedMessageClient;
class TagClient;
class WirelessDeviceClient;

// The clients of AWS IoT Wireless on one connection, for each urgency: what a client is asked waits
// for the service's quota in that order. Destroying the stack aborts what is under way. Who uses
// another client than that of tasks includes its header.
class ServiceStack {
public:
    explicit ServiceStack(std::shared_ptr<TransportStack> below);
    ~ServiceStack();

    // See TransportStack.
    void limitCalls(double perSecond);

    FuotaTaskClient& fuotaTasks(Urgency urgency = Urgency::Pressed);
    MulticastGroupClient& multicastGroups(Urgency urgency = Urgency::Pressed);
    WirelessDeviceClient& wirelessDevices(Urgency urgency = Urgency::Pressed);
    DeviceProfileClient& deviceProfiles(Urgency urgency = Urgency::Pressed);
    GatewayClient& gateways(Urgency urgency = Urgency::Pressed);
    TagClient& tags(Urgency urgency = Urgency::Pressed);
    LogLevelClient& logLevels(Urgency urgency = Urgency::Pressed);
    QueuedMessageClient& queuedMessages(Urgency urgency = Urgency::Pressed);

    // To the other services of the account.
    SignedTransports& others() { return *m_below; }

private:
    struct Clients;

    Clients& clients(Urgency urgency);

    std::shared_ptr<TransportStack> m_below;
    std::array<std::unique_ptr<Clients>, 3> m_clients; // by urgency
};

// Makes stacks; the tests of campaign bring their own. Errors are those of TransportStackFactory.
class ServiceStackFactory {
public:
    virtual ~ServiceStackFactory() = default;
    virtual CallOf<std::shared_ptr<ServiceStack>>*
    make(const Connection& connection, std::shared_ptr<CredentialProvider> credentials,
         QObject* owner) = 0;
};

// recorder hears of every change that goes over one of the stacks; it outlives them.
std::unique_ptr<ServiceStackFactory> makeServiceStackFactory(const Clock& clock,
                                                             RandomSource& random,
                                                             ServiceEnvironment environment,
                                                             ChangeRecorder* recorder = nullptr);

} // namespace fuotadesk
