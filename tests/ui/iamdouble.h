#pragma once

#include "aws/httpmessage.h"
#include "aws/iam/iamvalues.h"

#include <QMap>
#include <QSet>
#include <QUrlQuery>

#include <optional>

namespace fuotadesk {

// IAM as far as the pages of roles ask it: a few roles with one inline policy each, and refusals.
// https://docs.aws.amazon.com/IAM/latest/APIReference
class IamDouble {
public:
    std::optional<HttpResponse> answer(const HttpRequest& request)
    {
        const QString body = QString::fromUtf8(request.body);
        const QUrlQuery query(body);
        const QString action = query.queryItemValue(QStringLiteral("Action"));
        if (query.queryItemValue(QStringLiteral("Version")) != u"2010-05-08" || action.isEmpty())
            return {};
        asked << action;
        if (refused.contains(action))
            return failure(403, "AccessDenied");
        const QString name = query.queryItemValue(QStringLiteral("RoleName"), QUrl::FullyDecoded);
        if (action == u"ListRoles")
            return list();
        if (action == u"CreateRole")
            return create(name, query);
        if (action == u"SimulatePrincipalPolicy")
            return simulated();
        if (!roles.contains(name))
            return failure(404, "NoSuchEntity");
        return ofRole(action, roles.value(name), query);
    }

    void addRole(const QString& name, bool isTrusted, const QString& description = {})
    {
        const QByteArray service = isTrusted ? "iotwireless" : "lambda";
        roles.insert(name,
                     {name, QStringLiteral("arn:aws:iam::123456789012:role/") + name, description,
                      QDateTime(QDate(2026, 1, 1), QTime(8, 0), Qt::UTC),
                      R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":)"
                      R"({"Service":")"
                          + service + R"(.amazonaws.com"},"Action":"sts:AssumeRole"}]})"});
    }

    QMap<QString, IamRole> roles;
    QSet<QString> refused; // actions
    QStringList asked;
    QByteArray permissions; // of every role, as they were put last
    QByteArray decision = "allowed";

private:
    static HttpResponse reply(const QByteArray& action, const QByteArray& result)
    {
        const QByteArray body = '<' + action + "Response xmlns=\"https://iam.amazonaws.com/doc/"
            + "2010-05-08/\"><" + action + "Result>" + result + "</" + action
            + "Result><ResponseMetadata><RequestId>r-1</RequestId></ResponseMetadata></" + action
            + "Response>";
        return {200, {}, body, false};
    }

    static HttpResponse failure(int status, const QByteArray& code)
    {
        const QByteArray body = "<ErrorResponse><Error><Type>Sender</Type><Code>" + code
            + "</Code><Message>no</Message></Error><RequestId>r-2</RequestId></ErrorResponse>";
        return {status, {}, body, false};
    }

    static QByteArray xmlOf(const IamRole& role)
    {
        return "<Path>/</Path><RoleName>" + role.name.toUtf8() + "</RoleName><RoleId>AROA</RoleId>"
            + "<Arn>" + role.arn.toUtf8() + "</Arn><CreateDate>2026-01-01T08:00:00Z</CreateDate>"
            + "<Description>" + role.description.toUtf8() + "</Description>"
            + "<AssumeRolePolicyDocument>" + role.trustPolicy.toPercentEncoding()
            + "</AssumeRolePolicyDocument>";
    }

    HttpResponse list() const
    {
        QByteArray members;
        for (const IamRole& role : roles)
            members += "<member>" + xmlOf(role) + "</member>";
        return reply("ListRoles", "<IsTruncated>false</IsTruncated><Roles>" + members + "</Roles>");
    }

    HttpResponse create(const QString& name, const QUrlQuery& query)
    {
        if (roles.contains(name))
            return failure(409, "EntityAlreadyExists");
        addRole(name, true);
        roles[name].trustPolicy =
            query.queryItemValue(QStringLiteral("AssumeRolePolicyDocument"), QUrl::FullyDecoded)
                .toUtf8();
        return reply("CreateRole", "<Role>" + xmlOf(roles.value(name)) + "</Role>");
    }

    HttpResponse simulated() const
    {
        return reply("SimulatePrincipalPolicy",
                     "<IsTruncated>false</IsTruncated><EvaluationResults><member><EvalActionName>"
                     "s3:GetObject</EvalActionName><EvalDecision>"
                         + decision + "</EvalDecision></member></EvaluationResults>");
    }

    HttpResponse ofRole(const QString& action, const IamRole& role, const QUrlQuery& query)
    {
        if (action == u"PutRolePolicy")
            permissions =
                query.queryItemValue(QStringLiteral("PolicyDocument"), QUrl::FullyDecoded).toUtf8();
        if (action == u"GetRole")
            return reply("GetRole", "<Role>" + xmlOf(role) + "</Role>");
        if (action == u"ListRolePolicies")
            return reply("ListRolePolicies",
                         "<IsTruncated>false</IsTruncated><PolicyNames><member>read</member>"
                         "</PolicyNames>");
        if (action == u"GetRolePolicy")
            return reply("GetRolePolicy",
                         "<RoleName>" + role.name.toUtf8() + "</RoleName><PolicyName>read"
                             + "</PolicyName><PolicyDocument>" + permissions.toPercentEncoding()
                             + "</PolicyDocument>");
        if (action == u"ListAttachedRolePolicies")
            return reply("ListAttachedRolePolicies",
                         "<IsTruncated>false</IsTruncated><AttachedPolicies/>");
        return reply(action.toLatin1(), {});
    }
};

} // namespace fuotadesk
