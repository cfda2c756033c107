#include "signin/oidcclient.h"

#include "aws/serviceerror.h"
#include "base/clock.h"
#include "signin/answered.h"
#include "signin/jsoncall.h"

#include <QJsonArray>

#include <cmath>

namespace fuotadesk {

namespace {

constexpr double LongestLife = 10.0 * 365 * 24 * 3600; // seconds; more is no answer
constexpr double LongestInterval = 300;
const auto DefaultScope = QStringLiteral("sso:account:access");

QString text(const QJsonObject& json, const char* name)
{
    return json.value(QLatin1String(name)).toString();
}

Secret secret(const QJsonObject& json, const char* name)
{
    return Secret(text(json, name).toUtf8());
}

// Seconds from now; invalid when it is no such number.
QDateTime timeAfter(const QJsonObject& json, const char* name, const QDateTime& now)
{
    const double seconds = json.value(QLatin1String(name)).toDouble();
    return seconds > 0 && seconds < LongestLife ? now.addSecs(std::llround(seconds)) : QDateTime();
}

QJsonArray listOf(const QString& scopes)
{
    QJsonArray list;
    for (const QString& scope : scopes.split(u',', Qt::SkipEmptyParts))
        list.append(scope.trimmed());
    return list.isEmpty() ? QJsonArray{DefaultScope} : list;
}

// Answers that tell a time from now on are read with the clock.
template <typename T, typename Read>
CallOf<T>* askedFor(Transport& transport, const HttpRequest& request, QObject* owner, Read read)
{
    auto* call = new CallOf<T>(owner);
    forward(transport.send(request, call), call,
            [request, read](const Result<HttpResponse>& response) -> Result<T> {
                if (!response)
                    return failure(response.error());
                const auto json = jsonAnswer(request, *response);
                if (!json)
                    return failure(json.error());
                const std::optional<T> value = read(*json);
                if (!value)
                    return failure(unreadableAnswer(request, *response));
                return *value;
            });
    return call;
}

} // namespace

OidcClient::OidcClient(const SignInParts& parts, const QUrl& endpoint)
    : m_parts(parts),
      m_endpoint(endpoint),
      m_transport(parts.network, parts.random)
{
}

CallOf<OidcRegistration>* OidcClient::registerClient(const RegistrationRequest& wanted,
                                                     QObject* owner)
{
    QJsonObject body{{QStringLiteral("clientName"), wanted.clientName},
                     {QStringLiteral("clientType"), QStringLiteral("public")},
                     {QStringLiteral("scopes"), listOf(wanted.scopes)}};
    if (!wanted.redirectUri.isEmpty()) {
        body.insert(
            QStringLiteral("grantTypes"),
            QJsonArray{QStringLiteral("authorization_code"), QStringLiteral("refresh_token")});
        body.insert(QStringLiteral("redirectUris"), QJsonArray{wanted.redirectUri});
        body.insert(QStringLiteral("issuerUrl"), wanted.issuerUrl);
    }
    HttpRequest request = jsonRequest(m_endpoint, QStringLiteral("/client/register"), body,
                                      QStringLiteral("RegisterClient"));
    request.repeatable = true; // a second registration does no harm
    return askedFor<OidcRegistration>(
        m_transport, request, owner,
        [](const QJsonObject& json) -> std::optional<OidcRegistration> {
            const double expires = json.value(QStringLiteral("clientSecretExpiresAt")).toDouble();
            OidcRegistration client{text(json, "clientId"), secret(json, "clientSecret"),
                                    QDateTime::fromSecsSinceEpoch(std::llround(expires), Qt::UTC)};
            if (client.clientId.isEmpty() || client.clientSecret.isEmpty() || expires <= 0)
                return {};
            return client;
        });
}

CallOf<DeviceAuthorization>* OidcClient::authorizeDevice(const OidcRegistration& client,
                                                         const QString& startUrl, QObject* owner)
{
    HttpRequest request = jsonRequest(
        m_endpoint, QStringLiteral("/device_authorization"),
        {{QStringLiteral("clientId"), client.clientId},
         {QStringLiteral("clientSecret"), QString::fromUtf8(client.clientSecret.reveal())},
         {QStringLiteral("startUrl"), startUrl}},
        QStringLiteral("StartDeviceAuthorization"));
    request.repeatable = true;
    const auto read =
        [now = m_parts.clock.now()](const QJsonObject& json) -> std::optional<DeviceAuthorization> {
        DeviceAuthorization given{secret(json, "deviceCode"), text(json, "userCode"),
                                  QUrl(text(json, "verificationUriComplete"), QUrl::StrictMode),
                                  timeAfter(json, "expiresIn", now)};
        const double interval = json.value(QStringLiteral("interval")).toDouble();
        if (interval > 0 && interval <= LongestInterval)
            given.interval = std::chrono::seconds(std::llround(std::ceil(interval)));
        // What the browser is sent to must be a page.
        const bool isPage = given.page.isValid()
            && (given.page.scheme() == u"https" || given.page.scheme() == u"http");
        if (given.deviceCode.isEmpty() || given.userCode.isEmpty() || !isPage
            || !given.expiresAt.isValid())
            return {};
        return given;
    };
    return askedFor<DeviceAuthorization>(m_transport, request, owner, read);
}

CallOf<OidcToken>* OidcClient::tokenForDevice(const OidcRegistration& client,
                                              const Secret& deviceCode, QObject* owner)
{
    return token({{QStringLiteral("grantType"),
                   QStringLiteral("urn:ietf:params:oauth:grant-type:device_code")},
                  {QStringLiteral("deviceCode"), QString::fromUtf8(deviceCode.reveal())}},
                 client, owner);
}

CallOf<OidcToken>* OidcClient::tokenForCode(const OidcRegistration& client, const Secret& code,
                                            const Secret& verifier, const QString& redirectUri,
                                            QObject* owner)
{
    return token({{QStringLiteral("grantType"), QStringLiteral("authorization_code")},
                  {QStringLiteral("code"), QString::fromUtf8(code.reveal())},
                  {QStringLiteral("codeVerifier"), QString::fromUtf8(verifier.reveal())},
                  {QStringLiteral("redirectUri"), redirectUri}},
                 client, owner);
}

CallOf<OidcToken>* OidcClient::refreshed(const OidcRegistration& client, const Secret& refreshToken,
                                         QObject* owner)
{
    return token({{QStringLiteral("grantType"), QStringLiteral("refresh_token")},
                  {QStringLiteral("refreshToken"), QString::fromUtf8(refreshToken.reveal())}},
                 client, owner);
}

// A code and a refresh token can be used up: such a request goes out once.
CallOf<OidcToken>* OidcClient::token(QJsonObject body, const OidcRegistration& client,
                                     QObject* owner)
{
    body.insert(QStringLiteral("clientId"), client.clientId);
    body.insert(QStringLiteral("clientSecret"), QString::fromUtf8(client.clientSecret.reveal()));
    const HttpRequest request =
        jsonRequest(m_endpoint, QStringLiteral("/token"), body, QStringLiteral("CreateToken"));
    return askedFor<OidcToken>(
        m_transport, request, owner,
        [now = m_parts.clock.now()](const QJsonObject& json) -> std::optional<OidcToken> {
            OidcToken got{secret(json, "accessToken"), secret(json, "refreshToken"),
                          timeAfter(json, "expiresIn", now)};
            if (got.accessToken.isEmpty() || !got.expiresAt.isValid())
                return {};
            return got;
        });
}

} // namespace fuotadesk
