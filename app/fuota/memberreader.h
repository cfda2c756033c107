#pragma once

#include <QJsonObject>
#include <QStringList>

#include <cmath>

namespace fuotadesk {

// Reads members of one JSON object and remembers the first that has the wrong type or is out of
// range, and all that nobody asked for. A member that is missing or null leaves its target alone.
class MemberReader {
public:
    // path stands before each name in wrong() and rest(), "planning." for example.
    MemberReader(QJsonObject object, QString path)
        : m_object(std::move(object)),
          m_path(std::move(path))
    {
    }

    // Undefined when it is missing, null or of another type.
    QJsonValue take(const char* name, QJsonValue::Type type);
    void read(const char* name, QString& target);
    void read(const char* name, bool& target);
    void read(const char* name, double& target, double minimum, double maximum);
    QStringList texts(const char* name);

    template <typename Integer>
    void read(const char* name, Integer& target, qint64 minimum, qint64 maximum)
    {
        const QJsonValue value = take(name, QJsonValue::Double);
        if (value.isUndefined())
            return;
        const double number = value.toDouble();
        if (std::trunc(number) != number || number < double(minimum) || number > double(maximum))
            fail(QString::fromLatin1(name));
        else
            target = static_cast<Integer>(value.toInteger());
    }

    void fail(const QString& name);
    // An object inside this one: what was wrong and what nobody asked for there. Its path is within
    // this one's.
    void join(const MemberReader& part);
    // Empty when all was well.
    QString wrong() const { return m_wrong; }
    QStringList rest() const;

private:
    QJsonObject m_object;
    QString m_path;
    QString m_wrong;
    QStringList m_restOfParts;
};

} // namespace fuotadesk
