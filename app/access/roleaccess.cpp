#include "access/roleaccess.h"

#include "access/managedpolicies.h"
#include "identity/sandboxroles.h"

namespace fuotadesk {

namespace {

const auto AdministratorAccess = QStringLiteral("arn:aws:iam::aws:policy/AdministratorAccess");

void add(const QByteArray& text, QList<PolicyDocument>& documents)
{
    if (const auto document = parsePolicy(text))
        documents.append(*document);
}

void addManaged(const QString& arn, QList<PolicyDocument>& documents)
{
    if (const ManagedPolicy* policy = managedPolicy(arn))
        add(policy->document, documents);
}

} // namespace

QList<PolicyDocument> permissionsOf(const RoleBook& book, const QString& principalArn)
{
    QList<PolicyDocument> documents;
    if (principalArn == people::User)
        addManaged(AdministratorAccess, documents);
    if (const HeldRole* role = book.findArn(principalArn)) {
        for (const auto& [name, document] : role->inlinePolicies)
            add(document, documents);
        for (const QString& arn : role->attachedPolicies)
            addManaged(arn, documents);
    }
    return documents;
}

Verdict mayDo(const RoleBook& book, const QString& principalArn, const QString& action,
              const QString& resourceArn)
{
    return verdictOf(permissionsOf(book, principalArn), {action, resourceArn, {}, {}});
}

Verdict mayAssume(const HeldRole& role, const QString& service)
{
    QList<PolicyDocument> documents;
    add(role.trustPolicy, documents);
    return verdictOf(documents,
                     {QStringLiteral("sts:AssumeRole"),
                      {},
                      QStringLiteral("Service:") + service,
                      {{QStringLiteral("aws:sourceaccount"), {people::Account}}}});
}

} // namespace fuotadesk
