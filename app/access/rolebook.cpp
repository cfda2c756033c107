#include "access/rolebook.h"

#include "access/givenroles.h"
#include "access/managedpolicies.h"
#include "identity/sandboxroles.h"

#include <algorithm>
#include <utility>

namespace fuotadesk {

namespace {

QueryRefusal noEntity(const QString& message)
{
    return {404, "NoSuchEntity", message};
}

QueryRefusal limitExceeded(const QString& message)
{
    return {409, "LimitExceeded", message};
}

QueryRefusal quotaExceeded(const char* quota, qsizetype most)
{
    return limitExceeded(
        QStringLiteral("Cannot exceed quota for %1: %2").arg(QLatin1String(quota)).arg(most));
}

QueryRefusal noRole(const QString& name)
{
    return noEntity(QStringLiteral("The role with name %1 cannot be found.").arg(name));
}

// What counts: IAM leaves blanks out.
qsizetype charactersOf(const QByteArray& document)
{
    return std::ranges::count_if(QString::fromUtf8(document),
                                 [](QChar each) { return !each.isSpace(); });
}

qsizetype inlineCharacters(const HeldRole& role, const QString& butNot)
{
    qsizetype sum = 0;
    for (const auto& [name, document] : role.inlinePolicies)
        sum += name == butNot ? 0 : charactersOf(document);
    return sum;
}

std::optional<QueryRefusal> trustTooLong(const QByteArray& document)
{
    if (charactersOf(document) <= RoleBook::MostTrustCharacters)
        return {};
    return quotaExceeded("ACLSizePerRole", RoleBook::MostTrustCharacters);
}

} // namespace

QString HeldRole::arn() const
{
    return QStringLiteral("arn:aws:iam::%1:role%2%3").arg(people::Account, path, name);
}

RoleBook::RoleBook(const Clock& clock) : m_clock(clock)
{
    for (const HeldRole& role : givenRoles(clock.now()))
        m_roles.emplace(role.name.toLower(), role);
}

QList<HeldRole> RoleBook::below(const QString& path) const
{
    QList<HeldRole> roles;
    for (const auto& [name, role] : m_roles)
        if (role.path.startsWith(path))
            roles.append(role);
    return roles;
}

const HeldRole* RoleBook::find(const QString& name) const
{
    const auto found = m_roles.find(name.toLower());
    return found == m_roles.end() ? nullptr : &found->second;
}

const HeldRole* RoleBook::findArn(const QString& arn) const
{
    static const auto session =
        QStringLiteral("arn:aws:sts::%1:assumed-role/").arg(people::Account);
    if (arn.startsWith(session))
        return find(arn.section(u'/', 1, 1));
    const HeldRole* role = find(arn.section(u'/', -1));
    return role && role->arn() == arn ? role : nullptr;
}

QueryResult<HeldRole> RoleBook::get(const QString& name) const
{
    const HeldRole* role = find(name);
    if (!role)
        return refused(noRole(name));
    return *role;
}

QueryResult<HeldRole> RoleBook::add(HeldRole role)
{
    if (find(role.name))
        return refused({409, "EntityAlreadyExists",
                        QStringLiteral("Role with name %1 already exists.").arg(role.name)});
    if (m_roles.size() >= MostRoles)
        return refused(quotaExceeded("RolesPerAccount", qsizetype(MostRoles)));
    if (const auto wrong = trustTooLong(role.trustPolicy))
        return refused(*wrong);
    role.id = roleId(role.name);
    role.createdAt = m_clock.now();
    return m_roles.emplace(role.name.toLower(), role).first->second;
}

QueryResult<void> RoleBook::remove(const QString& name)
{
    const auto role = toChange(name);
    if (!role)
        return refused(role.error());
    const auto conflict = [](const char* what) {
        return refused(
            {409, "DeleteConflict",
             QStringLiteral("Cannot delete entity, must %1 first.").arg(QLatin1String(what))});
    };
    if (!(*role)->attachedPolicies.isEmpty())
        return conflict("detach all policies");
    if (!(*role)->inlinePolicies.empty())
        return conflict("delete policies");
    m_roles.erase(name.toLower());
    return {};
}

QueryResult<void> RoleBook::setTrust(const QString& name, const QByteArray& document)
{
    const auto role = toChange(name);
    if (!role)
        return refused(role.error());
    if (const auto wrong = trustTooLong(document))
        return refused(*wrong);
    (*role)->trustPolicy = document;
    return {};
}

QueryResult<void> RoleBook::putInline(const QString& name, const QString& policy,
                                      const QByteArray& document)
{
    const auto role = toChange(name);
    if (!role)
        return refused(role.error());
    if (inlineCharacters(**role, policy) + charactersOf(document) > MostInlineCharacters)
        return refused(limitExceeded(QStringLiteral("Maximum policy size of %1 bytes exceeded for "
                                                    "role %2")
                                         .arg(MostInlineCharacters)
                                         .arg((*role)->name)));
    (*role)->inlinePolicies.insert_or_assign(policy, document);
    return {};
}

QueryResult<void> RoleBook::removeInline(const QString& name, const QString& policy)
{
    const auto role = toChange(name);
    if (!role)
        return refused(role.error());
    if ((*role)->inlinePolicies.erase(policy) == 0)
        return refused(
            noEntity(QStringLiteral("The role policy with name %1 cannot be found.").arg(policy)));
    return {};
}

QueryResult<void> RoleBook::attach(const QString& name, const QString& policyArn)
{
    const auto role = toChange(name);
    if (!role)
        return refused(role.error());
    if (!managedPolicy(policyArn))
        return refused(noEntity(
            QStringLiteral("Policy %1 does not exist or is not attachable.").arg(policyArn)));
    QStringList& attached = (*role)->attachedPolicies;
    if (attached.contains(policyArn))
        return {};
    if (attached.size() >= MostAttached)
        return refused(quotaExceeded("PoliciesPerRole", MostAttached));
    attached.append(policyArn);
    return {};
}

QueryResult<void> RoleBook::detach(const QString& name, const QString& policyArn)
{
    const auto role = toChange(name);
    if (!role)
        return refused(role.error());
    if ((*role)->attachedPolicies.removeAll(policyArn) == 0)
        return refused(noEntity(QStringLiteral("Policy %1 was not found.").arg(policyArn)));
    return {};
}

int RoleBook::attachments(const QString& policyArn) const
{
    return int(std::ranges::count_if(m_roles, [&](const auto& each) {
        return each.second.attachedPolicies.contains(policyArn);
    }));
}

QueryResult<HeldRole*> RoleBook::toChange(const QString& name)
{
    const auto found = m_roles.find(name.toLower());
    if (found == m_roles.end())
        return refused(noRole(name));
    return &found->second;
}

} // namespace fuotadesk
