#include "iotwireless/answermembers.h"

#include "aws/timestamps.h"

#include <QJsonArray>

namespace fuotadesk {

namespace {

QJsonValue valueOf(const QJsonObject& object, const char* name)
{
    return object.value(QLatin1String(name));
}

} // namespace

QString textOf(const QJsonObject& object, const char* name)
{
    return valueOf(object, name).toString();
}

QStringList textsOf(const QJsonObject& object, const char* name)
{
    QStringList result;
    for (const auto items = valueOf(object, name).toArray(); const auto& item : items)
        result.append(item.toString());
    return result;
}

std::optional<qint64> numberOf(const QJsonObject& object, const char* name)
{
    const QJsonValue value = valueOf(object, name);
    return value.isDouble() ? std::optional(value.toInteger()) : std::nullopt;
}

QList<qint64> numbersOf(const QJsonObject& object, const char* name)
{
    QList<qint64> result;
    for (const auto items = valueOf(object, name).toArray(); const auto& item : items)
        result.append(item.toInteger());
    return result;
}

std::optional<double> realOf(const QJsonObject& object, const char* name)
{
    const QJsonValue value = valueOf(object, name);
    return value.isDouble() ? std::optional(value.toDouble()) : std::nullopt;
}

std::optional<bool> flagOf(const QJsonObject& object, const char* name)
{
    const QJsonValue value = valueOf(object, name);
    return value.isBool() ? std::optional(value.toBool()) : std::nullopt;
}

QJsonObject objectOf(const QJsonObject& object, const char* name)
{
    return valueOf(object, name).toObject();
}

QDateTime timeOf(const QJsonObject& object, const char* name)
{
    const QJsonValue value = valueOf(object, name);
    return value.isDouble() ? fromEpochSeconds(value.toDouble()) : parseIso8601(value.toString());
}

void put(QJsonObject& object, const char* name, const QString& text)
{
    if (!text.isEmpty())
        object.insert(QLatin1String(name), text);
}

void put(QJsonObject& object, const char* name, const std::optional<QString>& text)
{
    if (text)
        object.insert(QLatin1String(name), *text);
}

void put(QJsonObject& object, const char* name, const std::optional<qint64>& number)
{
    if (number)
        object.insert(QLatin1String(name), *number);
}

void put(QJsonObject& object, const char* name, const QDateTime& time)
{
    if (time.isValid())
        object.insert(QLatin1String(name), epochSeconds(time));
}

void put(QJsonObject& object, const char* name, const QJsonObject& inner)
{
    if (!inner.isEmpty())
        object.insert(QLatin1String(name), inner);
}

} // namespace fuotadesk
