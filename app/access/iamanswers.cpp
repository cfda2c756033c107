#include "access/iamanswers.h"

#include "aws/timestamps.h"
#include "aws/uriencoding.h"
#include "identity/sandboxroles.h"

namespace fuotadesk {

namespace {

const auto Entry = QStringLiteral("member");
const auto True = QStringLiteral("true");
const auto Root = QStringLiteral("/");
// When AWS brought out its policies, and the sandbox its user.
const auto Beginning = QStringLiteral("2015-02-06T18:40:58Z");

XmlMember timeMember(const QDateTime& time)
{
    return {QStringLiteral("CreateDate"), QString::fromLatin1(iso8601Text(time))};
}

} // namespace

QString documentText(const QByteArray& document)
{
    return QString::fromLatin1(percentEncoded(document));
}

XmlMember listEntry(const QString& text)
{
    return {Entry, text};
}

XmlMember listEntry(const QList<XmlMember>& members)
{
    return {Entry, {}, members};
}

XmlMember roleMember(const QString& name, const HeldRole& role)
{
    XmlMember member{
        name,
        {},
        {{QStringLiteral("Path"), role.path},
         {QStringLiteral("RoleName"), role.name},
         {QStringLiteral("RoleId"), role.id},
         {QStringLiteral("Arn"), role.arn()},
         timeMember(role.createdAt),
         {QStringLiteral("AssumeRolePolicyDocument"), documentText(role.trustPolicy)},
         {QStringLiteral("MaxSessionDuration"), QString::number(role.longestSeconds)}}};
    if (!role.description.isEmpty())
        member.members.append({QStringLiteral("Description"), role.description});
    return member;
}

XmlMember userMember()
{
    return {QStringLiteral("User"),
            {},
            {{QStringLiteral("Path"), Root},
             {QStringLiteral("UserName"), people::User.section(u'/', -1)},
             {QStringLiteral("UserId"), userPrincipal().userId},
             {QStringLiteral("Arn"), people::User},
             {QStringLiteral("CreateDate"), Beginning}}};
}

XmlMember attachedMember(const ManagedPolicy& policy)
{
    return listEntry(
        {{QStringLiteral("PolicyName"), policy.name}, {QStringLiteral("PolicyArn"), policy.arn()}});
}

XmlMember policyMember(const ManagedPolicy& policy, int attachments)
{
    return {QStringLiteral("Policy"),
            {},
            {{QStringLiteral("PolicyName"), policy.name},
             {QStringLiteral("PolicyId"), policy.id},
             {QStringLiteral("Arn"), policy.arn()},
             {QStringLiteral("Path"), Root},
             {QStringLiteral("DefaultVersionId"), policy.version},
             {QStringLiteral("AttachmentCount"), QString::number(attachments)},
             {QStringLiteral("PermissionsBoundaryUsageCount"), QStringLiteral("0")},
             {QStringLiteral("IsAttachable"), True},
             {QStringLiteral("CreateDate"), Beginning},
             {QStringLiteral("UpdateDate"), Beginning}}};
}

XmlMember versionMember(const ManagedPolicy& policy)
{
    return {QStringLiteral("PolicyVersion"),
            {},
            {{QStringLiteral("Document"), documentText(policy.document)},
             {QStringLiteral("VersionId"), policy.version},
             {QStringLiteral("IsDefaultVersion"), True},
             {QStringLiteral("CreateDate"), Beginning}}};
}

} // namespace fuotadesk
