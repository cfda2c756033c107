#include "identity/oidcserver.h"

#include "aws/uriencoding.h"
#include "identity/devicepage.h"

#include <QJsonDocument>
#include <QUrl>

namespace fuotadesk {

namespace {

constexpr qsizetype LargestBody = qsizetype(64) * 1024; // bytes
constexpr qsizetype LongestState = 2048;
constexpr qsizetype ChallengeLength = 43; // of a SHA-256 in base64url

using Answer = OAuthResult<QJsonObject>;

Answer bodyOf(const IdentityCall& call)
{
    const QJsonDocument document =
        call.body.size() > LargestBody ? QJsonDocument() : QJsonDocument::fromJson(call.body);
    if (!document.isObject())
        return tl::unexpected(OAuthError::InvalidRequest);
    return document.object();
}

QString text(const QJsonObject& body, const char* name)
{
    return body.value(QLatin1String(name)).toString();
}

QString field(const FormFields& fields, const char* name)
{
    return fields.value(QLatin1String(name));
}

HttpResponse backTo(const QString& redirectUri, const QByteArray& answer, const QString& state)
{
    const QByteArray uri = QUrl(redirectUri, QUrl::StrictMode).toEncoded();
    return redirectReply(uri + (uri.contains('?') ? '&' : '?') + answer
                         + "&state=" + percentEncoded(state.toUtf8()));
}

} // namespace

OidcServer::OidcServer(const Clock& clock, RandomSource& random)
    : m_clients(clock, random),
      m_devices(clock, random),
      m_codes(clock, random),
      m_tokens(clock, random)
{
}

std::optional<HttpResponse> OidcServer::answer(const IdentityCall& call)
{
    const QByteArray line = call.method + ' ' + call.path;
    if (line == "POST /client/register")
        return oauthReply(bodyOf(call).and_then(
            [this](const QJsonObject& body) { return m_clients.registerClient(body); }));
    if (line == "POST /device_authorization")
        return oauthReply(bodyOf(call).and_then(
            [&](const QJsonObject& body) { return authorizeDevice(body, originOf(call)); }));
    if (line == "POST /token")
        return oauthReply(
            bodyOf(call).and_then([this](const QJsonObject& body) { return token(body); }));
    if (line == "GET /authorize")
        return authorize(formFields(call.query));
    if (line == "GET /device")
        return devicePageFor(formFields(call.query));
    if (line == "POST /device")
        return decided(formFields(call.body));
    return {};
}

Answer OidcServer::authorizeDevice(const QJsonObject& body, const QString& origin)
{
    const auto client = m_clients.authenticated(body);
    if (!client)
        return tl::unexpected(client.error());
    if (!client->grants.contains(QLatin1String(DeviceCodeGrant)))
        return tl::unexpected(OAuthError::UnauthorizedClient);
    const QUrl start(text(body, "startUrl"), QUrl::StrictMode);
    if (!start.isValid() || start.host().isEmpty())
        return tl::unexpected(OAuthError::InvalidRequest);
    return m_devices.begin(text(body, "clientId"), origin);
}

Answer OidcServer::token(const QJsonObject& body)
{
    const auto client = m_clients.authenticated(body);
    if (!client)
        return tl::unexpected(client.error());
    const QString grant = text(body, "grantType");
    if (grant != QLatin1String(DeviceCodeGrant) && grant != QLatin1String(AuthorizationCodeGrant)
        && grant != QLatin1String(RefreshTokenGrant))
        return tl::unexpected(OAuthError::UnsupportedGrantType);
    if (!client->grants.contains(grant))
        return tl::unexpected(OAuthError::UnauthorizedClient);
    if (grant == QLatin1String(RefreshTokenGrant))
        return m_tokens.renewed(text(body, "refreshToken"), text(body, "clientId"));
    if (const auto redeemed = redeem(grant, body); !redeemed)
        return tl::unexpected(redeemed.error());
    const bool mayRefresh =
        client->mayRefresh && client->grants.contains(QLatin1String(RefreshTokenGrant));
    return m_tokens.begin(text(body, "clientId"), mayRefresh);
}

OAuthResult<void> OidcServer::redeem(const QString& grant, const QJsonObject& body)
{
    if (grant == QLatin1String(DeviceCodeGrant))
        return m_devices.redeem(text(body, "deviceCode"), text(body, "clientId"));
    return m_codes.redeem({text(body, "code"), text(body, "clientId"), text(body, "redirectUri"),
                           text(body, "codeVerifier")});
}

// A browser is sent back only where the client said it would wait; else the person is told.
HttpResponse OidcServer::authorize(const FormFields& query)
{
    const QString clientId = field(query, "client_id");
    const QString redirectUri = field(query, "redirect_uri");
    const RegisteredClient* client = m_clients.find(clientId);
    if (!client)
        return oauthReply(tl::unexpected(OAuthError::InvalidClient));
    if (!isRegistered(redirectUri, client->redirectUris))
        return oauthReply(tl::unexpected(OAuthError::InvalidRedirectUri));
    const QString state = field(query, "state").left(LongestState);
    if (field(query, "response_type") != u"code")
        return backTo(redirectUri, "error=unsupported_response_type", state);
    if (!client->grants.contains(QLatin1String(AuthorizationCodeGrant)))
        return backTo(redirectUri, "error=unauthorized_client", state);
    const QString challenge = field(query, "code_challenge");
    if (field(query, "code_challenge_method") != u"S256" || challenge.size() != ChallengeLength)
        return backTo(redirectUri, "error=invalid_request", state);
    return backTo(redirectUri, "code=" + m_codes.give(clientId, redirectUri, challenge).toLatin1(),
                  state);
}

HttpResponse OidcServer::devicePageFor(const FormFields& query) const
{
    const QString code = field(query, "user_code");
    if (code.isEmpty())
        return pageReply(200, codeWantedPage(false));
    if (!m_devices.isWaiting(code))
        return pageReply(404, codeWantedPage(true));
    return pageReply(200, devicePage(code.toUpper()));
}

HttpResponse OidcServer::decided(const FormFields& form)
{
    const QString decision = field(form, "decision");
    if (decision != u"allow" && decision != u"deny")
        return pageReply(400, codeWantedPage(false));
    const bool allow = decision == u"allow";
    if (!decide(field(form, "user_code"), allow))
        return pageReply(404, codeWantedPage(true));
    return pageReply(200, decidedPage(allow));
}

} // namespace fuotadesk
