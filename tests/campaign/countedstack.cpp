#include "countedstack.h"

#include "aws/loggingtransport.h"
#include "aws/networktransport.h"
#include "aws/pacedtransport.h"
#include "aws/retryingtransport.h"
#include "aws/signingtransport.h"

namespace fuotadesk {

namespace {

class CountingTransport final : public Transport {
public:
    CountingTransport(Transport& inner, CallCount& count) : m_inner(inner), m_count(count) { }

    CallOf<HttpResponse>* send(const HttpRequest& request, QObject* owner) override
    {
        ++m_count.begun;
        auto* call = m_inner.send(request, owner);
        QObject::connect(call, &QObject::destroyed, [&count = m_count] { ++count.gone; });
        return call->then(call, [&count = m_count](const Result<HttpResponse>& answer) {
            ++count.settled;
            ++count.statuses[answer ? answer->status : 0];
        });
    }

private:
    Transport& m_inner;
    CallCount& m_count;
};

} // namespace

// In the order of the program's own (app/aws/transportstack.cpp).
class CountedStackFactory::Stack final : public TransportStack {
public:
    Stack(CountedStackFactory& factory, const Connection& connection,
          std::shared_ptr<CredentialProvider> credentials)
        : m_sent(m_network, factory.m_sent),
          m_logging(m_sent),
          m_signing(m_logging, std::move(credentials), connection.region, factory.m_clock),
          m_paced(m_signing, factory.m_callsPerSecond),
          m_retrying(m_paced, factory.m_random),
          m_asked(m_retrying, factory.m_asked),
          m_endpoint(connection.endpointUrl)
    {
    }

    Transport& transport() override { return m_asked; }
    QUrl endpoint() const override { return m_endpoint; }
    void limitCalls(double) override { } // the pace is the test's own
    Transport& signedFor(const char*, const QString&) override { return m_asked; }

private:
    NetworkTransport m_network{{}};
    CountingTransport m_sent;
    LoggingTransport m_logging;
    SigningTransport m_signing;
    PacedTransport m_paced;
    RetryingTransport m_retrying;
    CountingTransport m_asked;
    QUrl m_endpoint;
};

CallOf<std::shared_ptr<ServiceStack>>*
CountedStackFactory::make(const Connection& connection,
                          std::shared_ptr<CredentialProvider> credentials, QObject* owner)
{
    auto below = std::make_shared<Stack>(*this, connection, std::move(credentials));
    return settledCall<std::shared_ptr<ServiceStack>>(
        owner, std::make_shared<ServiceStack>(std::move(below)));
}

} // namespace fuotadesk
