#include "identity/codegrants.h"

#include "base/clock.h"
#include "identity/madeup.h"

#include <QCryptographicHash>

namespace fuotadesk {

namespace {

constexpr qsizetype CodeLength = 43;
constexpr qsizetype ShortestVerifier = 43;
constexpr qsizetype LongestVerifier = 128;

QString challengeOf(const QString& verifier)
{
    const QByteArray digest =
        QCryptographicHash::hash(verifier.toLatin1(), QCryptographicHash::Sha256);
    return QString::fromLatin1(
        digest.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

} // namespace

CodeGrants::CodeGrants(const Clock& clock, RandomSource& random)
    : m_clock(clock),
      m_random(random),
      m_given(MostCodes)
{
}

QString CodeGrants::give(const QString& clientId, const QString& redirectUri,
                         const QString& challenge)
{
    QString code = madeUpToken(m_random, CodeLength);
    m_given.put(code, {clientId, redirectUri, challenge, m_clock.now().addSecs(LifeSeconds)});
    return code;
}

OAuthResult<void> CodeGrants::redeem(const CodeClaim& claim)
{
    const auto given = m_given.take(claim.code);
    const bool isRight = given && given->expiresAt > m_clock.now()
        && given->clientId == claim.clientId && given->redirectUri == claim.redirectUri
        && claim.verifier.size() >= ShortestVerifier && claim.verifier.size() <= LongestVerifier
        && given->challenge == challengeOf(claim.verifier);
    if (!isRight)
        return tl::unexpected(OAuthError::InvalidGrant);
    return {};
}

} // namespace fuotadesk
