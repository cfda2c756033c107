#include "identity/queryparameters.h"

#include <QRegularExpression>

namespace fuotadesk {

namespace {

using Wrong = std::optional<QueryRefusal>;

constexpr qsizetype MostShown = 64; // characters of what is too long

QString memberName(const char* name)
{
    QString text = QLatin1String(name);
    text[0] = text.at(0).toLower();
    return text;
}

QueryRefusal violation(const char* name, const QString& value, const QString& constraint)
{
    return queryValidationError(
        QStringLiteral("1 validation error detected: Value %1 at '%2' failed to satisfy "
                       "constraint: %3")
            .arg(value.isNull() ? QStringLiteral("null") : u'\'' + value + u'\'', memberName(name),
                 constraint));
}

} // namespace

QueryRefusal queryValidationError(const QString& message)
{
    return {400, "ValidationError", message};
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
            rule.name, value.left(MostShown),
            QStringLiteral("Member must have length less than or equal to %1").arg(rule.most));
    const QString pattern = QLatin1String(rule.pattern);
    if (pattern.isEmpty()
        || QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(value).hasMatch())
        return {};
    return violation(
        rule.name, value,
        QStringLiteral("Member must satisfy regular expression pattern: %1").arg(pattern));
}

Wrong wrongText(std::span<const TextRule> rules, const FormFields& fields)
{
    for (const TextRule& rule : rules) {
        if (Wrong wrong = wrongText(rule, fields))
            return wrong;
    }
    return {};
}

Wrong wrongNumber(const NumberRule& rule, const FormFields& fields)
{
    const QString text = fields.value(QLatin1String(rule.name));
    if (text.isEmpty())
        return {};
    bool isNumber = false;
    const int number = text.toInt(&isNumber);
    if (!isNumber)
        return QueryRefusal{
            400, "MalformedInput",
            QStringLiteral("Could not parse %1 as an integer").arg(QLatin1String(rule.name))};
    if (number < rule.least)
        return violation(
            rule.name, text,
            QStringLiteral("Member must have value greater than or equal to %1").arg(rule.least));
    if (number > rule.most)
        return violation(
            rule.name, text,
            QStringLiteral("Member must have value less than or equal to %1").arg(rule.most));
    return {};
}

} // namespace fuotadesk
