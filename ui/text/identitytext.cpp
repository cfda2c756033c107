#include "text/identitytext.h"

#include <QCoreApplication>
#include <QStringList>

namespace fuotadesk {

namespace {

struct IdentityText {
    Q_DECLARE_TR_FUNCTIONS(IdentityText)
};

QString sourceText(ProfileSource source)
{
    switch (source) {
    case ProfileSource::Keys:
        return IdentityText::tr("access key of the AWS files");
    case ProfileSource::Environment:
        return IdentityText::tr("keys of the environment");
    case ProfileSource::WebIdentity:
        return IdentityText::tr("web identity");
    case ProfileSource::Sso:
        return IdentityText::tr("IAM Identity Center");
    case ProfileSource::Login:
        return IdentityText::tr("aws login");
    case ProfileSource::Process:
        return IdentityText::tr("credential process");
    }
    return {};
}

QString roleName(const QString& arn)
{
    return arn.section(u'/', -1);
}

// IAM Identity Center makes a role of each permission set: "AWSReservedSSO_NAME_0123456789abcdef".
QString assumedRole(const QString& name)
{
    const auto reserved = QStringLiteral("AWSReservedSSO_");
    return name.startsWith(reserved) ? name.mid(reserved.size()).section(u'_', 0, -2) : name;
}

} // namespace

// "arn:aws:sts::123456789012:assumed-role/NAME/SESSION", "arn:aws:iam::123456789012:user/PATH/NAME"
QString identityText(const CallerIdentity& identity)
{
    const QString resource = identity.arn.section(u':', 5);
    QString who = resource;
    if (resource.startsWith(u"assumed-role/"))
        who = IdentityText::tr("role %1").arg(assumedRole(resource.section(u'/', 1, 1)));
    else if (resource.startsWith(u"user/"))
        who = IdentityText::tr("user %1").arg(resource.section(u'/', -1));
    else if (resource == u"root")
        who = IdentityText::tr("root user");
    return IdentityText::tr("%1 · %2", "account, who").arg(identity.account, who);
}

QString profileText(const ProfileEntry& profile)
{
    QStringList parts{sourceText(profile.source)};
    if (!profile.roleArn.isEmpty())
        parts << IdentityText::tr("role %1").arg(roleName(profile.roleArn));
    if (profile.asksForCode)
        parts << IdentityText::tr("asks for a code");
    if (!profile.accountId.isEmpty())
        parts << IdentityText::tr("account %1").arg(profile.accountId);
    return parts.join(QStringLiteral(", "));
}

} // namespace fuotadesk
