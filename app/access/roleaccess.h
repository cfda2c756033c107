#pragma once

#include "access/rolebook.h"
#include "policy/policydocument.h"

namespace fuotadesk {

// The permissions of the one user, who may do all, or of a role of the book or a session of one:
// its inline and its managed policies. Nothing of anybody else.
QList<PolicyDocument> permissionsOf(const RoleBook& book, const QString& principalArn);

// Whether a principal may do "s3:GetObject" with a resource; an unknown one may do nothing.
Verdict mayDo(const RoleBook& book, const QString& principalArn, const QString& action,
              const QString& resourceArn);

// Whether "iotwireless.amazonaws.com" may assume a role, on behalf of the account of the sandbox.
Verdict mayAssume(const HeldRole& role, const QString& service);

} // namespace fuotadesk
