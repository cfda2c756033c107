#include "signin/ssoportal.h"

#include "aws/serviceerror.h"
#include "aws/uriencoding.h"
#include "signin/answered.h"
#include "signin/jsoncall.h"

#include <QJsonArray>
#include <functional>

namespace fuotadesk {

namespace {

constexpr int MostPages = 1000;
constexpr auto PageSize = "100";

Result<QJsonObject> portalAnswer(const HttpRequest& request, const HttpResponse& response)
{
    return jsonAnswer(request, response).map_error([](Error error) {
        if (error.httpStatus == 401) {
            error.kind = ErrorKind::CredentialsExpired;
            error.code = QStringLiteral("sso-token");
        }
        return error;
    });
}

Result<IssuedCredentials> roleAnswer(const HttpRequest& request, const HttpResponse& response)
{
    const auto answer = portalAnswer(request, response);
    if (!answer)
        return failure(answer.error());
    const QJsonObject found = answer->value(QStringLiteral("roleCredentials")).toObject();
    const auto text = [&found](const char* name) {
        return found.value(QLatin1String(name)).toString();
    };
    const double expiration = found.value(QStringLiteral("expiration")).toDouble();
    if (text("accessKeyId").isEmpty() || text("secretAccessKey").isEmpty() || expiration <= 0)
        return failure(unreadableAnswer(request, response, QStringLiteral("roleCredentials")));
    return IssuedCredentials{
        {text("accessKeyId"), Secret(text("secretAccessKey").toUtf8()),
         Secret(text("sessionToken").toUtf8())},
        {},
        QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(expiration), Qt::UTC)};
}

using PortalQuery = QList<std::pair<QByteArray, QString>>;

HttpRequest portalRequest(const QUrl& endpoint, const QByteArray& path, const PortalQuery& query,
                          const Secret& token, const QString& operation)
{
    QByteArray target = endpoint.toEncoded(QUrl::RemovePath) + path;
    for (const auto& [name, value] : query)
        target += (target.contains('?') ? '&' : '?') + name + '=' + percentEncoded(value.toUtf8());
    HttpRequest request;
    request.method = "GET";
    request.url = QUrl::fromEncoded(target, QUrl::StrictMode);
    request.headers = {{"x-amz-sso_bearer_token", token.reveal()}};
    request.operation = operation;
    request.repeatable = true;
    return request;
}

// Reads a list page by page.
template <typename T>
class Pages : public std::enable_shared_from_this<Pages<T>> {
public:
    using ReadItem = T (*)(const QJsonObject&);

    using MakeRequest = std::function<HttpRequest(const PortalQuery&)>;

    Pages(Transport& transport, MakeRequest make, QString member, ReadItem read)
        : m_transport(transport),
          m_make(std::move(make)),
          m_member(std::move(member)),
          m_read(read)
    {
    }

    void ask(CallOf<QList<T>>* call, const QString& nextToken)
    {
        PortalQuery query{{"max_result", QLatin1String(PageSize)}};
        if (!nextToken.isEmpty())
            query.append({"next_token", nextToken});
        auto* page = answered<QJsonObject>(m_transport, m_make(query), portalAnswer, call);
        call->onCancel([alive = QPointer(page)] {
            if (alive)
                alive->cancel();
        });
        page->then(call, [self = this->shared_from_this(), call](const Result<QJsonObject>& got) {
            self->take(call, got);
        });
    }

private:
    void take(CallOf<QList<T>>* call, const Result<QJsonObject>& page)
    {
        if (!page) {
            call->settle(failure(page.error()));
            return;
        }
        for (const auto array = page->value(m_member).toArray(); const auto& item : array)
            m_items << m_read(item.toObject());
        const QString next = page->value(QStringLiteral("nextToken")).toString();
        if (next.isEmpty() || ++m_pages == MostPages)
            call->settle(m_items);
        else
            ask(call, next);
    }

    Transport& m_transport;
    MakeRequest m_make;
    QString m_member;
    ReadItem m_read;
    QList<T> m_items;
    int m_pages = 0;
};

SsoAccount accountFrom(const QJsonObject& json)
{
    return {json.value(QStringLiteral("accountId")).toString(),
            json.value(QStringLiteral("accountName")).toString(),
            json.value(QStringLiteral("emailAddress")).toString()};
}

QString roleFrom(const QJsonObject& json)
{
    return json.value(QStringLiteral("roleName")).toString();
}

} // namespace

SsoPortal::SsoPortal(const SignInParts& parts, const QUrl& endpoint)
    : m_endpoint(endpoint),
      m_transport(parts.network, parts.random)
{
}

CallOf<IssuedCredentials>* SsoPortal::roleCredentials(const Secret& token, const QString& accountId,
                                                      const QString& roleName, QObject* owner)
{
    const HttpRequest request = portalRequest(m_endpoint, "/federation/credentials",
                                              {{"account_id", accountId}, {"role_name", roleName}},
                                              token, QStringLiteral("GetRoleCredentials"));
    auto* call = new CallOf<IssuedCredentials>(owner);
    forward(answered<IssuedCredentials>(m_transport, request, roleAnswer, call), call,
            [accountId](Result<IssuedCredentials> issued) {
                if (issued)
                    issued->accountId = accountId;
                return issued;
            });
    return call;
}

CallOf<QList<SsoAccount>>* SsoPortal::accounts(const Secret& token, QObject* owner)
{
    auto* call = new CallOf<QList<SsoAccount>>(owner);
    const auto make = [endpoint = m_endpoint, token](const PortalQuery& query) {
        return portalRequest(endpoint, "/assignment/accounts", query, token,
                             QStringLiteral("ListAccounts"));
    };
    std::make_shared<Pages<SsoAccount>>(m_transport, make, QStringLiteral("accountList"),
                                        accountFrom)
        ->ask(call, {});
    return call;
}

CallOf<QStringList>* SsoPortal::roles(const Secret& token, const QString& accountId, QObject* owner)
{
    auto* call = new CallOf<QStringList>(owner);
    const auto make = [endpoint = m_endpoint, token, accountId](const PortalQuery& query) {
        return portalRequest(endpoint, "/assignment/roles",
                             PortalQuery{{"account_id", accountId}} + query, token,
                             QStringLiteral("ListAccountRoles"));
    };
    std::make_shared<Pages<QString>>(m_transport, make, QStringLiteral("roleList"), roleFrom)
        ->ask(call, {});
    return call;
}

} // namespace fuotadesk
