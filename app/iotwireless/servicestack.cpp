#include "iotwireless/servicestack.h"

#include "aws/transport.h"
#include "iotwireless/deviceprofileclient.h"
#include "iotwireless/gatewayclient.h"
#include "iotwireless/loglevelclient.h"
#include "iotwireless/multicastgroupclient.h"
#include "iotwireless/queuedmessageclient.h"
#include "iotwireless/recordingtransport.h"
#include "iotwireless/tagclient.h"
#include "iotwireless/wirelessdeviceclient.h"

#include <map>

namespace fuotadesk {

namespace {

using StackResult = Result<std::shared_ptr<ServiceStack>>;

// Says of every request who waits for its answer.
class UrgentTransport final : public Transport {
public:
    UrgentTransport(Transport& inner, Urgency urgency) : m_inner(inner), m_urgency(urgency) { }

    CallOf<HttpResponse>* send(const HttpRequest& request, QObject* owner) override
    {
        HttpRequest urgent = request;
        urgent.urgency = m_urgency;
        return m_inner.send(urgent, owner);
    }

private:
    Transport& m_inner;
    Urgency m_urgency;
};

// A stack whose changes are recorded.
class RecordedStack final : public TransportStack {
public:
    RecordedStack(std::shared_ptr<TransportStack> below, ChangeRecorder& recorder,
                  const Connection& connection)
        : m_below(std::move(below)),
          m_recorder(recorder),
          m_origin(originOf(connection, m_below->endpoint())),
          m_recording(m_below->transport(), recorder, m_origin)
    {
    }

    Transport& transport() override { return m_recording; }
    QUrl endpoint() const override { return m_below->endpoint(); }
    void limitCalls(double perSecond) override { m_below->limitCalls(perSecond); }

    Transport& signedFor(const char* service, const QString& region) override
    {
        auto& other = m_others[{QByteArray(service), region}];
        if (!other)
            other = std::make_unique<RecordingTransport>(m_below->signedFor(service, region),
                                                         m_recorder, m_origin);
        return *other;
    }

private:
    static ChangeCall originOf(const Connection& connection, const QUrl& endpoint)
    {
        ChangeCall origin;
        origin.connectionId = connection.id;
        origin.connectionName = connection.name;
        origin.endpoint = endpoint.toString(QUrl::RemoveUserInfo);
        origin.region = connection.region;
        return origin;
    }

    std::shared_ptr<TransportStack> m_below;
    ChangeRecorder& m_recorder;
    ChangeCall m_origin;
    RecordingTransport m_recording;
    std::map<std::pair<QByteArray, QString>, std::unique_ptr<RecordingTransport>> m_others;
};

class NetworkStackFactory final : public ServiceStackFactory {
public:
    NetworkStackFactory(std::unique_ptr<TransportStackFactory> transports, ChangeRecorder* recorder)
        : m_transports(std::move(transports)),
          m_recorder(recorder)
    {
    }

    CallOf<std::shared_ptr<ServiceStack>>* make(const Connection& connection,
                                                std::shared_ptr<CredentialProvider> credentials,
                                                QObject* owner) override
    {
        auto* outer = new CallOf<std::shared_ptr<ServiceStack>>(owner);
        forward(m_transports->make(connection, std::move(credentials), outer), outer,
                [connection, recorder = m_recorder](
                    const Result<std::shared_ptr<TransportStack>>& below) -> StackResult {
                    if (!below)
                        return failure(below.error());
                    if (!recorder)
                        return std::make_shared<ServiceStack>(*below);
                    return std::make_shared<ServiceStack>(
                        std::make_shared<RecordedStack>(*below, *recorder, connection));
                });
        return outer;
    }

private:
    std::unique_ptr<TransportStackFactory> m_transports;
    ChangeRecorder* m_recorder;
};

} // namespace

struct ServiceStack::Clients {
    Clients(TransportStack& below, Urgency urgency)
        : transport(below.transport(), urgency),
          fuotaTasks(transport, below.endpoint()),
          multicastGroups(transport, below.endpoint()),
          wirelessDevices(transport, below.endpoint()),
          deviceProfiles(transport, below.endpoint()),
          gateways(transport, below.endpoint()),
          tags(transport, below.endpoint()),
          logLevels(transport, below.endpoint()),
          queuedMessages(transport, below.endpoint())
    {
    }

    UrgentTransport transport;
    FuotaTaskClient fuotaTasks;
    MulticastGroupClient multicastGroups;
    WirelessDeviceClient wirelessDevices;
    DeviceProfileClient deviceProfiles;
    GatewayClient gateways;
    TagClient tags;
    LogLevelClient logLevels;
    QueuedMessageClient queuedMessages;
};

ServiceStack::ServiceStack(std::shared_ptr<TransportStack> below)
    : m_below(std::move(below)),
      m_clients{std::make_unique<Clients>(*m_below, Urgency::Pressed),
                std::make_unique<Clients>(*m_below, Urgency::InSight),
                std::make_unique<Clients>(*m_below, Urgency::Behind)}
{
}

ServiceStack::~ServiceStack() = default;

void ServiceStack::limitCalls(double perSecond)
{
    m_below->limitCalls(perSecond);
}

ServiceStack::Clients& ServiceStack::clients(Urgency urgency)
{
    return *m_clients.at(size_t(urgency));
}

FuotaTaskClient& ServiceStack::fuotaTasks(Urgency urgency)
{
    return clients(urgency).fuotaTasks;
}

MulticastGroupClient& ServiceStack::multicastGroups(Urgency urgency)
{
    return clients(urgency).multicastGroups;
}

WirelessDeviceClient& ServiceStack::wirelessDevices(Urgency urgency)
{
    return clients(urgency).wirelessDevices;
}

DeviceProfileClient& ServiceStack::deviceProfiles(Urgency urgency)
{
    return clients(urgency).deviceProfiles;
}

GatewayClient& ServiceStack::gateways(Urgency urgency)
{
    return clients(urgency).gateways;
}

TagClient& ServiceStack::tags(Urgency urgency)
{
    return clients(urgency).tags;
}

LogLevelClient& ServiceStack::logLevels(Urgency urgency)
{
    return clients(urgency).logLevels;
}

QueuedMessageClient& ServiceStack::queuedMessages(Urgency urgency)
{
    return clients(urgency).queuedMessages;
}

std::unique_ptr<ServiceStackFactory> makeServiceStackFactory(const Clock& clock,
                                                             RandomSource& random,
                                                             ServiceEnvironment environment,
                                                             ChangeRecorder* recorder)
{
    return std::make_unique<NetworkStackFactory>(
        makeTransportStackFactory(clock, random, std::move(environment)), recorder);
}

} // namespace fuotadesk
