#pragma once

#include "identity/queryreply.h"

#include <optional>

namespace fuotadesk {

// Whether IAM takes a document, as the permissions of a role or as what it trusts. Nothing: it
// does; else MalformedPolicyDocument in IAM's words.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
std::optional<QueryRefusal> wrongPermissions(const QByteArray& document);
std::optional<QueryRefusal> wrongTrust(const QByteArray& document);

} // namespace fuotadesk
