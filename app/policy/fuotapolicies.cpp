#include "policy/fuotapolicies.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace fuotadesk {

namespace {

QByteArray policyText(const QJsonArray& statements)
{
    return QJsonDocument(QJsonObject{{QStringLiteral("Version"), QStringLiteral("2012-10-17")},
                                     {QStringLiteral("Statement"), statements}})
        .toJson(QJsonDocument::Indented);
}

// What stands for itself in a resource: a key may have the wildcards' characters.
QString escaped(const QString& text)
{
    QString result;
    for (const QChar each : text) {
        const bool isSpecial = each == u'*' || each == u'?' || each == u'$';
        result += isSpecial ? QStringLiteral("${%1}").arg(each) : QString(each);
    }
    return result;
}

} // namespace

QByteArray fuotaTrustPolicy()
{
    const QJsonObject principal{{QStringLiteral("Service"), QLatin1String(FuotaService)}};
    return policyText({QJsonObject{{QStringLiteral("Effect"), QStringLiteral("Allow")},
                                   {QStringLiteral("Principal"), principal},
                                   {QStringLiteral("Action"), QStringLiteral("sts:AssumeRole")}}});
}

QByteArray imageReadPolicy(const QString& bucket, const QString& prefix, const QString& partition)
{
    const bool isFolder = prefix.isEmpty() || prefix.endsWith(u'/');
    const QString objects =
        objectArn(bucket, isFolder ? escaped(prefix) + u'*' : escaped(prefix), partition);
    return policyText({QJsonObject{
        {QStringLiteral("Effect"), QStringLiteral("Allow")},
        {QStringLiteral("Action"),
         QJsonArray{QStringLiteral("s3:ListBucketVersions"), QStringLiteral("s3:ListBucket"),
                    QStringLiteral("s3:GetObject")}},
        {QStringLiteral("Resource"), QJsonArray{objectArn(bucket, {}, partition), objects}}}});
}

QString objectArn(const QString& bucket, const QString& key, const QString& partition)
{
    const QString arn = QStringLiteral("arn:%1:s3:::%2").arg(partition, bucket);
    return key.isEmpty() ? arn : arn + u'/' + key;
}

QString partitionOfArn(const QString& arn)
{
    const QString partition = arn.section(u':', 1, 1);
    return arn.startsWith(u"arn:") && !partition.isEmpty() ? partition : QStringLiteral("aws");
}

QString roleNameOfArn(const QString& arn)
{
    const QString resource = arn.section(u':', 5);
    return arn.startsWith(u"arn:") && resource.startsWith(u"role/") ? resource.section(u'/', -1)
                                                                    : QString();
}

QString accountOfArn(const QString& arn)
{
    return arn.section(u':', 4, 4);
}

} // namespace fuotadesk
