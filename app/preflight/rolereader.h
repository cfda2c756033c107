#pragma once

#include "aws/iam/iamvalues.h"
#include "base/call.h"
#include "fuota/imagelocation.h"
#include "policy/verdict.h"

#include <QStringList>

#include <memory>

namespace fuotadesk {

class IamClient;

// What is known of a role and one image. trust and read are the best that could be found out: read
// is of s3:GetObject on this very object, asked of IAM's simulation (isSimulated) or else read out
// of the policies. What could not be read is named; then NotAllowed is not sure.
struct RoleReading {
    std::optional<IamRole> role; // nothing: it could not be read, roleError says why
    std::optional<Error> roleError; // NotFound, AccessDenied, …
    Verdict trust = Verdict::NotAllowed;
    std::optional<Error> trustError; // the trust policy is no policy
    std::optional<Verdict> read; // nothing: neither simulated nor read, readError says why
    std::optional<Error> readError;
    bool isSimulated = false;
    QList<IamPolicy> policies; // those that were read
    // Names or ARNs of the others; where a list was refused, its call ("ListRolePolicies").
    QStringList unreadPolicies;
};

// Reads a role as far as it may be read; a refused call leaves the others. roleArn may be of
// another account: then only roleError is set (Refused, code "other-account"), and so it is where
// it is no role's (InputInvalid, "role").
class RoleReader {
public:
    enum class Policies {
        WhenNeeded, // where the simulation is refused
        Always,
    };

    // account: of the caller; empty where it is not known. Without an image it
    // is not asked what the role may read.
    CallOf<RoleReading>* read(const std::shared_ptr<IamClient>& iam, const QString& roleArn,
                              const QString& account, const ImageLocation& image, QObject* owner,
                              Policies policies = Policies::WhenNeeded);
};

} // namespace fuotadesk
