#pragma once

#include "aws/shape.h"
#include "fuota/fieldtable.h"

#include <array>
#include <initializer_list>
#include <span>

// Short words for writing the tables of operations; only *operations.cpp includes this.
namespace fuotadesk::shapes {

using Limit = std::optional<qint64>;
using Members = std::vector<ShapeMember>;

// A text of at most maximum characters.
ShapePtr text(Limit maximum = {}, Limit minimum = {});
ShapePtr textLike(const char* pattern, Limit maximum = {});
// A text that holds a time: the model calls it a string (ISODateTimeString).
ShapePtr timeText();
ShapePtr words(std::span<const char* const> values, Limit maximum = {});
ShapePtr words(std::initializer_list<const char*> values);
ShapePtr integer(Limit minimum = {}, Limit maximum = {});
ShapePtr number(ShapeType type, Limit minimum = {}, Limit maximum = {});
ShapePtr boolean();
ShapePtr timestamp(TimestampFormat format);
ShapePtr list(ShapePtr element, Limit minimum = {}, Limit maximum = {});
ShapePtr structure(Members members);

enum class Need { Optional, Required };
ShapeMember body(const char* name, ShapePtr shape, Need need = Need::Optional);
// wireName is the label in the path, where it differs.
ShapeMember uri(const char* name, ShapePtr shape, const char* wireName = nullptr);
ShapeMember query(const char* name, const char* wireName, ShapePtr shape,
                  Need need = Need::Optional);

// What many resources share.
ShapePtr id();
ShapePtr name();
ShapePtr description();
ShapePtr region(); // the closed list of requests; most answers give a free text
ShapePtr tags();
ShapePtr ofField(const FieldSpec& spec);
ShapeMember memberOfField(const FieldSpec& spec);
ShapePtr deviceType(); // Sidewalk or LoRaWAN
ShapePtr eui();
ShapePtr gatewayEui(); // with separators between the bytes, or without
inline constexpr auto DestinationPattern = "[a-zA-Z0-9-_]+";

// The members that page a list after those of its own, and the members of its answer.
Members pageQuery(Members more = {});
Members pageOf(const char* listName, Members item);

enum class Exception {
    Validation,
    TooManyTags,
    AccessDenied,
    NotFound,
    Conflict,
    Throttling,
    Internal,
};
using Exceptions = std::span<const Exception>;

// Of lists; of what names a resource; of what changes one.
inline constexpr std::array ListErrors{Exception::Validation, Exception::AccessDenied,
                                       Exception::Throttling, Exception::Internal};
inline constexpr std::array ResourceErrors{Exception::Validation, Exception::AccessDenied,
                                           Exception::NotFound, Exception::Throttling,
                                           Exception::Internal};
inline constexpr std::array ChangeErrors{Exception::Validation, Exception::AccessDenied,
                                         Exception::NotFound,   Exception::Conflict,
                                         Exception::Throttling, Exception::Internal};

struct Http {
    const char* method;
    const char* uri;
    int status;
};

Operation operation(const char* name, const Http& http, Members input, Members output,
                    Exceptions exceptions);

} // namespace fuotadesk::shapes
