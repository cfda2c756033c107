#pragma once

#include <QList>
#include <QString>

namespace fuotadesk {

// A policy that AWS keeps for everybody; only the version that counts is there.
struct ManagedPolicy {
    QString name;
    QString id; // "ANPA…"
    QString version; // "v3"
    QByteArray document;

    QString arn() const; // "arn:aws:iam::aws:policy/name"
};

// Those the sandbox knows, in the order of their names.
// https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html
const QList<ManagedPolicy>& managedPolicies();
const ManagedPolicy* managedPolicy(const QString& arn); // null: there is none

} // namespace fuotadesk
