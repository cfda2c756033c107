#include "access/givenroles.h"

#include "access/managedpolicies.h"
#include "identity/sandboxroles.h"
#include "policy/fuotapolicies.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

namespace fuotadesk {

namespace {

constexpr int OthersOfEach = 25;
const auto AdministratorAccess = QStringLiteral("arn:aws:iam::aws:policy/AdministratorAccess");
const auto ReadS3 = QStringLiteral("arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess");
const auto FirmwareBucket = QStringLiteral("firmware-bucket");
const auto ReadPolicy = QStringLiteral("read-firmware");

QByteArray documentOf(const QJsonObject& statement)
{
    return QJsonDocument(QJsonObject{{QStringLiteral("Version"), QStringLiteral("2012-10-17")},
                                     {QStringLiteral("Statement"), QJsonArray{statement}}})
        .toJson(QJsonDocument::Indented);
}

QByteArray trustOf(const char* kind, const QString& principal, const QString& action,
                   const QJsonObject& condition = {})
{
    QJsonObject statement{
        {QStringLiteral("Effect"), QStringLiteral("Allow")},
        {QStringLiteral("Principal"), QJsonObject{{QLatin1String(kind), principal}}},
        {QStringLiteral("Action"), action}};
    if (!condition.isEmpty())
        statement.insert(QStringLiteral("Condition"), condition);
    return documentOf(statement);
}

QByteArray trustOfService(const char* service)
{
    return trustOf("Service", QLatin1String(service), QStringLiteral("sts:AssumeRole"));
}

QByteArray trustOfPeople(const QJsonObject& condition)
{
    return trustOf("AWS", QStringLiteral("arn:aws:iam::%1:root").arg(people::Account),
                   QStringLiteral("sts:AssumeRole"), condition);
}

QByteArray trustOfPeople(RoleCondition condition)
{
    const auto one = [](const char* test, const char* key, const QString& value) {
        return trustOfPeople(
            QJsonObject{{QLatin1String(test), QJsonObject{{QLatin1String(key), value}}}});
    };
    switch (condition) {
    case RoleCondition::Mfa:
        return one("Bool", "aws:MultiFactorAuthPresent", QStringLiteral("true"));
    case RoleCondition::ExternalId:
        return one("StringEquals", "sts:ExternalId", people::ExternalId);
    case RoleCondition::WebIdentity:
        return trustOf(
            "Federated",
            QStringLiteral("arn:aws:iam::%1:oidc-provider/sandbox.invalid").arg(people::Account),
            QStringLiteral("sts:AssumeRoleWithWebIdentity"));
    case RoleCondition::None:
        break;
    }
    return trustOfPeople(QJsonObject());
}

HeldRole roleOf(const QString& name, const QString& description, const QByteArray& trust)
{
    HeldRole role;
    role.name = name;
    role.description = description;
    role.trustPolicy = trust;
    return role;
}

HeldRole reader(const char* name, const char* description, const QString& bucket)
{
    HeldRole role = roleOf(QLatin1String(name), QLatin1String(description), fuotaTrustPolicy());
    role.inlinePolicies.emplace(ReadPolicy, imageReadPolicy(bucket, {}, QStringLiteral("aws")));
    return role;
}

QList<HeldRole> rolesOfPeople()
{
    QList<HeldRole> roles;
    for (const SandboxRole& each : sandboxRoles()) {
        roles.append(roleOf(each.name, QStringLiteral("People sign in with it"),
                            trustOfPeople(each.condition)));
        roles.last().longestSeconds = each.longestSeconds;
    }
    for (const QString& each : people::SsoRoles) {
        roles.append(roleOf(
            ssoRoleName(each), QString(),
            trustOf("Federated",
                    QStringLiteral(
                        "arn:aws:iam::%1:saml-provider/AWSSSO_0123456789abcdef_DO_NOT_DELETE")
                        .arg(people::Account),
                    QStringLiteral("sts:AssumeRoleWithSAML"))));
        roles.last().path = QStringLiteral("/aws-reserved/sso.amazonaws.com/eu-west-1/");
        roles.last().longestSeconds = 12 * 3600;
    }
    for (HeldRole& role : roles)
        role.attachedPolicies.append(AdministratorAccess);
    return roles;
}

QList<HeldRole> rolesOfFuota()
{
    HeldRole console = roleOf(QStringLiteral("fuota-console"),
                              QStringLiteral("Made by the console"), fuotaTrustPolicy());
    console.path = QStringLiteral("/service-role/");
    console.attachedPolicies.append(ReadS3);

    HeldRole noTrust = reader("fuota-no-trust", "Trusts EC2 alone", FirmwareBucket);
    noTrust.trustPolicy = trustOfService("ec2.amazonaws.com");

    HeldRole denied = reader("fuota-denied", "Is denied the folder meters", FirmwareBucket);
    denied.inlinePolicies.emplace(
        QStringLiteral("deny-meters"),
        documentOf(
            {{QStringLiteral("Effect"), QStringLiteral("Deny")},
             {QStringLiteral("Action"), QStringLiteral("s3:GetObject")},
             {QStringLiteral("Resource"),
              objectArn(FirmwareBucket, QStringLiteral("meters/*"), QStringLiteral("aws"))}}));
    return {reader("sandbox-firmware-reader", "Reads the images of sandbox-bucket",
                   QStringLiteral("sandbox-bucket")),
            reader("fuota-firmware-reader", "Reads the images of firmware-bucket", FirmwareBucket),
            console,
            noTrust,
            roleOf(QStringLiteral("fuota-no-permission"), QStringLiteral("Has no policies"),
                   fuotaTrustPolicy()),
            denied};
}

QList<HeldRole> rolesOfOthers()
{
    struct Kind {
        const char* name;
        const char* service;
    };
    static constexpr std::array kinds{Kind{"batch-worker", "ecs-tasks.amazonaws.com"},
                                      Kind{"ingest-function", "lambda.amazonaws.com"},
                                      Kind{"telemetry-rule", "iot.amazonaws.com"},
                                      Kind{"web-server", "ec2.amazonaws.com"}};
    QList<HeldRole> roles;
    for (const Kind& kind : kinds)
        for (int number = 1; number <= OthersOfEach; ++number)
            roles.append(roleOf(QStringLiteral("%1-%2")
                                    .arg(QLatin1String(kind.name))
                                    .arg(number, 2, 10, QLatin1Char('0')),
                                QString(), trustOfService(kind.service)));
    return roles;
}

} // namespace

QList<HeldRole> givenRoles(const QDateTime& createdAt)
{
    QList<HeldRole> roles = rolesOfPeople() + rolesOfFuota() + rolesOfOthers();
    for (HeldRole& role : roles) {
        role.id = roleId(role.name);
        role.createdAt = createdAt;
    }
    return roles;
}

} // namespace fuotadesk
