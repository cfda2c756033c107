#include "identity/identity.h"

#include "identity/sandboxroles.h"

namespace fuotadesk {

Identity::Identity(const Credentials& longTerm, const Clock& clock, RandomSource& random)
    : m_keys(clock, random),
      m_sts(m_keys),
      m_oidc(clock, random),
      m_portal(m_oidc, m_keys),
      m_login(clock, random, m_keys)
{
    m_keys.add({longTerm, userPrincipal(), {}});
}

std::optional<HttpResponse> Identity::answer(const IdentityCall& call)
{
    if (auto answer = m_oidc.answer(call))
        return answer;
    if (auto answer = m_portal.answer(call))
        return answer;
    return m_login.answer(call);
}

} // namespace fuotadesk
