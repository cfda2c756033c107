#pragma once

#include "aws/iam/iamvalues.h"
#include "base/clock.h"
#include "identity/queryreply.h"

#include <QStringList>

#include <map>

namespace fuotadesk {

// A role as IAM keeps it. Documents are JSON that policycheck.h found good.
struct HeldRole {
    QString name;
    QString path = QStringLiteral("/");
    QString id; // "AROA…"
    QString description;
    QDateTime createdAt; // UTC
    int longestSeconds = 3600; // MaxSessionDuration
    QByteArray trustPolicy;
    std::map<QString, QByteArray> inlinePolicies; // by name
    QStringList attachedPolicies; // ARNs of managed policies, as they were attached

    QString arn() const;
    friend bool operator==(const HeldRole&, const HeldRole&) = default;
};

// The roles of the one account of the sandbox, in memory, with those of givenRoles() from the
// start. Names are told apart without their case, as IAM has it. Refusals are those of IAM:
// NoSuchEntity, EntityAlreadyExists, DeleteConflict, LimitExceeded. Not for several threads at
// once. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
class RoleBook {
public:
    static constexpr std::size_t MostRoles = 1000;
    static constexpr qsizetype MostAttached = 10;
    static constexpr qsizetype MostTrustCharacters = 2048; // without blanks, as below
    static constexpr qsizetype MostInlineCharacters = 10'240; // of all of a role together

    // clock outlives it.
    explicit RoleBook(const Clock& clock);

    // In the order of their names, those below a path ("/" for all).
    QList<HeldRole> below(const QString& path) const;
    const HeldRole* find(const QString& name) const; // null: there is none
    // Of a role, "arn:aws:iam::123456789012:role/path/name", or of a session of one,
    // "arn:aws:sts::123456789012:assumed-role/name/session".
    const HeldRole* findArn(const QString& arn) const;
    QueryResult<HeldRole> get(const QString& name) const;

    // Its id and time are made here.
    QueryResult<HeldRole> add(HeldRole role);
    QueryResult<void> remove(const QString& name);
    QueryResult<void> setTrust(const QString& name, const QByteArray& document);
    QueryResult<void> putInline(const QString& name, const QString& policy,
                                const QByteArray& document);
    QueryResult<void> removeInline(const QString& name, const QString& policy);
    QueryResult<void> attach(const QString& name, const QString& policyArn);
    QueryResult<void> detach(const QString& name, const QString& policyArn);
    int attachments(const QString& policyArn) const;

private:
    QueryResult<HeldRole*> toChange(const QString& name);

    const Clock& m_clock;
    std::map<QString, HeldRole> m_roles; // by name in lower case
};

} // namespace fuotadesk
