#include "signin/ssotokens.h"

#include "base/clock.h"
#include "signin/tokenfile.h"

#include <QDir>

namespace fuotadesk {

namespace {

constexpr qint64 RenewBefore = qint64(15) * 60; // seconds

QString nameOf(const SsoSource& source)
{
    return source.sessionName.isEmpty() ? source.startUrl : source.sessionName;
}

Error expired(const SsoSource& source, ErrorKind kind = ErrorKind::CredentialsExpired)
{
    return Error{kind, QStringLiteral("sso-token"), nameOf(source), 0, {}, {}, false};
}

Result<SsoToken> readToken(const QString& file)
{
    const auto json = readTokenFile(file);
    if (!json)
        return failure(json.error());
    return ssoTokenFromJson(*json).map_error([&file](Error error) {
        error.detail = file;
        return error;
    });
}

} // namespace

SsoTokens::SsoTokens(const SignInParts& parts, QString folder)
    : m_parts(parts),
      m_folder(std::move(folder))
{
}

QString SsoTokens::fileOf(const SsoSource& source) const
{
    return QDir(m_folder).filePath(ssoTokenFileName(nameOf(source)));
}

CallOf<SsoToken>* SsoTokens::token(const SsoSource& source, const QUrl& oidcEndpoint,
                                   QObject* owner)
{
    auto* call = new CallOf<SsoToken>(owner);
    m_worker.run<SsoToken>(call, [file = fileOf(source)] { return readToken(file); })
        ->then(call, [this, call, source, oidcEndpoint](const Result<SsoToken>& read) {
            const QDateTime now = m_parts.clock.now();
            const bool isOld = read && read->expiresAt <= now.addSecs(RenewBefore);
            if (!read && read.error().kind == ErrorKind::CredentialsMissing)
                call->settle(failure(expired(source, ErrorKind::CredentialsMissing)));
            else if (isOld && !source.sessionName.isEmpty() && read->canBeRefreshed(now))
                renew(*read, source, oidcEndpoint, call);
            else if (isOld && read->expiresAt <= now)
                call->settle(failure(expired(source)));
            else
                call->settle(read);
        });
    return call;
}

void SsoTokens::renew(const SsoToken& token, const SsoSource& source, const QUrl& oidcEndpoint,
                      CallOf<SsoToken>* call)
{
    if (!m_oidc || m_oidc->endpoint() != oidcEndpoint)
        m_oidc = std::make_unique<OidcClient>(m_parts, oidcEndpoint);
    const OidcRegistration client{token.clientId, token.clientSecret, token.registrationExpiresAt};
    m_oidc->refreshed(client, token.refreshToken, call)
        ->then(call, [this, call, token, source](const Result<OidcToken>& got) {
            if (!got && token.expiresAt > m_parts.clock.now()) {
                call->settle(token);
                return;
            }
            if (!got) { // where the service said no, only a new sign-in helps
                const int status = got.error().httpStatus;
                call->settle(
                    failure(status == 400 || status == 401 ? expired(source) : got.error()));
                return;
            }
            SsoToken renewed = token;
            renewed.accessToken = got->accessToken;
            renewed.expiresAt = got->expiresAt;
            if (!got->refreshToken.isEmpty())
                renewed.refreshToken = got->refreshToken;
            keep(source, renewed, call)->then(call, [call, renewed](const Result<void>& kept) {
                // A token that can not be written down is good all the same, this time.
                Q_UNUSED(kept)
                call->settle(renewed);
            });
        });
}

CallOf<SsoToken>* SsoTokens::cached(const SsoSource& source, QObject* owner)
{
    return m_worker.run<SsoToken>(owner, [file = fileOf(source)] { return readToken(file); });
}

CallOf<void>* SsoTokens::keep(const SsoSource& source, const SsoToken& token, QObject* owner)
{
    return m_worker.run<void>(owner, [file = fileOf(source), token] {
        return writeTokenFile(file, ssoTokenJson(token));
    });
}

} // namespace fuotadesk
