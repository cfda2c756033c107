#include "access/iamserver.h"

#include "access/iamanswers.h"
#include "access/iampages.h"
#include "access/iamparameters.h"
#include "access/policycheck.h"
#include "access/roleaccess.h"
#include "access/simulation.h"
#include "identity/sandboxroles.h"

#include <QHash>

namespace fuotadesk {

namespace {

const auto Namespace = QStringLiteral("https://iam.amazonaws.com/doc/2010-05-08/");

QueryRefusal noEntity(const QString& message)
{
    return {404, "NoSuchEntity", message};
}

QueryRefusal unknownOperation(const FormFields& fields)
{
    const QString version = textField(fields, "Version").left(64);
    return {400, "InvalidAction",
            QStringLiteral("Could not find operation %1 for version %2")
                .arg(textField(fields, "Action").left(64),
                     version.isEmpty() ? QStringLiteral("NO_VERSION_SPECIFIED") : version)};
}

QueryRefusal notAuthorized(const Principal& asker, const QString& action, const QString& resource,
                           Verdict verdict)
{
    const QString why = verdict == Verdict::Denied
        ? QStringLiteral("with an explicit deny in an identity-based policy")
        : QStringLiteral("because no identity-based policy allows the %1 action").arg(action);
    return {403, "AccessDenied",
            QStringLiteral("User: %1 is not authorized to perform: %2 on resource: %3 %4")
                .arg(asker.arn, action, resource, why)};
}

// The answer of an operation that has nothing to tell.
QueryResult<QList<XmlMember>> nothing()
{
    return QList<XmlMember>();
}

QByteArray documentField(const FormFields& fields, const char* name)
{
    return textField(fields, name).toUtf8();
}

} // namespace

bool IamServer::isOperation(const QString& name)
{
    return operation(
               {{QStringLiteral("Action"), name}, {QStringLiteral("Version"), Version.toString()}})
        != nullptr;
}

QString IamServer::operationOf(const IdentityCall& call)
{
    const FormFields fields = formFields(call.body);
    return operation(fields) ? textField(fields, "Action") : QString();
}

HttpResponse IamServer::answer(const IdentityCall& call, const Principal& asker)
{
    const FormFields fields = formFields(call.body);
    const Members members = perform(fields, asker);
    return members ? queryReply(Namespace, textField(fields, "Action"), *members, call.requestId)
                   : refusal(members.error(), call.requestId);
}

HttpResponse IamServer::refusal(const QueryRefusal& refusal, const QString& requestId)
{
    return queryReply(Namespace, refusal, requestId);
}

IamServer::Operation IamServer::operation(const FormFields& fields)
{
    static const QHash<QString, Operation> operations{
        {QStringLiteral("AttachRolePolicy"), &IamServer::attachRolePolicy},
        {QStringLiteral("CreateRole"), &IamServer::createRole},
        {QStringLiteral("DeleteRole"), &IamServer::deleteRole},
        {QStringLiteral("DeleteRolePolicy"), &IamServer::deleteRolePolicy},
        {QStringLiteral("DetachRolePolicy"), &IamServer::detachRolePolicy},
        {QStringLiteral("GetPolicy"), &IamServer::getPolicy},
        {QStringLiteral("GetPolicyVersion"), &IamServer::getPolicyVersion},
        {QStringLiteral("GetRole"), &IamServer::getRole},
        {QStringLiteral("GetRolePolicy"), &IamServer::getRolePolicy},
        {QStringLiteral("GetUser"), &IamServer::getUser},
        {QStringLiteral("ListAttachedRolePolicies"), &IamServer::listAttachedRolePolicies},
        {QStringLiteral("ListRolePolicies"), &IamServer::listRolePolicies},
        {QStringLiteral("ListRoles"), &IamServer::listRoles},
        {QStringLiteral("PutRolePolicy"), &IamServer::putRolePolicy},
        {QStringLiteral("SimulatePrincipalPolicy"), &IamServer::simulatePrincipalPolicy},
        {QStringLiteral("UpdateAssumeRolePolicy"), &IamServer::updateAssumeRolePolicy},
    };
    if (textField(fields, "Version") != Version)
        return nullptr;
    return operations.value(textField(fields, "Action"), nullptr);
}

IamServer::Members IamServer::perform(const FormFields& fields, const Principal& asker)
{
    const Operation run = operation(fields);
    if (!run)
        return refused(unknownOperation(fields));
    const QString name = textField(fields, "Action");
    if (const auto wrong = wrongIamParameters(name, fields))
        return refused(*wrong);
    const QString action = QStringLiteral("iam:") + name;
    const QString resource = resourceOf(fields);
    const Verdict verdict = mayDo(m_book, asker.arn, action, resource);
    if (verdict != Verdict::Allowed)
        return refused(notAuthorized(asker, action, resource, verdict));
    return (this->*run)(fields);
}

QString IamServer::resourceOf(const FormFields& fields) const
{
    for (const char* name : {"PolicySourceArn", "PolicyArn"})
        if (fields.contains(QLatin1String(name)) && !fields.contains(QStringLiteral("RoleName")))
            return textField(fields, name);
    if (textField(fields, "Action") == u"GetUser")
        return people::User;
    const QString role = textField(fields, "RoleName");
    if (const HeldRole* held = m_book.find(role))
        return held->arn();
    HeldRole made;
    made.name = role;
    made.path = fields.value(QStringLiteral("Path"), made.path);
    return made.arn();
}

IamServer::Members IamServer::listRoles(const FormFields& fields)
{
    QList<KeyedMember> entries;
    const auto path = fields.value(QStringLiteral("PathPrefix"), QStringLiteral("/"));
    for (const HeldRole& role : m_book.below(path))
        entries.append({role.name.toLower(), roleMember(QStringLiteral("member"), role)});
    return pageOf(QStringLiteral("Roles"), entries, fields);
}

IamServer::Members IamServer::getRole(const FormFields& fields)
{
    return m_book.get(textField(fields, "RoleName")).map([](const HeldRole& role) {
        return QList<XmlMember>{roleMember(QStringLiteral("Role"), role)};
    });
}

IamServer::Members IamServer::createRole(const FormFields& fields)
{
    HeldRole role;
    role.name = textField(fields, "RoleName");
    role.path = fields.value(QStringLiteral("Path"), role.path);
    role.description = textField(fields, "Description");
    role.trustPolicy = documentField(fields, "AssumeRolePolicyDocument");
    if (const QString seconds = textField(fields, "MaxSessionDuration"); !seconds.isEmpty())
        role.longestSeconds = seconds.toInt();
    if (const auto wrong = wrongTrust(role.trustPolicy))
        return refused(*wrong);
    return m_book.add(role).map([](const HeldRole& made) {
        return QList<XmlMember>{roleMember(QStringLiteral("Role"), made)};
    });
}

IamServer::Members IamServer::deleteRole(const FormFields& fields)
{
    return m_book.remove(textField(fields, "RoleName")).and_then(nothing);
}

IamServer::Members IamServer::updateAssumeRolePolicy(const FormFields& fields)
{
    const QByteArray document = documentField(fields, "PolicyDocument");
    if (const auto wrong = wrongTrust(document))
        return refused(*wrong);
    return m_book.setTrust(textField(fields, "RoleName"), document).and_then(nothing);
}

IamServer::Members IamServer::listRolePolicies(const FormFields& fields)
{
    return m_book.get(textField(fields, "RoleName")).and_then([&](const HeldRole& role) {
        QList<KeyedMember> entries;
        for (const auto& [name, document] : role.inlinePolicies)
            entries.append({name, listEntry(name)});
        return pageOf(QStringLiteral("PolicyNames"), entries, fields);
    });
}

IamServer::Members IamServer::getRolePolicy(const FormFields& fields)
{
    const QString policy = textField(fields, "PolicyName");
    return m_book.get(textField(fields, "RoleName")).and_then([&](const HeldRole& role) -> Members {
        const auto found = role.inlinePolicies.find(policy);
        if (found == role.inlinePolicies.end())
            return refused(noEntity(
                QStringLiteral("The role policy with name %1 cannot be found.").arg(policy)));
        return QList<XmlMember>{{QStringLiteral("RoleName"), role.name},
                                {QStringLiteral("PolicyName"), policy},
                                {QStringLiteral("PolicyDocument"), documentText(found->second)}};
    });
}

IamServer::Members IamServer::putRolePolicy(const FormFields& fields)
{
    const QByteArray document = documentField(fields, "PolicyDocument");
    if (const auto wrong = wrongPermissions(document))
        return refused(*wrong);
    return m_book
        .putInline(textField(fields, "RoleName"), textField(fields, "PolicyName"), document)
        .and_then(nothing);
}

IamServer::Members IamServer::deleteRolePolicy(const FormFields& fields)
{
    return m_book.removeInline(textField(fields, "RoleName"), textField(fields, "PolicyName"))
        .and_then(nothing);
}

IamServer::Members IamServer::listAttachedRolePolicies(const FormFields& fields)
{
    return m_book.get(textField(fields, "RoleName")).and_then([&](const HeldRole& role) {
        QList<KeyedMember> entries;
        for (const ManagedPolicy& policy : managedPolicies())
            if (role.attachedPolicies.contains(policy.arn()))
                entries.append({policy.name, attachedMember(policy)});
        return pageOf(QStringLiteral("AttachedPolicies"), entries, fields);
    });
}

IamServer::Members IamServer::attachRolePolicy(const FormFields& fields)
{
    return m_book.attach(textField(fields, "RoleName"), textField(fields, "PolicyArn"))
        .and_then(nothing);
}

IamServer::Members IamServer::detachRolePolicy(const FormFields& fields)
{
    return m_book.detach(textField(fields, "RoleName"), textField(fields, "PolicyArn"))
        .and_then(nothing);
}

IamServer::Members IamServer::getPolicy(const FormFields& fields)
{
    const QString arn = textField(fields, "PolicyArn");
    const ManagedPolicy* policy = managedPolicy(arn);
    if (!policy)
        return refused(noEntity(QStringLiteral("Policy %1 was not found.").arg(arn)));
    return QList<XmlMember>{policyMember(*policy, m_book.attachments(arn))};
}

IamServer::Members IamServer::getPolicyVersion(const FormFields& fields)
{
    const QString arn = textField(fields, "PolicyArn");
    const QString version = textField(fields, "VersionId");
    const ManagedPolicy* policy = managedPolicy(arn);
    if (!policy || policy->version != version)
        return refused(
            noEntity(QStringLiteral("Policy %1 version %2 does not exist or is not attachable.")
                         .arg(arn, version)));
    return QList<XmlMember>{versionMember(*policy)};
}

IamServer::Members IamServer::simulatePrincipalPolicy(const FormFields& fields)
{
    return simulated(m_book, fields);
}

IamServer::Members IamServer::getUser(const FormFields& fields)
{
    const QString own = people::User.section(u'/', -1);
    const QString name = fields.value(QStringLiteral("UserName"), own);
    if (name != own)
        return refused(
            noEntity(QStringLiteral("The user with name %1 cannot be found.").arg(name)));
    return QList<XmlMember>{userMember()};
}

} // namespace fuotadesk
