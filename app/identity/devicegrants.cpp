#include "identity/devicegrants.h"

#include "base/clock.h"
#include "identity/madeup.h"

namespace fuotadesk {

namespace {

constexpr qsizetype DeviceCodeLength = 43;

QString plain(const QString& userCode)
{
    return userCode.left(64).toUpper().remove(u'-').remove(u' ');
}

} // namespace

DeviceGrants::DeviceGrants(const Clock& clock, RandomSource& random)
    : m_clock(clock),
      m_random(random),
      m_waiting(MostWaiting),
      m_deviceCodes(MostWaiting)
{
}

QJsonObject DeviceGrants::begin(const QString& clientId, const QString& origin)
{
    const QString deviceCode = madeUpToken(m_random, DeviceCodeLength);
    const QString userCode = madeUpUserCode(m_random);
    m_waiting.put(deviceCode,
                  {clientId, Decision::None, m_clock.now().addSecs(LifeSeconds), QDateTime()});
    m_deviceCodes.put(plain(userCode), deviceCode);
    const QString page = origin + QStringLiteral("/device");
    return {{QStringLiteral("deviceCode"), deviceCode},
            {QStringLiteral("userCode"), userCode},
            {QStringLiteral("verificationUri"), page},
            {QStringLiteral("verificationUriComplete"),
             page + QStringLiteral("?user_code=") + userCode},
            {QStringLiteral("expiresIn"), LifeSeconds},
            {QStringLiteral("interval"), IntervalSeconds}};
}

const DeviceGrants::Waiting* DeviceGrants::waitingFor(const QString& userCode) const
{
    const QString* deviceCode = m_deviceCodes.find(plain(userCode));
    const Waiting* waiting = deviceCode ? m_waiting.find(*deviceCode) : nullptr;
    const bool isOpen =
        waiting && waiting->decision == Decision::None && waiting->expiresAt > m_clock.now();
    return isOpen ? waiting : nullptr;
}

bool DeviceGrants::isWaiting(const QString& userCode) const
{
    return waitingFor(userCode) != nullptr;
}

bool DeviceGrants::decide(const QString& userCode, bool allow)
{
    if (!isWaiting(userCode))
        return false;
    const auto deviceCode = m_deviceCodes.take(plain(userCode));
    m_waiting.find(*deviceCode)->decision = allow ? Decision::Allowed : Decision::Denied;
    return true;
}

OAuthResult<void> DeviceGrants::redeem(const QString& deviceCode, const QString& clientId)
{
    const QDateTime now = m_clock.now();
    Waiting* waiting = m_waiting.find(deviceCode);
    if (!waiting || waiting->clientId != clientId)
        return tl::unexpected(OAuthError::InvalidGrant);
    if (waiting->expiresAt <= now)
        return tl::unexpected(OAuthError::ExpiredToken);
    const QDateTime looked = std::exchange(waiting->lookedAt, now);
    if (waiting->decision == Decision::None) {
        const bool tooSoon =
            looked.isValid() && looked.msecsTo(now) < qint64(IntervalSeconds) * 500;
        return tl::unexpected(tooSoon ? OAuthError::SlowDown : OAuthError::AuthorizationPending);
    }
    if (waiting->decision == Decision::Denied)
        return tl::unexpected(OAuthError::AccessDenied);
    m_waiting.take(deviceCode);
    return {};
}

} // namespace fuotadesk
