#include "preflight/rolechecks.h"

#include "policy/fuotapolicies.h"
#include "policy/policydocument.h"
#include "preflight/checkrows.h"

namespace fuotadesk {

namespace {

using enum CheckSubject;

constexpr auto GetRole = "iam:GetRole";
constexpr auto Simulate = "iam:SimulatePrincipalPolicy";

CheckRow noRoleRow(const CampaignDraft& draft)
{
    if (hasVariable(draft.task.firmwareUpdateRole))
        return unknownRow(RoleThere, "open-variables");
    if (draft.task.firmwareUpdateRole.isEmpty())
        return failedRow(RoleThere, "role-unset", CheckPlace::ChooseRole);
    CheckRow row = failedRow(RoleThere, "role-not-arn", CheckPlace::Field);
    row.field = Field::FirmwareUpdateRole;
    return row;
}

CheckRow unreadRoleRow(const Error& error, const QString& arn)
{
    if (error.kind == ErrorKind::NotFound)
        return failedRow(RoleThere, "role-missing", CheckPlace::ChooseRole);
    if (error.code == u"other-account") {
        CheckRow row = warningRow(RoleThere, "other-account", CheckPlace::ChooseRole);
        row.names = QStringList{accountOfArn(arn)};
        return row;
    }
    return unansweredRow(RoleThere, error, GetRole);
}

CheckRow trustRow(const RoleReading& reading)
{
    if (reading.trustError) {
        CheckRow row = unknownRow(RoleTrust, "trust-unreadable");
        row.error = reading.trustError;
        return row;
    }
    switch (reading.trust) {
    case Verdict::Allowed:
        return passedRow(RoleTrust, "trusted");
    case Verdict::Depends:
        return warningRow(RoleTrust, "depends-on-conditions");
    case Verdict::Denied:
        return failedRow(RoleTrust, "trust-denied", CheckPlace::ChooseRole);
    case Verdict::NotAllowed:
        break;
    }
    return failedRow(RoleTrust, "not-trusted", CheckPlace::ChooseRole);
}

CheckRow unreadPoliciesRow(CheckSubject subject, const QStringList& policies)
{
    CheckRow row = unknownRow(subject, "policies-unread");
    setNames(row, policies);
    return row;
}

CheckRow permissionRow(const RoleReading& reading)
{
    if (!reading.read)
        return reading.readError ? unansweredRow(RolePermission, *reading.readError, Simulate)
                                 : unreadPoliciesRow(RolePermission, reading.unreadPolicies);
    const bool isCertain = reading.isSimulated || reading.unreadPolicies.isEmpty();
    switch (*reading.read) {
    case Verdict::Denied:
        return failedRow(RolePermission, "denied", CheckPlace::ChooseRole);
    case Verdict::Depends:
        return warningRow(RolePermission, "depends-on-conditions");
    case Verdict::Allowed:
        if (isCertain)
            return passedRow(RolePermission,
                             reading.isSimulated ? "allowed" : "allowed-by-reading");
        break;
    case Verdict::NotAllowed:
        if (isCertain)
            return failedRow(RolePermission, "not-permitted", CheckPlace::CreateRole);
        break;
    }
    return unreadPoliciesRow(RolePermission, reading.unreadPolicies);
}

// What the policies that could be read say of the key; the key's own policy is not among them.
CheckRow keyByReading(const RoleReading& reading, const QString& keyArn, const Error& error)
{
    QList<PolicyDocument> documents;
    for (const IamPolicy& policy : reading.policies)
        if (auto document = parsePolicy(policy.document))
            documents.append(*document);
    if (documents.isEmpty())
        return unansweredRow(RoleKey, error, Simulate);
    switch (verdictOf(documents, {QStringLiteral("kms:Decrypt"), keyArn, {}, {}})) {
    case Verdict::Allowed:
        return reading.unreadPolicies.isEmpty()
            ? passedRow(RoleKey, "allowed-by-reading")
            : unreadPoliciesRow(RoleKey, reading.unreadPolicies);
    case Verdict::Denied:
        return warningRow(RoleKey, "key-denied", CheckPlace::ChooseRole);
    case Verdict::Depends:
        return warningRow(RoleKey, "depends-on-conditions");
    case Verdict::NotAllowed:
        break;
    }
    return reading.unreadPolicies.isEmpty()
        ? warningRow(RoleKey, "key-not-permitted", CheckPlace::ChooseRole)
        : unreadPoliciesRow(RoleKey, reading.unreadPolicies);
}

CheckRow keyDecisionRow(SimulatedDecision decision)
{
    switch (decision) {
    case SimulatedDecision::Allowed:
        return passedRow(RoleKey, "allowed");
    case SimulatedDecision::ExplicitDeny:
        return warningRow(RoleKey, "key-denied", CheckPlace::ChooseRole);
    case SimulatedDecision::ImplicitDeny:
        break;
    }
    return warningRow(RoleKey, "key-not-permitted", CheckPlace::ChooseRole);
}

} // namespace

bool namesRole(const CampaignDraft& draft)
{
    return !roleNameOfArn(draft.task.firmwareUpdateRole).isEmpty()
        && !hasVariable(draft.task.firmwareUpdateRole);
}

QList<CheckRow> roleRows(const CampaignDraft& draft, const RoleAnswers& answers)
{
    const auto withoutRole = [](const CheckRow& first) {
        return QList<CheckRow>{first, unknownRow(RoleTrust, "role-unread"),
                               unknownRow(RolePermission, "role-unread")};
    };
    if (!namesRole(draft))
        return withoutRole(noRoleRow(draft));
    if (answers.readerError)
        return withoutRole(unansweredRow(RoleThere, *answers.readerError, GetRole));
    if (!answers.reading)
        return {runningRow(RoleThere), runningRow(RoleTrust), runningRow(RolePermission)};
    const RoleReading& reading = *answers.reading;
    const CheckRow permission =
        checkedImage(draft) ? permissionRow(reading) : unknownRow(RolePermission, "image-unread");
    if (reading.role) {
        CheckRow there = passedRow(RoleThere, "role-there");
        there.names = QStringList{reading.role->arn};
        return {there, trustRow(reading), permission};
    }
    QList<CheckRow> rows = withoutRole(
        unreadRoleRow(reading.roleError.value_or(Error{}), draft.task.firmwareUpdateRole));
    // A role that may not be read may still be simulated.
    if (reading.read)
        rows.last() = permission;
    return rows;
}

CheckRow roleKeyRow(const CampaignDraft& draft, const ImageAnswers& image,
                    const RoleAnswers& answers)
{
    if (!checkedImage(draft) || (image.head && !*image.head))
        return unknownRow(RoleKey, "image-unread");
    if (!image.head)
        return runningRow(RoleKey);
    const S3ObjectFacts& facts = **image.head;
    if (!isKeptWithKms(facts))
        return passedRow(RoleKey, "no-key-needed");
    if (!namesRole(draft) || answers.readerError)
        return unknownRow(RoleKey, "role-unread");
    if (facts.kmsKeyArn.isEmpty())
        return unknownRow(RoleKey, "key-untold");
    if (!answers.key)
        return runningRow(RoleKey);
    if (*answers.key)
        return keyDecisionRow(**answers.key);
    return answers.reading ? keyByReading(*answers.reading, facts.kmsKeyArn, answers.key->error())
                           : runningRow(RoleKey);
}

} // namespace fuotadesk
