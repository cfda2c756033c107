#include "fuota/memberreader.h"

#include <QJsonArray>

namespace fuotadesk {

QJsonValue MemberReader::take(const char* name, QJsonValue::Type type)
{
    const QString key = QString::fromLatin1(name);
    const QJsonValue value = m_object.take(key);
    if (value.isUndefined() || value.isNull() || value.type() == type)
        return value.isNull() ? QJsonValue(QJsonValue::Undefined) : value;
    fail(key);
    return QJsonValue::Undefined;
}

void MemberReader::read(const char* name, QString& target)
{
    target = take(name, QJsonValue::String).toString(target);
}

void MemberReader::read(const char* name, bool& target)
{
    target = take(name, QJsonValue::Bool).toBool(target);
}

void MemberReader::read(const char* name, double& target, double minimum, double maximum)
{
    const double number = take(name, QJsonValue::Double).toDouble(target);
    if (number < minimum || number > maximum)
        fail(QString::fromLatin1(name));
    else
        target = number;
}

QStringList MemberReader::texts(const char* name)
{
    QStringList list;
    for (const auto array = take(name, QJsonValue::Array).toArray(); const auto& item : array) {
        if (!item.isString())
            fail(QString::fromLatin1(name));
        list.append(item.toString());
    }
    return list;
}

void MemberReader::fail(const QString& name)
{
    if (m_wrong.isEmpty())
        m_wrong = m_path + name;
}

void MemberReader::join(const MemberReader& part)
{
    if (!part.m_wrong.isEmpty())
        fail(part.m_wrong);
    for (const auto names = part.rest(); const QString& name : names)
        m_restOfParts.append(m_path + name);
}

QStringList MemberReader::rest() const
{
    QStringList names = m_restOfParts;
    for (const QString& key : m_object.keys())
        names.append(m_path + key);
    return names;
}

} // namespace fuotadesk
