#pragma once

#include "account/served.h"
#include "aws/shape.h"

#include <QJsonObject>
#include <QJsonValue>

namespace fuotadesk {

// Turns what was sent into the members of a structure and holds each to its shape, as the service
// does: type, presence, length, range, pattern (of the whole text), enumeration. An integer has 32
// bits, a text no half of a surrogate pair. The result is named and typed as in restRequest().
class ShapeReader {
public:
    // sent by wire names.
    QJsonObject read(const Shape& shape, const QJsonObject& sent);
    // The first member of the wrong type, or else every violated constraint, in the service's
    // words.
    std::optional<ServiceError> refusal() const;

private:
    // Where a value stands. Inside of a list the path is that of the list, and subject the member
    // of an item.
    struct Place {
        QString path;
        QString subject;
        bool inList = false;

        Place member(const QString& name) const;
    };

    QJsonObject structure(const Shape& shape, const QJsonObject& sent, const Place& place);
    QJsonValue value(const Shape& shape, const QJsonValue& sent, const Place& place);
    QJsonValue list(const Shape& shape, const QJsonValue& sent, const Place& place);
    QJsonValue time(const QJsonValue& sent, const Place& place);
    void complain(const Place& place, const QString& constraint);
    QJsonValue wrongType(const Place& place);

    QString m_wrongType;
    QStringList m_violations;
};

} // namespace fuotadesk
