#include "preflight/accountservices.h"

#include "campaign/session.h"
#include "iotwireless/servicestack.h"

namespace fuotadesk {

namespace {

// A client with the stack below it, which lives as long as somebody holds the client.
template <typename Client>
std::shared_ptr<Client> clientOn(const std::shared_ptr<ServiceStack>& stack,
                                 const ServiceAddress& address)
{
    struct Held {
        Held(std::shared_ptr<ServiceStack> below, const ServiceAddress& place)
            : stack(std::move(below)),
              client(stack->others(), place)
        {
        }

        std::shared_ptr<ServiceStack> stack;
        Client client; // goes first
    };
    const auto held = std::make_shared<Held>(stack, address);
    return {held, &held->client};
}

} // namespace

AccountServices::AccountServices(Session& session, QObject* parent)
    : QObject(parent),
      m_session(session)
{
    connect(&session, &Session::stateChanged, this, &AccountServices::follow);
    follow();
}

AccountServices::~AccountServices() = default;

std::shared_ptr<S3Client> AccountServices::s3()
{
    return m_s3;
}

std::shared_ptr<IamClient> AccountServices::iam()
{
    return m_iam;
}

void AccountServices::follow()
{
    const bool had = m_s3 != nullptr;
    m_s3.reset();
    m_iam.reset();
    m_endpoint.clear();
    m_connectionId.clear();
    const auto stack = m_session.stack();
    const auto& access = m_session.access();
    if (m_session.isReady() && stack && access) {
        m_s3 = clientOn<S3Client>(stack, access->s3);
        m_iam = clientOn<IamClient>(stack, access->iam);
        m_endpoint = access->s3.endpoint.toString(QUrl::FullyEncoded);
        m_connectionId = m_session.active().id;
    }
    if (had || m_s3)
        Q_EMIT changed();
}

} // namespace fuotadesk
