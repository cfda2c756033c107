#include "identity/sandboxroles.h"

#include <QCryptographicHash>
#include <QStringList>

#include <algorithm>

namespace fuotadesk {

namespace people {
const QString Account = QStringLiteral("123456789012");
const QString User = QStringLiteral("arn:aws:iam::123456789012:user/operator");
const QString MfaSerial = QStringLiteral("arn:aws:iam::123456789012:mfa/operator");
const QString MfaCode = QStringLiteral("123456");
const QString ExternalId = QStringLiteral("fuota");
const QString WebToken = QStringLiteral("sandbox-web-identity");
const QString ExpiredWebToken = QStringLiteral("sandbox-web-identity-expired");
const QStringList SsoRoles{QStringLiteral("FuotaOperator"), QStringLiteral("FuotaDeveloper")};
} // namespace people

namespace {

constexpr int TwelveHours = 12 * 3600;
constexpr int OneHour = 3600;
constexpr qsizetype IdLength = 17; // behind the four letters that tell its kind

// The same id each time for the same name.
QString idOf(const char* kind, const QString& name)
{
    const QByteArray digest =
        QCryptographicHash::hash(name.toUtf8(), QCryptographicHash::Sha256).toHex().toUpper();
    return QLatin1String(kind) + QString::fromLatin1(digest.left(IdLength));
}

} // namespace

QString SandboxRole::arn() const
{
    return QStringLiteral("arn:aws:iam::%1:role/%2").arg(people::Account, name);
}

const QList<SandboxRole>& sandboxRoles()
{
    static const QList<SandboxRole> roles{
        {QStringLiteral("fuota-operator"), RoleCondition::None, TwelveHours},
        {QStringLiteral("fuota-mfa"), RoleCondition::Mfa, TwelveHours},
        {QStringLiteral("fuota-external"), RoleCondition::ExternalId, OneHour},
        {QStringLiteral("fuota-web"), RoleCondition::WebIdentity, OneHour},
    };
    return roles;
}

const SandboxRole* sandboxRole(const QString& arn)
{
    const QList<SandboxRole>& roles = sandboxRoles();
    const auto found = std::ranges::find(roles, arn, &SandboxRole::arn);
    return found == roles.end() ? nullptr : &*found;
}

QString roleId(const QString& roleName)
{
    return idOf("AROA", roleName);
}

QString ssoRoleName(const QString& ssoRole)
{
    return QStringLiteral("AWSReservedSSO_%1_0123456789abcdef").arg(ssoRole);
}

Principal userPrincipal()
{
    return {people::User, idOf("AIDA", people::User)};
}

Principal rolePrincipal(const QString& roleName, const QString& sessionName)
{
    return {QStringLiteral("arn:aws:sts::%1:assumed-role/%2/%3")
                .arg(people::Account, roleName, sessionName),
            roleId(roleName) + u':' + sessionName};
}

} // namespace fuotadesk
