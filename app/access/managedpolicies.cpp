#include "access/managedpolicies.h"

#include <algorithm>

namespace fuotadesk {

QString ManagedPolicy::arn() const
{
    return QStringLiteral("arn:aws:iam::aws:policy/") + name;
}

const QList<ManagedPolicy>& managedPolicies()
{
    static const QList<ManagedPolicy> policies{
        {QStringLiteral("AWSIoTWirelessReadOnlyAccess"), QStringLiteral("ANPAZZZZZZZZZZZSANDB1"),
         QStringLiteral("v1"), R"({
    "Version": "2012-10-17",
    "Statement": [
        {
            "Effect": "Allow",
            "Action": ["iotwireless:List*", "iotwireless:Get*"],
            "Resource": "*"
        }
    ]
})"},
        {QStringLiteral("AdministratorAccess"), QStringLiteral("ANPAZZZZZZZZZZZSANDB2"),
         QStringLiteral("v1"), R"({
    "Version": "2012-10-17",
    "Statement": [
        {
            "Effect": "Allow",
            "Action": "*",
            "Resource": "*"
        }
    ]
})"},
        {QStringLiteral("AmazonS3ReadOnlyAccess"), QStringLiteral("ANPAZZZZZZZZZZZSANDB3"),
         QStringLiteral("v3"), R"({
    "Version": "2012-10-17",
    "Statement": [
        {
            "Effect": "Allow",
            "Action": [
                "s3:Get*",
                "s3:List*",
                "s3:Describe*",
                "s3-object-lambda:Get*",
                "s3-object-lambda:List*"
            ],
            "Resource": "*"
        }
    ]
})"},
    };
    return policies;
}

const ManagedPolicy* managedPolicy(const QString& arn)
{
    const QList<ManagedPolicy>& policies = managedPolicies();
    const auto found = std::ranges::find(policies, arn, &ManagedPolicy::arn);
    return found == policies.end() ? nullptr : &*found;
}

} // namespace fuotadesk
