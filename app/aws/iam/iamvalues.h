#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>

namespace fuotadesk {

struct IamRole {
    QString name;
    QString arn;
    QString description;
    QDateTime createdAt; // UTC
    QByteArray trustPolicy; // JSON, decoded; may be no policy we can read

    friend bool operator==(const IamRole&, const IamRole&) = default;
};

// A policy of a role: inline, or attached by its ARN.
struct IamPolicy {
    QString name;
    QString arn; // empty: inline
    QByteArray document; // JSON, decoded

    friend bool operator==(const IamPolicy&, const IamPolicy&) = default;
};

// What SimulatePrincipalPolicy says of one action.
enum class SimulatedDecision { Allowed, ExplicitDeny, ImplicitDeny };

} // namespace fuotadesk
