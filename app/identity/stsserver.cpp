#include "identity/stsserver.h"

#include "identity/sandboxroles.h"
#include "identity/stsparameters.h"

#include <optional>

namespace fuotadesk {

namespace {

using Members = QueryResult<QList<XmlMember>>;
using Refusal = std::optional<QueryRefusal>;

constexpr int LongestChainedSeconds = 3600;
const auto WebIdentityAction = QStringLiteral("AssumeRoleWithWebIdentity");

QString field(const FormFields& fields, const char* name)
{
    return fields.value(QLatin1String(name));
}

QueryRefusal accessDenied(const QString& message)
{
    return {403, "AccessDenied", message};
}

// Whether the code of the device is right, where one is sent.
Refusal wrongMfa(const FormFields& fields)
{
    const bool hasSerial = fields.contains(QStringLiteral("SerialNumber"));
    const bool hasCode = fields.contains(QStringLiteral("TokenCode"));
    if (hasSerial != hasCode)
        return accessDenied(QStringLiteral(
            "MultiFactorAuthentication failed, must provide both MFA serial number and one time "
            "pass code."));
    if (hasSerial && field(fields, "SerialNumber") != people::MfaSerial)
        return accessDenied(QStringLiteral(
            "MultiFactorAuthentication failed, unable to validate MFA code.  Please verify your "
            "MFA serial number is valid and associated with this user."));
    if (hasCode && field(fields, "TokenCode") != people::MfaCode)
        return accessDenied(QStringLiteral(
            "MultiFactorAuthentication failed with invalid MFA one time pass code. "));
    return {};
}

// What the trust policy of a role asks for.
bool isMet(RoleCondition condition, const FormFields& fields)
{
    switch (condition) {
    case RoleCondition::None:
        return true;
    case RoleCondition::Mfa:
        return fields.contains(QStringLiteral("TokenCode"));
    case RoleCondition::ExternalId:
        return field(fields, "ExternalId") == people::ExternalId;
    case RoleCondition::WebIdentity:
        break;
    }
    return false;
}

Refusal tooLong(const SandboxRole& role, const FormFields& fields)
{
    if (durationOf(fields) <= role.longestSeconds)
        return {};
    return queryValidationError(QStringLiteral(
        "The requested DurationSeconds exceeds the MaxSessionDuration set for this role."));
}

Refusal tooLongForAChain(const FormFields& fields, const HeldKey& asker)
{
    if (!asker.isTemporary() || durationOf(fields) <= LongestChainedSeconds)
        return {};
    return queryValidationError(
        QStringLiteral("The requested DurationSeconds exceeds the 1 hour session limit for roles "
                       "assumed by role chaining"));
}

Refusal wrongToken(const QString& token)
{
    if (token == people::WebToken)
        return {};
    if (token == people::ExpiredWebToken)
        return QueryRefusal{400, "ExpiredTokenException",
                            QStringLiteral("Token expired: current date/time must be before the "
                                           "expiration date/time")};
    return QueryRefusal{
        400, "InvalidIdentityToken",
        QStringLiteral("The ID Token provided is not a valid JWT. (You may see this "
                       "error if you sent an Access Token)")};
}

XmlMember assumedUser(const HeldKey& key)
{
    return {QStringLiteral("AssumedRoleUser"),
            {},
            {{QStringLiteral("AssumedRoleId"), key.principal.userId},
             {QStringLiteral("Arn"), key.principal.arn}}};
}

Members identityOf(const HeldKey& asker)
{
    return QList<XmlMember>{{QStringLiteral("Arn"), asker.principal.arn},
                            {QStringLiteral("UserId"), asker.principal.userId},
                            {QStringLiteral("Account"), people::Account}};
}

} // namespace

bool StsServer::isAsked(const IdentityCall& call)
{
    return call.method == "POST" && call.path == "/";
}

bool StsServer::wantsSignature(const IdentityCall& call)
{
    return formFields(call.body).value(QStringLiteral("Action")) != WebIdentityAction;
}

HttpResponse StsServer::answer(const IdentityCall& call, const HeldKey* asker)
{
    const FormFields fields = formFields(call.body);
    const Members members = perform(fields, asker);
    return members ? stsReply(field(fields, "Action"), *members, call.requestId)
                   : stsReply(members.error(), call.requestId);
}

Members StsServer::perform(const FormFields& fields, const HeldKey* asker)
{
    const QString action = field(fields, "Action");
    const QString version = field(fields, "Version");
    if (version == u"2011-06-15") {
        if (action == WebIdentityAction)
            return assumeWithWebIdentity(fields);
        if (asker && action == u"GetCallerIdentity")
            return identityOf(*asker);
        if (asker && action == u"AssumeRole")
            return assumeRole(fields, *asker);
    }
    return refused(
        {400, "InvalidAction",
         QStringLiteral("Could not find operation %1 for version %2")
             .arg(action.left(64),
                  version.isEmpty() ? QStringLiteral("NO_VERSION_SPECIFIED") : version.left(64))});
}

Members StsServer::assumeRole(const FormFields& fields, const HeldKey& asker)
{
    if (const Refusal wrong = wrongAssumeRole(fields))
        return refused(*wrong);
    if (const Refusal wrong = wrongMfa(fields))
        return refused(*wrong);
    const QString arn = field(fields, "RoleArn");
    const SandboxRole* role = sandboxRole(arn);
    if (!role || !isMet(role->condition, fields))
        return refused(accessDenied(
            QStringLiteral("User: %1 is not authorized to perform: sts:AssumeRole on resource: %2")
                .arg(asker.principal.arn, arn)));
    if (const Refusal wrong = tooLongForAChain(fields, asker))
        return refused(*wrong);
    if (const Refusal wrong = tooLong(*role, fields))
        return refused(*wrong);
    const HeldKey key = issue(*role, fields);
    return QList<XmlMember>{assumedUser(key), credentialsMember(key)};
}

Members StsServer::assumeWithWebIdentity(const FormFields& fields)
{
    if (const Refusal wrong = wrongWebIdentity(fields))
        return refused(*wrong);
    if (const Refusal wrong = wrongToken(field(fields, "WebIdentityToken")))
        return refused(*wrong);
    const SandboxRole* role = sandboxRole(field(fields, "RoleArn"));
    if (!role || role->condition != RoleCondition::WebIdentity)
        return refused(accessDenied(
            QStringLiteral("Not authorized to perform sts:AssumeRoleWithWebIdentity")));
    if (const Refusal wrong = tooLong(*role, fields))
        return refused(*wrong);
    const HeldKey key = issue(*role, fields);
    return QList<XmlMember>{
        {QStringLiteral("SubjectFromWebIdentityToken"), QStringLiteral("sandbox")},
        {QStringLiteral("Audience"), QStringLiteral("sts.amazonaws.com")},
        assumedUser(key),
        credentialsMember(key),
        {QStringLiteral("Provider"),
         QStringLiteral("arn:aws:iam::%1:oidc-provider/sandbox.invalid").arg(people::Account)}};
}

HeldKey StsServer::issue(const SandboxRole& role, const FormFields& fields)
{
    return m_keys.issue(rolePrincipal(role.name, field(fields, "RoleSessionName")),
                        durationOf(fields));
}

} // namespace fuotadesk
