#include "text/rolecommand.h"

#include <QJsonDocument>

namespace fuotadesk {

namespace {

QString shellQuoted(const QString& text)
{
    QString quoted = text;
    quoted.replace(u'\'', QStringLiteral("'\\''"));
    return u'\'' + quoted + u'\'';
}

// A value that begins with a dash would be taken for another option.
QString option(const QString& name, const QString& value)
{
    const QChar between = value.startsWith(u'-') ? u'=' : u' ';
    return QStringLiteral(" --") + name + between + shellQuoted(value);
}

// In one line where that is possible; what is no JSON goes as it is.
QString document(const QByteArray& json)
{
    const QJsonDocument parsed = QJsonDocument::fromJson(json);
    return QString::fromUtf8(parsed.isNull() ? json : parsed.toJson(QJsonDocument::Compact));
}

} // namespace

QString roleCommands(const RolePlan& plan)
{
    QString create = QStringLiteral("aws iam create-role");
    create += option(QStringLiteral("role-name"), plan.name);
    if (!plan.description.isEmpty())
        create += option(QStringLiteral("description"), plan.description);
    create += option(QStringLiteral("assume-role-policy-document"), document(plan.trustPolicy));
    QString permit = QStringLiteral("aws iam put-role-policy");
    permit += option(QStringLiteral("role-name"), plan.name);
    permit += option(QStringLiteral("policy-name"), plan.policyName);
    permit += option(QStringLiteral("policy-document"), document(plan.permissions));
    return create + QStringLiteral(" &&\n") + permit + u'\n';
}

} // namespace fuotadesk
