#pragma once

#include "policy/verdict.h"
#include "preflight/checkrow.h"
#include "preflight/rolereader.h"

namespace fuotadesk {

// What is known of a role and of the image it has to read, for people. AWS IoT Wireless assumes
// the role, so its trust policy has to name that service.
QString trustWord(std::optional<Verdict> trust); // "Trusts AWS IoT Wireless", for a table
QString trustSentence(const RoleReading& reading);
// Whether the role may read the image (s3://…), and how that is known.
QString readSentence(const RoleReading& reading, const QString& image);

// Of policies that could not be read; a name may be that of the call that would list some.
QString policyNamesText(QStringList names);

// For the picture beside them.
CheckOutcome trustOutcome(std::optional<Verdict> trust);
CheckOutcome trustOutcome(const RoleReading& reading);
CheckOutcome readOutcome(const RoleReading& reading);

} // namespace fuotadesk
