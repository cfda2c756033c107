#include "identity/portalserver.h"

#include "identity/oidcserver.h"
#include "identity/sandboxroles.h"

#include <QJsonArray>

#include <algorithm>

namespace fuotadesk {

namespace {

constexpr int LifeSeconds = 3600;
constexpr int MostResults = 100;

QString field(const FormFields& query, const char* name)
{
    return query.value(QLatin1String(name));
}

HttpResponse refusal(int status, const QByteArray& type, const QString& message)
{
    return errorReply(status, type, {{QStringLiteral("message"), message}});
}

HttpResponse invalid(const QString& message)
{
    return refusal(400, "InvalidRequestException", message);
}

HttpResponse noAccess()
{
    return refusal(403, "ForbiddenException", QStringLiteral("No access"));
}

// So many items as max_result allows, from where next_token points to.
HttpResponse pageOf(const QJsonArray& items, const char* member, const FormFields& query)
{
    bool isNumber = true;
    const QString most = field(query, "max_result");
    const int wanted = most.isEmpty() ? MostResults : most.toInt(&isNumber);
    const QString token = field(query, "next_token");
    bool isToken = true;
    const qsizetype first = token.isEmpty() ? 0 : token.toInt(&isToken);
    if (!isNumber || wanted < 1 || wanted > MostResults)
        return invalid(QStringLiteral("Invalid max_result"));
    if (!isToken || first < 0 || first > items.size())
        return invalid(QStringLiteral("Invalid next_token"));
    const qsizetype end = std::min(first + wanted, items.size());
    QJsonArray page;
    for (qsizetype i = first; i < end; ++i)
        page.append(items.at(i));
    QJsonObject body{{QLatin1String(member), page}};
    if (end < items.size())
        body.insert(QStringLiteral("nextToken"), QString::number(end));
    return jsonReply(200, body);
}

HttpResponse accounts(const FormFields& query)
{
    const QJsonObject account{
        {QStringLiteral("accountId"), people::Account},
        {QStringLiteral("accountName"), QStringLiteral("Sandbox")},
        {QStringLiteral("emailAddress"), QStringLiteral("operator@sandbox.invalid")}};
    return pageOf({account}, "accountList", query);
}

HttpResponse roles(const FormFields& query)
{
    const QString account = field(query, "account_id");
    if (account.isEmpty())
        return invalid(QStringLiteral("Missing account_id"));
    if (account != people::Account)
        return noAccess();
    QJsonArray list;
    for (const QString& role : people::SsoRoles)
        list.append(QJsonObject{{QStringLiteral("roleName"), role},
                                {QStringLiteral("accountId"), people::Account}});
    return pageOf(list, "roleList", query);
}

} // namespace

std::optional<HttpResponse> PortalServer::answer(const IdentityCall& call)
{
    const bool isOurs = call.path == "/federation/credentials"
        || call.path == "/assignment/accounts" || call.path == "/assignment/roles";
    if (call.method != "GET" || !isOurs)
        return {};
    const QByteArray token = headerValue(call.headers, "x-amz-sso_bearer_token");
    if (!m_oidc.holds(QString::fromLatin1(token)))
        return refusal(401, "UnauthorizedException",
                       QStringLiteral("Session token not found or invalid"));
    const FormFields query = formFields(call.query);
    if (call.path == "/assignment/accounts")
        return accounts(query);
    if (call.path == "/assignment/roles")
        return roles(query);
    return credentials(query);
}

HttpResponse PortalServer::credentials(const FormFields& query)
{
    const QString account = field(query, "account_id");
    const QString role = field(query, "role_name");
    if (account.isEmpty() || role.isEmpty())
        return invalid(QStringLiteral("Missing account_id or role_name"));
    if (account != people::Account || !people::SsoRoles.contains(role))
        return noAccess();
    const HeldKey key =
        m_keys.issue(rolePrincipal(ssoRoleName(role), QStringLiteral("operator")), LifeSeconds);
    const Credentials& keys = key.credentials;
    const QJsonObject given{
        {QStringLiteral("accessKeyId"), keys.accessKeyId},
        {QStringLiteral("secretAccessKey"), QString::fromUtf8(keys.secretAccessKey.reveal())},
        {QStringLiteral("sessionToken"), QString::fromUtf8(keys.sessionToken.reveal())},
        {QStringLiteral("expiration"), key.expiresAt->toMSecsSinceEpoch()}};
    return jsonReply(200, {{QStringLiteral("roleCredentials"), given}});
}

} // namespace fuotadesk
