#pragma once

#include "identity/keyring.h"

#include <QList>

namespace fuotadesk {

// Who may be somebody in the sandbox: one account with one user, his multi-factor device, and the
// roles below. Nothing of it opens anything but the sandbox.
namespace people {
extern const QString Account;
extern const QString User; // ARN
extern const QString MfaSerial;
extern const QString MfaCode; // never changes
extern const QString ExternalId;
extern const QString WebToken;
extern const QString ExpiredWebToken;
extern const QStringList SsoRoles; // in the order they are listed
} // namespace people

// What it takes to become a role.
enum class RoleCondition { None, Mfa, ExternalId, WebIdentity };

struct SandboxRole {
    QString name;
    RoleCondition condition = RoleCondition::None;
    int longestSeconds = 3600; // MaxSessionDuration

    QString arn() const;
};

const QList<SandboxRole>& sandboxRoles();
const SandboxRole* sandboxRole(const QString& arn); // null: there is none

QString roleId(const QString& roleName); // "AROA…"
// Of the role in the account behind one of people::SsoRoles.
QString ssoRoleName(const QString& ssoRole);
Principal userPrincipal();
Principal rolePrincipal(const QString& roleName, const QString& sessionName);

} // namespace fuotadesk
