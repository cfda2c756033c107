#include "identity/keyring.h"

#include "base/clock.h"
#include "identity/madeup.h"

namespace fuotadesk {

namespace {

constexpr std::size_t MostLongTerm = 100;
constexpr qsizetype SecretLength = 40;
constexpr qsizetype TokenLength = 240;

} // namespace

KeyRing::KeyRing(const Clock& clock, RandomSource& random)
    : m_clock(clock),
      m_random(random),
      m_longTerm(MostLongTerm),
      m_temporary(MostTemporary)
{
}

void KeyRing::add(const HeldKey& key)
{
    m_longTerm.put(key.credentials.accessKeyId, key);
}

HeldKey KeyRing::issue(const Principal& principal, int lifeSeconds)
{
    const QString id = madeUpId(m_random, QStringLiteral("ASIA"));
    const Secret secret(madeUpToken(m_random, SecretLength).toLatin1());
    const Secret token(madeUpToken(m_random, TokenLength).toLatin1());
    // Answers tell whole seconds.
    const qint64 end = m_clock.now().toSecsSinceEpoch() + lifeSeconds;
    return m_temporary.put(
        id, {{id, secret, token}, principal, QDateTime::fromSecsSinceEpoch(end, Qt::UTC)});
}

const HeldKey* KeyRing::find(const QString& accessKeyId) const
{
    const HeldKey* found = m_longTerm.find(accessKeyId);
    return found ? found : m_temporary.find(accessKeyId);
}

bool KeyRing::isExpired(const HeldKey& key) const
{
    return key.expiresAt && *key.expiresAt <= m_clock.now();
}

} // namespace fuotadesk
