#include "access/policycheck.h"

#include "policy/policydocument.h"

#include <algorithm>

namespace fuotadesk {

namespace {

using Wrong = std::optional<QueryRefusal>;

QueryRefusal malformed(const char* message)
{
    return {400, "MalformedPolicyDocument", QLatin1String(message)};
}

QueryRefusal unreadable(const Error& error)
{
    if (error.code.endsWith(u".Action"))
        return malformed("Policy statement must contain actions.");
    return malformed(error.code.isEmpty() ? "This policy contains invalid Json"
                                          : "Syntax errors in policy.");
}

Wrong wrongPermission(const PolicyStatement& statement)
{
    if (!statement.principals.isEmpty() || !statement.notPrincipals.isEmpty())
        return malformed("Policy document should not specify a principal.");
    if (statement.resources.isEmpty() && statement.notResources.isEmpty())
        return malformed("Policy statement must contain resources.");
    return {};
}

bool isOfSts(const QString& action)
{
    return action.startsWith(u"sts:", Qt::CaseInsensitive);
}

Wrong wrongTrustStatement(const PolicyStatement& statement)
{
    if (!statement.resources.isEmpty() || !statement.notResources.isEmpty())
        return malformed("Has prohibited field Resource");
    if (statement.principals.isEmpty() && statement.notPrincipals.isEmpty())
        return malformed("Missing required field Principal");
    if (statement.actions.isEmpty() || !std::ranges::all_of(statement.actions, isOfSts))
        return malformed("AssumeRole policy may only specify STS AssumeRole actions.");
    return {};
}

template <typename Check>
Wrong firstWrong(const QByteArray& text, Check check)
{
    const auto document = parsePolicy(text);
    if (!document)
        return unreadable(document.error());
    for (const PolicyStatement& statement : document->statements) {
        if (Wrong wrong = check(statement))
            return wrong;
    }
    return {};
}

} // namespace

Wrong wrongPermissions(const QByteArray& document)
{
    return firstWrong(document, wrongPermission);
}

Wrong wrongTrust(const QByteArray& document)
{
    return firstWrong(document, wrongTrustStatement);
}

} // namespace fuotadesk
