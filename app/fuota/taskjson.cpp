#include "fuota/taskjson.h"

#include "fuota/fieldtable.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>

namespace fuotadesk {

namespace {

// The largest whole number a JSON reader must keep exact.
constexpr double LargestExact = 9007199254740991.0;

struct JsonOfMember {
    const TaskDraft& task;

    QJsonValue operator()(QString TaskDraft::*member) const
    {
        return (task.*member).isEmpty() ? QJsonValue(QJsonValue::Undefined) : task.*member;
    }
    QJsonValue operator()(std::optional<QString> TaskDraft::*member) const
    {
        return task.*member ? QJsonValue(*(task.*member)) : QJsonValue(QJsonValue::Undefined);
    }
    QJsonValue operator()(std::optional<qint64> TaskDraft::*member) const
    {
        return task.*member ? QJsonValue(*(task.*member)) : QJsonValue(QJsonValue::Undefined);
    }
    QJsonValue operator()(QList<Tag> TaskDraft::*member) const
    {
        if ((task.*member).isEmpty())
            return QJsonValue::Undefined;
        QJsonArray array;
        for (const Tag& tag : task.*member)
            array.append(QJsonObject{{QStringLiteral("Key"), tag.key},
                                     {QStringLiteral("Value"), tag.value}});
        return array;
    }
};

// Each stores value and tells whether it had the right type.
struct MemberFromJson {
    TaskDraft& task;
    const QJsonValue& value;

    bool operator()(QString TaskDraft::*member) const
    {
        task.*member = value.toString();
        return value.isString();
    }
    bool operator()(std::optional<QString> TaskDraft::*member) const
    {
        if (value.isString())
            task.*member = value.toString();
        return value.isString();
    }
    bool operator()(std::optional<qint64> TaskDraft::*member) const
    {
        const double number = value.toDouble();
        if (!value.isDouble() || std::trunc(number) != number || std::abs(number) > LargestExact)
            return false;
        task.*member = value.toInteger();
        return true;
    }
    bool operator()(QList<Tag> TaskDraft::*member) const
    {
        QList<Tag> tags;
        for (const auto array = value.toArray(); const auto& item : array) {
            const QJsonValue key = item[QStringLiteral("Key")];
            const QJsonValue tagValue = item[QStringLiteral("Value")];
            if (!key.isString() || !tagValue.isString())
                return false;
            tags.append({key.toString(), tagValue.toString()});
        }
        task.*member = tags;
        return value.isArray();
    }
};

QString memberPath(const QString& container, const QString& name)
{
    return container.isEmpty() ? name : container + u'.' + name;
}

bool isContainer(const QString& name)
{
    return std::ranges::any_of(fieldTable(), [&](const FieldSpec& spec) {
        return spec.container && name == QLatin1String(spec.container);
    });
}

bool isKnown(const QString& container, const QString& name)
{
    const auto field = fieldByWireName(name);
    return field && QLatin1String(fieldSpec(*field).container) == container;
}

void readMember(TaskFromJson& result, const QString& container, const QString& name,
                const QJsonValue& value)
{
    const auto field = fieldByWireName(name);
    const QString path = memberPath(container, name);
    if (!isKnown(container, name))
        result.unknown.append(path);
    else if (!value.isNull()
             && !std::visit(MemberFromJson{result.task, value}, fieldSpec(*field).member))
        result.wrongType.append(path);
}

} // namespace

QJsonObject taskJson(const TaskDraft& task)
{
    QJsonObject object;
    for (const FieldSpec& spec : fieldTable()) {
        const QJsonValue value = std::visit(JsonOfMember{task}, spec.member);
        if (value.isUndefined())
            continue;
        const QString name = QString::fromLatin1(spec.wireName);
        if (!spec.container) {
            object.insert(name, value);
            continue;
        }
        const QString container = QString::fromLatin1(spec.container);
        QJsonObject inner = object.value(container).toObject();
        inner.insert(name, value);
        object.insert(container, inner);
    }
    return object;
}

TaskFromJson taskFromJson(const QJsonObject& object)
{
    TaskFromJson result;
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (!isContainer(it.key())) {
            readMember(result, {}, it.key(), it.value());
        } else if (it.value().isObject()) {
            const QJsonObject inner = it.value().toObject();
            for (auto member = inner.begin(); member != inner.end(); ++member)
                readMember(result, it.key(), member.key(), member.value());
        } else if (!it.value().isNull()) {
            result.wrongType.append(it.key());
        }
    }
    return result;
}

QJsonObject unknownTaskMembers(const QJsonObject& object)
{
    QJsonObject unknown;
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (!isContainer(it.key())) {
            if (!isKnown({}, it.key()))
                unknown.insert(it.key(), it.value());
            continue;
        }
        QJsonObject inner = it.value().toObject();
        for (const QString& name : inner.keys())
            if (isKnown(it.key(), name))
                inner.remove(name);
        if (!inner.isEmpty())
            unknown.insert(it.key(), inner);
    }
    return unknown;
}

} // namespace fuotadesk
