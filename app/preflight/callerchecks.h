#pragma once

#include "aws/iam/iamvalues.h"
#include "base/result.h"
#include "campaign/whoami.h"
#include "fuota/campaigndraft.h"
#include "preflight/checkrow.h"

namespace fuotadesk {

// Who calls, as IAM simulates it. An assumed role's ARN tells its name, not its path.
enum class CallerKind { Unknown, Root, User, Role, Other };
struct Caller {
    CallerKind kind = CallerKind::Unknown;
    QString principalArn; // of User and Role
    QString roleName; // of Role

    friend bool operator==(const Caller&, const Caller&) = default;
};
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
Caller callerOf(const QString& arn);

// Of somebody who is signed in. identityError: STS did not tell who.
CheckRow credentialsRow(const std::optional<CallerIdentity>& identity,
                        const std::optional<Error>& identityError, const QString& region);
// Whether the caller may hand the role over; decision: of iam:PassRole, Running without it.
CheckRow passRoleRow(const CampaignDraft& draft, const Caller& caller,
                     const std::optional<Result<SimulatedDecision>>& decision);

} // namespace fuotadesk
