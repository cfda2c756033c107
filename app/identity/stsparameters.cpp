#include "identity/stsparameters.h"

#include <QRegularExpression>

#include <array>

namespace fuotadesk {

namespace {

using Wrong = std::optional<StsRefusal>;

constexpr int UsualSeconds = 3600;
constexpr int LeastSeconds = 900;
constexpr int MostSeconds = 43200;

struct TextRule {
    const char* name;
    qsizetype least;
    qsizetype most;
    const char* pattern; // empty: any text
    bool required;
};

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

QString memberName(const char* name)
{
    QString text = QLatin1String(name);
    text[0] = text.at(0).toLower();
    return text;
}

StsRefusal violation(const char* name, const QString& value, const QString& constraint)
{
    return stsValidationError(
        QStringLiteral("1 validation error detected: Value %1 at '%2' failed to satisfy "
                       "constraint: %3")
            .arg(value.isNull() ? QStringLiteral("null") : u'\'' + value + u'\'', memberName(name),
                 constraint));
}

Wrong wrongText(const TextRule& rule, const FormFields& fields)
{
    const QLatin1String name(rule.name);
    if (!fields.contains(name) && rule.required)
        return violation(rule.name, {}, QStringLiteral("Member must not be null"));
    if (!fields.contains(name))
        return {};
    const QString value = fields.value(name);
    if (value.size() < rule.least)
        return violation(
            rule.name, value,
            QStringLiteral("Member must have length greater than or equal to %1").arg(rule.least));
    if (value.size() > rule.most)
        return violation(
            rule.name, value.left(64),
            QStringLiteral("Member must have length less than or equal to %1").arg(rule.most));
    const QString pattern = QLatin1String(rule.pattern);
    if (pattern.isEmpty()
        || QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(value).hasMatch())
        return {};
    return violation(
        rule.name, value,
        QStringLiteral("Member must satisfy regular expression pattern: %1").arg(pattern));
}

Wrong wrongDuration(const FormFields& fields)
{
    const auto* const name = "DurationSeconds";
    const QString text = fields.value(QLatin1String(name));
    if (text.isEmpty())
        return {};
    bool isNumber = false;
    const int seconds = text.toInt(&isNumber);
    if (!isNumber)
        return StsRefusal{400, "MalformedInput",
                          QStringLiteral("Could not parse DurationSeconds as an integer")};
    if (seconds < LeastSeconds)
        return violation(
            name, text,
            QStringLiteral("Member must have value greater than or equal to %1").arg(LeastSeconds));
    if (seconds > MostSeconds)
        return violation(
            name, text,
            QStringLiteral("Member must have value less than or equal to %1").arg(MostSeconds));
    return {};
}

template <std::size_t N>
Wrong firstWrong(const std::array<TextRule, N>& rules, const FormFields& fields)
{
    for (const TextRule& rule : rules) {
        if (Wrong wrong = wrongText(rule, fields))
            return wrong;
    }
    if (Wrong wrong = wrongDuration(fields))
        return wrong;
    const QString arn = fields.value(QStringLiteral("RoleArn"));
    static const QRegularExpression role(
        QStringLiteral("\\Aarn:aws[a-z-]*:iam::\\d{12}:role/\\S+\\z"));
    if (!role.match(arn).hasMatch())
        return stsValidationError(QStringLiteral("%1 is invalid").arg(arn));
    return {};
}

} // namespace

StsRefusal stsValidationError(const QString& message)
{
    return {400, "ValidationError", message};
}

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
