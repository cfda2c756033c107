#include "identity/tokenbook.h"

#include "base/clock.h"
#include "identity/madeup.h"

namespace fuotadesk {

namespace {

constexpr qsizetype TokenLength = 128;

} // namespace

TokenBook::TokenBook(const Clock& clock, RandomSource& random)
    : m_clock(clock),
      m_random(random),
      m_access(MostTokens),
      m_refresh(MostTokens)
{
}

QJsonObject TokenBook::begin(const QString& clientId, bool withRefreshToken)
{
    return give({clientId, m_clock.now().addSecs(SessionSeconds)}, withRefreshToken);
}

OAuthResult<QJsonObject> TokenBook::renewed(const QString& refreshToken, const QString& clientId)
{
    const Renewal* found = m_refresh.find(refreshToken);
    if (!found || found->clientId != clientId || found->sessionEndsAt <= m_clock.now())
        return tl::unexpected(OAuthError::InvalidGrant);
    return give(*m_refresh.take(refreshToken), true);
}

bool TokenBook::holds(const QString& accessToken) const
{
    const QDateTime* end = m_access.find(accessToken);
    return end && *end > m_clock.now();
}

QJsonObject TokenBook::give(const Renewal& renewal, bool withRefreshToken)
{
    const QString access = QStringLiteral("aoa") + madeUpToken(m_random, TokenLength);
    m_access.put(access, m_clock.now().addSecs(AccessSeconds));
    QJsonObject answer{{QStringLiteral("accessToken"), access},
                       {QStringLiteral("tokenType"), QStringLiteral("Bearer")},
                       {QStringLiteral("expiresIn"), AccessSeconds}};
    if (withRefreshToken) {
        const QString refresh = QStringLiteral("aor") + madeUpToken(m_random, TokenLength);
        m_refresh.put(refresh, renewal);
        answer.insert(QStringLiteral("refreshToken"), refresh);
    }
    return answer;
}

} // namespace fuotadesk
