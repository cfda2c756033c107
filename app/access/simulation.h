#pragma once

#include "access/iampages.h"
#include "access/rolebook.h"

namespace fuotadesk {

// SimulatePrincipalPolicy: what the permissions of a role, or of the user, come to for each action
// and each resource of the request, one after the other, with the policies and the condition keys
// the request brings along. A condition that can not be judged is not met. At most 1 000 results.
// https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulatePrincipalPolicy.html
QueryResult<QList<XmlMember>> simulated(const RoleBook& book, const FormFields& request);

} // namespace fuotadesk
