#pragma once

#include "base/result.h"
#include "policy/verdict.h"

#include <QList>
#include <QMap>
#include <QStringList>

namespace fuotadesk {

// One operator of a condition with one key: {"StringEquals": {"aws:SourceAccount": ["1"]}}.
struct PolicyCondition {
    QString test; // as it is spelled: "ForAllValues:StringLike", "StringEqualsIfExists"
    QString key;
    QStringList values;

    friend bool operator==(const PolicyCondition&, const PolicyCondition&) = default;
};

// One statement. Of each pair of lists at most one has anything in it; principals are "AWS:arn…",
// "Service:name", "*".
struct PolicyStatement {
    QString sid;
    bool allows = false; // else denies
    QStringList actions;
    QStringList notActions;
    QStringList resources;
    QStringList notResources;
    QStringList principals;
    QStringList notPrincipals;
    QList<PolicyCondition> conditions;

    friend bool operator==(const PolicyStatement&, const PolicyStatement&) = default;
};

struct PolicyDocument {
    QString version;
    QList<PolicyStatement> statements;

    friend bool operator==(const PolicyDocument&, const PolicyDocument&) = default;
};

// The version of the language that has policy variables.
inline constexpr auto NewestPolicyVersion = "2012-10-17";
inline constexpr qsizetype LargestPolicyBytes = qsizetype(1) << 20;

// Error: FileMalformed, code = the member that is missing or wrong ("Statement[3].Effect"), empty
// for what is no JSON object; FileTooLarge.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
Result<PolicyDocument> parsePolicy(const QByteArray& json);

// What is asked of policies. context: the condition keys that are known ("aws:SourceAccount"), by
// their names in lower case, without a value where it is known that the request has none. A
// condition on another key can not be judged, unless it is Null or …IfExists: then it is absent.
struct AccessQuestion {
    QString action; // "s3:GetObject"
    QString resource; // "arn:aws:s3:::bucket/key"; empty in trust policies
    QString principal; // "Service:iotwireless.amazonaws.com"; empty in identity policies
    QMap<QString, QStringList> context;
};

// A denial in any of the documents counts before everything else, as IAM has it.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
Verdict verdictOf(const QList<PolicyDocument>& documents, const AccessQuestion& question);

} // namespace fuotadesk
