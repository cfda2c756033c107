#include "identity/clientregister.h"

#include "base/clock.h"
#include "identity/madeup.h"

#include <QJsonArray>
#include <QUrl>

#include <algorithm>

namespace fuotadesk {

namespace {

constexpr int LifeDays = 90;
constexpr qsizetype LongestText = 2048;
constexpr qsizetype MostTexts = 20;
constexpr qsizetype IdLength = 22;
constexpr qsizetype SecretLength = 86;
const auto AccountScope = QStringLiteral("sso:account:access");

std::optional<QStringList> texts(const QJsonObject& json, const char* name)
{
    const QJsonArray array = json.value(QLatin1String(name)).toArray();
    QStringList list;
    for (const auto& item : array.size() > MostTexts ? QJsonArray{QJsonValue()} : array) {
        const QString text = item.toString();
        if (text.isEmpty() || text.size() > LongestText)
            return {};
        list.append(text);
    }
    return list;
}

QStringList usualGrants()
{
    return {QLatin1String(DeviceCodeGrant), QLatin1String(RefreshTokenGrant)};
}

bool isLoopback(const QUrl& url)
{
    return url.isValid() && url.scheme() == u"http" && url.userInfo().isEmpty()
        && (url.host() == u"127.0.0.1" || url.host() == u"::1" || url.host() == u"localhost");
}

QString withoutPort(QUrl url)
{
    url.setPort(-1);
    return url.toString(QUrl::FullyEncoded);
}

} // namespace

bool isRegistered(const QString& uri, const QStringList& registered)
{
    const QUrl url(uri, QUrl::StrictMode);
    return isLoopback(url)
        && std::ranges::any_of(registered, [wanted = withoutPort(url)](const QString& each) {
               return withoutPort(QUrl(each, QUrl::StrictMode)) == wanted;
           });
}

ClientRegister::ClientRegister(const Clock& clock, RandomSource& random)
    : m_clock(clock),
      m_random(random),
      m_clients(MostClients)
{
}

OAuthResult<QJsonObject> ClientRegister::registerClient(const QJsonObject& wanted)
{
    const QString name = wanted.value(QStringLiteral("clientName")).toString();
    const auto scopes = texts(wanted, "scopes");
    const auto grants = texts(wanted, "grantTypes");
    const auto uris = texts(wanted, "redirectUris");
    if (name.isEmpty() || name.size() > LongestText || !scopes || !grants || !uris)
        return tl::unexpected(OAuthError::InvalidRequest);
    if (wanted.value(QStringLiteral("clientType")).toString() != u"public")
        return tl::unexpected(OAuthError::InvalidClientMetadata);
    const bool wantsCode = grants->contains(QLatin1String(AuthorizationCodeGrant));
    const auto leadsHere = [](const QString& uri) {
        return isLoopback(QUrl(uri, QUrl::StrictMode));
    };
    if (!std::ranges::all_of(*uris, leadsHere) || (wantsCode && uris->isEmpty()))
        return tl::unexpected(OAuthError::InvalidRedirectUri);

    const QString id = madeUpToken(m_random, IdLength);
    const QDateTime now = m_clock.now();
    const RegisteredClient& client = m_clients.put(
        id,
        {madeUpToken(m_random, SecretLength), grants->isEmpty() ? usualGrants() : *grants, *uris,
         scopes->contains(AccountScope), now.addDays(LifeDays)});
    return QJsonObject{
        {QStringLiteral("clientId"), id},
        {QStringLiteral("clientSecret"), client.secret},
        {QStringLiteral("clientIdIssuedAt"), now.toSecsSinceEpoch()},
        {QStringLiteral("clientSecretExpiresAt"), client.expiresAt.toSecsSinceEpoch()}};
}

OAuthResult<RegisteredClient> ClientRegister::authenticated(const QJsonObject& body) const
{
    const auto text = [&body](const char* name) { return body.value(QLatin1String(name)); };
    const RegisteredClient* client = find(text("clientId").toString());
    if (!client || text("clientSecret").toString() != client->secret)
        return tl::unexpected(OAuthError::InvalidClient);
    return *client;
}

const RegisteredClient* ClientRegister::find(const QString& clientId) const
{
    const RegisteredClient* client = m_clients.find(clientId);
    return client && client->expiresAt > m_clock.now() ? client : nullptr;
}

} // namespace fuotadesk
