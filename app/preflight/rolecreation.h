#pragma once

#include "aws/iam/iamvalues.h"
#include "base/call.h"
#include "fuota/imagelocation.h"

#include <memory>

namespace fuotadesk {

class IamClient;

// A role as it is going to be made: both documents can be shown, changed and copied before.
struct RolePlan {
    QString name; // 1 to 64 of A-Z a-z 0-9 + = , . @ _ -
    QString description;
    QByteArray trustPolicy;
    QString policyName;
    QByteArray permissions; // may read the image's folder in its bucket

    friend bool operator==(const RolePlan&, const RolePlan&) = default;
};

// partition as in objectArn().
RolePlan plannedRole(const QString& name, const ImageLocation& image, const QString& partition);

// Makes a role and then gives it its permissions. Where the second step fails the role is there
// without them: the error is that of the step, with the code "role-without-permissions" and the
// role's ARN in detail, and create() again with the same plan only does what is missing. A role of
// that name that was there before is left alone: Conflict, code "EntityAlreadyExists". After an
// unsure answer the role is looked for: it is ours where it is as planned and has no policy yet.
// InputInvalid with "name", "trustPolicy", "policyName" or "permissions" for what can not be sent.
class RoleCreation {
public:
    RoleCreation();
    ~RoleCreation();
    RoleCreation(const RoleCreation&) = delete;
    RoleCreation& operator=(const RoleCreation&) = delete;

    CallOf<IamRole>* create(const std::shared_ptr<IamClient>& iam, const RolePlan& plan,
                            QObject* owner);

private:
    struct Memory;
    class Run;

    std::shared_ptr<Memory> m_memory;
};

} // namespace fuotadesk
