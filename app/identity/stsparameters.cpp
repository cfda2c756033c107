#include "identity/stsparameters.h"

#include <QRegularExpression>

#include <array>

namespace fuotadesk {

namespace {

using Wrong = std::optional<QueryRefusal>;

constexpr int UsualSeconds = 3600;
constexpr NumberRule Duration{"DurationSeconds", 900, 43200};

// https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
constexpr std::array AssumeRoleRules{
    TextRule{"RoleArn", 20, 2048, "", true},
    TextRule{"RoleSessionName", 2, 64, "[\\w+=,.@-]*", true},
    TextRule{"ExternalId", 2, 1224, "[\\w+=,.@:\\/-]*", false},
    TextRule{"SerialNumber", 9, 256, "[\\w+=/:,.@-]*", false},
    TextRule{"TokenCode", 6, 6, "[\\d]*", false},
};
constexpr std::array WebIdentityRules{
    TextRule{"RoleArn", 20, 2048, "", true},
    TextRule{"RoleSessionName", 2, 64, "[\\w+=,.@-]*", true},
    TextRule{"WebIdentityToken", 4, 20000, "", true},
};

Wrong firstWrong(std::span<const TextRule> rules, const FormFields& fields)
{
    if (Wrong wrong = wrongText(rules, fields))
        return wrong;
    if (Wrong wrong = wrongNumber(Duration, fields))
        return wrong;
    const QString arn = fields.value(QStringLiteral("RoleArn"));
    static const QRegularExpression role(
        QStringLiteral("\\Aarn:aws[a-z-]*:iam::\\d{12}:role/\\S+\\z"));
    if (!role.match(arn).hasMatch())
        return queryValidationError(QStringLiteral("%1 is invalid").arg(arn));
    return {};
}

} // namespace

Wrong wrongAssumeRole(const FormFields& fields)
{
    return firstWrong(AssumeRoleRules, fields);
}

Wrong wrongWebIdentity(const FormFields& fields)
{
    return firstWrong(WebIdentityRules, fields);
}

int durationOf(const FormFields& fields)
{
    bool isNumber = false;
    const int seconds = fields.value(QStringLiteral("DurationSeconds")).toInt(&isNumber);
    return isNumber ? seconds : UsualSeconds;
}

} // namespace fuotadesk
