#include "sandbox/shapereader.h"

#include "aws/timestamps.h"
#include "fuota/fieldtable.h"

#include <QHash>
#include <QJsonArray>
#include <QRegularExpression>

#include <cmath>
#include <limits>
#include <utility>

namespace fuotadesk {

namespace {

// Each pattern is compiled once; there are some ten in all the tables.
bool matches(const QString& pattern, const QString& text)
{
    thread_local QHash<QString, QRegularExpression> compiled;
    auto found = compiled.find(pattern);
    if (found == compiled.end())
        found = compiled.insert(pattern,
                                QRegularExpression(QRegularExpression::anchoredPattern(pattern)));
    // A trailing newline would slip past "$".
    return !text.endsWith(u'\n') && found->match(text).hasMatch();
}

QString lengthConstraint(const Shape& shape, qint64 length)
{
    if (shape.minimum && length < *shape.minimum)
        return QStringLiteral("must have length greater than or equal to %1").arg(*shape.minimum);
    if (shape.maximum && length > *shape.maximum)
        return QStringLiteral("must have length less than or equal to %1").arg(*shape.maximum);
    return {};
}

// What a text violates, or nothing.
QString textConstraint(const Shape& shape, const QString& text)
{
    if (QString broken = lengthConstraint(shape, characterCount(text)); !broken.isEmpty())
        return broken;
    if (!text.isValidUtf16())
        return QStringLiteral("must be valid text");
    if (!shape.pattern.isEmpty() && !matches(shape.pattern, text))
        return QStringLiteral("must satisfy regular expression pattern: ") + shape.pattern;
    if (!shape.values.isEmpty() && !shape.values.contains(text))
        return QStringLiteral("must satisfy enum value set: [%1]")
            .arg(shape.values.join(QStringLiteral(", ")));
    return {};
}

// The bounds that the shape has, or else its type.
template <typename Integer>
std::pair<qint64, qint64> boundsWithin(const Shape& shape)
{
    using Limits = std::numeric_limits<Integer>;
    return {shape.minimum.value_or(Limits::min()), shape.maximum.value_or(Limits::max())};
}

QString numberConstraint(const Shape& shape, double number)
{
    const auto [least, most] = shape.type == ShapeType::Integer ? boundsWithin<qint32>(shape)
                                                                : boundsWithin<qint64>(shape);
    if (number < double(least))
        return QStringLiteral("must have value greater than or equal to %1").arg(least);
    if (number > double(most))
        return QStringLiteral("must have value less than or equal to %1").arg(most);
    return {};
}

bool hasType(ShapeType type, const QJsonValue& value)
{
    switch (type) {
    case ShapeType::Integer:
    case ShapeType::Long:
        return value.isDouble() && std::trunc(value.toDouble()) == value.toDouble();
    case ShapeType::Float:
    case ShapeType::Double:
        return value.isDouble();
    case ShapeType::Boolean:
        return value.isBool();
    case ShapeType::List:
        return value.isArray();
    case ShapeType::Structure:
    case ShapeType::Map:
        return value.isObject();
    default:
        return value.isString();
    }
}

} // namespace

ShapeReader::Place ShapeReader::Place::member(const QString& name) const
{
    if (inList)
        return {path, name, true};
    return {path.isEmpty() ? name : path + u'.' + name, QStringLiteral("Member"), false};
}

QJsonObject ShapeReader::read(const Shape& shape, const QJsonObject& sent)
{
    return structure(shape, sent, {});
}

QJsonObject ShapeReader::structure(const Shape& shape, const QJsonObject& sent, const Place& place)
{
    QJsonObject result;
    for (const ShapeMember& member : shape.members) {
        const QJsonValue given = sent.value(member.wireName);
        const Place inside = place.member(member.wireName);
        if (!given.isUndefined() && !given.isNull())
            result.insert(member.name, value(*member.shape, given, inside));
        else if (member.required)
            complain(inside, QStringLiteral("must not be null"));
    }
    return result;
}

QJsonValue ShapeReader::value(const Shape& shape, const QJsonValue& sent, const Place& place)
{
    if (!hasType(shape.type, sent))
        return wrongType(place);
    switch (shape.type) {
    case ShapeType::Structure:
        return structure(shape, sent.toObject(), place);
    case ShapeType::List:
        return list(shape, sent, place);
    case ShapeType::Timestamp:
        return time(sent, place);
    case ShapeType::String:
        complain(place, textConstraint(shape, sent.toString()));
        break;
    default:
        complain(place, sent.isDouble() ? numberConstraint(shape, sent.toDouble()) : QString());
        break;
    }
    return sent;
}

QJsonValue ShapeReader::list(const Shape& shape, const QJsonValue& sent, const Place& place)
{
    const QJsonArray items = sent.toArray();
    complain(place, lengthConstraint(shape, items.size()));
    QJsonArray result;
    for (const auto& item : items)
        result.append(value(*shape.element, item, {place.path, QStringLiteral("Member"), true}));
    return result;
}

QJsonValue ShapeReader::time(const QJsonValue& sent, const Place& place)
{
    const QDateTime time = parseIso8601(sent.toString());
    return time.isValid() ? QJsonValue(epochSeconds(time)) : wrongType(place);
}

void ShapeReader::complain(const Place& place, const QString& constraint)
{
    if (constraint.isEmpty())
        return;
    const QString text = QStringLiteral("Value at '%1' failed to satisfy constraint: %2 %3")
                             .arg(place.path, place.subject, constraint);
    if (!m_violations.contains(text))
        m_violations.append(text);
}

QJsonValue ShapeReader::wrongType(const Place& place)
{
    if (m_wrongType.isEmpty())
        m_wrongType = place.path;
    return QJsonValue::Undefined;
}

std::optional<ServiceError> ShapeReader::refusal() const
{
    if (!m_wrongType.isEmpty())
        return validationError(QStringLiteral("Value at '%1' has the wrong type").arg(m_wrongType));
    if (m_violations.isEmpty())
        return {};
    return validationError(QStringLiteral("%1 validation error%2 detected: %3")
                               .arg(QString::number(m_violations.size()),
                                    m_violations.size() == 1 ? QString() : QStringLiteral("s"),
                                    m_violations.join(QStringLiteral("; "))));
}

} // namespace fuotadesk
