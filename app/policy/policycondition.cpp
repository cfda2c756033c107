#include "policy/policycondition.h"

#include <algorithm>
#include <array>

namespace fuotadesk {

namespace {

enum class Comparison { Text, Arn, Truth };

struct Operator {
    const char* name;
    Comparison comparison;
    int parts; // of Wildcard
    bool isNegated;
};

constexpr std::array Operators = {
    Operator{"StringEquals", Comparison::Text, Wildcard::Plain, false},
    Operator{"StringNotEquals", Comparison::Text, Wildcard::Plain, true},
    Operator{"StringEqualsIgnoreCase", Comparison::Text, Wildcard::Folded, false},
    Operator{"StringNotEqualsIgnoreCase", Comparison::Text, Wildcard::Folded, true},
    Operator{"StringLike", Comparison::Text, Wildcard::Stars, false},
    Operator{"StringNotLike", Comparison::Text, Wildcard::Stars, true},
    Operator{"ArnEquals", Comparison::Arn, Wildcard::Stars, false},
    Operator{"ArnLike", Comparison::Arn, Wildcard::Stars, false},
    Operator{"ArnNotEquals", Comparison::Arn, Wildcard::Stars, true},
    Operator{"ArnNotLike", Comparison::Arn, Wildcard::Stars, true},
    Operator{"Bool", Comparison::Truth, Wildcard::Folded, false},
};

enum class Quantifier { None, Any, All };

// "ForAnyValue:StringLikeIfExists", taken apart.
struct Test {
    Quantifier quantifier = Quantifier::None;
    QString name;
    bool ifExists = false;
};

Test testOf(QString text)
{
    Test test;
    if (text.startsWith(u"ForAnyValue:"))
        test.quantifier = Quantifier::Any;
    else if (text.startsWith(u"ForAllValues:"))
        test.quantifier = Quantifier::All;
    if (test.quantifier != Quantifier::None)
        text = text.section(u':', 1);
    test.ifExists = text.endsWith(u"IfExists");
    test.name = test.ifExists ? text.chopped(8) : text;
    return test;
}

// The six parts of an ARN are compared one by one, so that no '*' reaches over a colon; the last
// has the rest.
QStringList arnParts(const QString& arn)
{
    constexpr int Parts = 6;
    QStringList parts = arn.split(u':');
    if (parts.size() > Parts)
        parts = parts.mid(0, Parts - 1) << parts.mid(Parts - 1).join(u':');
    return parts;
}

Judged oneFits(const QString& pattern, const QString& value, int parts)
{
    return Wildcard(pattern, parts)
        .match((parts & Wildcard::Folded) != 0 ? Wildcard::folded(value) : Wildcard::plain(value));
}

Judged arnFits(const QString& pattern, const QString& value, int parts)
{
    if (pattern == u'*')
        return Judged::Unknown; // AWS does not say whether it stands for all six
    // A variable can hold any part, colons too.
    if ((parts & Wildcard::Variables) != 0 && pattern.contains(u"${"))
        return oneFits(pattern, value, parts);
    const QStringList patterns = arnParts(pattern);
    const QStringList values = arnParts(value);
    if (patterns.size() != values.size())
        return Judged::No;
    Judged all = Judged::Yes;
    for (qsizetype i = 0; i < patterns.size(); ++i)
        all = bothJudged(all, oneFits(patterns[i], values[i], parts));
    return all;
}

// One value of the request against all that the condition lists.
Judged judgedValue(const Operator& how, const QStringList& patterns, const QString& value,
                   bool hasVariables)
{
    const int parts = how.parts | (hasVariables ? Wildcard::Variables : 0);
    Judged any = Judged::No;
    for (const QString& pattern : patterns)
        any = eitherJudged(any,
                           how.comparison == Comparison::Arn ? arnFits(pattern, value, parts)
                                                             : oneFits(pattern, value, parts));
    return how.isNegated ? notJudged(any) : any;
}

Judged judgedValues(const Operator& how, Quantifier quantifier, const PolicyCondition& condition,
                    const QStringList& values, bool hasVariables)
{
    // AWS does not say what becomes of many values without a quantifier.
    if (quantifier == Quantifier::None && values.size() > 1)
        return Judged::Unknown;
    Judged result = quantifier == Quantifier::Any ? Judged::No : Judged::Yes;
    for (const QString& value : values) {
        const Judged one = judgedValue(how, condition.values, value, hasVariables);
        result =
            quantifier == Quantifier::Any ? eitherJudged(result, one) : bothJudged(result, one);
    }
    return result;
}

// The key is known not to be in the request. IfExists says nothing of ForAnyValue, which wants one.
Judged judgedAbsence(const Operator& how, const Test& test)
{
    if (test.quantifier != Quantifier::None)
        return test.quantifier == Quantifier::All ? Judged::Yes : Judged::No;
    return test.ifExists || how.isNegated ? Judged::Yes : Judged::No;
}

Judged judgedNull(const PolicyCondition& condition, bool isAbsent)
{
    const QString wanted = isAbsent ? QStringLiteral("true") : QStringLiteral("false");
    return condition.values.contains(wanted, Qt::CaseInsensitive) ? Judged::Yes : Judged::No;
}

} // namespace

Judged notJudged(Judged judged)
{
    if (judged == Judged::Unknown)
        return judged;
    return judged == Judged::Yes ? Judged::No : Judged::Yes;
}

Judged bothJudged(Judged one, Judged other)
{
    return std::min(one, other);
}

Judged eitherJudged(Judged one, Judged other)
{
    return std::max(one, other);
}

Judged judgedCondition(const PolicyCondition& condition, const AccessQuestion& question,
                       bool hasVariables)
{
    const auto found = question.context.find(condition.key.toLower());
    const bool isNamed = found != question.context.end();
    if (condition.test == u"Null")
        return judgedNull(condition, !isNamed || found->isEmpty());

    const Test test = testOf(condition.test);
    const auto* const how = std::ranges::find_if(
        Operators, [&](const Operator& each) { return test.name == QLatin1String(each.name); });
    if (how == Operators.end())
        return Judged::Unknown;
    if (!isNamed && !test.ifExists)
        return Judged::Unknown;
    if (!isNamed || found->isEmpty())
        return judgedAbsence(*how, test);
    return judgedValues(*how, test.quantifier, condition, *found, hasVariables);
}

} // namespace fuotadesk
