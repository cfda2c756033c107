#include "sandbox/frontdoors.h"

#include "access/roleaccess.h"
#include "buckets/bucketseeds.h"

namespace fuotadesk {

FrontDoors::FrontDoors(const Credentials& credentials, const QString& region, const Clock& clock,
                       RandomSource& random, FaultInjector& faults)
    : m_identity(credentials, clock, random),
      m_verifier(m_identity.keys(), clock),
      m_identityDoor(m_identity, m_verifier),
      m_buckets(clock, random),
      m_s3Door(m_identity, clock, faults, m_buckets, region),
      m_roles(clock),
      m_iamDoor(m_roles, m_verifier, faults),
      m_images(m_buckets, m_roles, region)
{
    seed(m_buckets, region);
    m_s3Door.setGate([this](const Principal& who, const QString& action, const QString& resource) {
        return mayDo(m_roles, who.arn, action, resource) == Verdict::Allowed;
    });
}

std::optional<HttpAnswer> FrontDoors::answer(const HttpCall& call, const QString& requestId)
{
    auto answer = m_s3Door.answer(call, requestId);
    if (!answer)
        answer = m_iamDoor.answer(call, requestId);
    return answer ? answer : m_identityDoor.answer(call, requestId);
}

} // namespace fuotadesk
