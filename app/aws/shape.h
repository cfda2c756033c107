#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace fuotadesk {

enum class ShapeType {
    String,
    Integer,
    Long,
    Float,
    Double,
    Boolean,
    Blob,
    Timestamp,
    List,
    Map,
    Structure,
};

// Default: seconds in a body, HTTP date in a header, ISO 8601 in path and query.
enum class TimestampFormat { Default, EpochSeconds, Iso8601, HttpDate };

enum class MemberLocation { Body, Uri, Query, Header, StatusCode };

struct Shape;
using ShapePtr = std::shared_ptr<const Shape>;

// One member of a structure. wireName is how it is spelled in the request or answer.
struct ShapeMember {
    QString name;
    ShapePtr shape;
    MemberLocation location = MemberLocation::Body;
    QString wireName;
    bool required = false;
    bool idempotencyToken = false;
};

// A type of a restJson1 service as its model describes it. minimum and maximum count characters,
// items, or bound a number. A union is a structure of which one member is set. A String with a
// timestampFormat holds a time: where an answer gives it as a number it is read all the same.
// https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html
struct Shape {
    ShapeType type = ShapeType::Structure;
    std::vector<ShapeMember> members; // Structure
    ShapePtr element; // List, Map (its values)
    TimestampFormat timestampFormat = TimestampFormat::Default;
    std::optional<qint64> minimum;
    std::optional<qint64> maximum;
    QString pattern;
    QStringList values; // the closed list of an enumeration
};

// A modelled exception.
struct ErrorShape {
    QString code;
    int status = 0;
    ShapePtr shape;
};

// uri is a template: "/fuota-tasks/{Id}". input and output may be null.
struct Operation {
    QString name;
    QByteArray method;
    QString uri;
    int status = 200;
    ShapePtr input;
    ShapePtr output;
    std::vector<ErrorShape> errors;
};

} // namespace fuotadesk
