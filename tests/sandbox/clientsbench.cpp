#include "clientsbench.h"

#include "aws/transport.h"

namespace fuotadesk {

// Looks at what comes back, and hands it on.
class ClientsBench::NotingStack final : public TransportStack {
public:
    NotingStack(std::shared_ptr<TransportStack> below, QSet<QString>& succeeded)
        : m_below(std::move(below)),
          m_noting(m_below->transport(), succeeded)
    {
    }

    Transport& transport() override { return m_noting; }
    QUrl endpoint() const override { return m_below->endpoint(); }
    void limitCalls(double perSecond) override { m_below->limitCalls(perSecond); }
    Transport& signedFor(const char* service, const QString& region) override
    {
        return m_below->signedFor(service, region);
    }

private:
    class Noting final : public Transport {
    public:
        Noting(Transport& inner, QSet<QString>& succeeded) : m_inner(inner), m_succeeded(succeeded)
        {
        }

        CallOf<HttpResponse>* send(const HttpRequest& request, QObject* caller) override
        {
            auto* call = m_inner.send(request, caller);
            call->then(caller,
                       [this, name = request.operation](const Result<HttpResponse>& answer) {
                           if (answer && answer->status >= 200 && answer->status < 300)
                               m_succeeded.insert(name);
                       });
            return call;
        }

    private:
        Transport& m_inner;
        QSet<QString>& m_succeeded;
    };

    std::shared_ptr<TransportStack> m_below;
    Noting m_noting;
};

ClientsBench::ClientsBench()
    : m_sandbox(makeSandbox(m_clock, m_random)),
      m_factory(makeTransportStackFactory(m_clock, m_random, {}))
{
    if (!m_sandbox->start({}))
        return;
    Connection connection = sandboxConnection();
    connection.endpointUrl = m_sandbox->url();
    connection.region = m_sandbox->region();
    const auto below =
        settled(m_factory->make(connection, fixedCredentials(m_sandbox->credentials()), &owner));
    if (below)
        m_stack =
            std::make_shared<ServiceStack>(std::make_shared<NotingStack>(*below, m_succeeded));
}

ClientsBench::~ClientsBench() = default;

} // namespace fuotadesk
