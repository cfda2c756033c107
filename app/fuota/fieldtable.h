#pragma once

#include "fuota/taskdraft.h"

#include <array>
#include <optional>
#include <span>
#include <variant>

namespace fuotadesk {

enum class Field {
    Name,
    Description,
    ClientRequestToken,
    RfRegion,
    FirmwareUpdateImage,
    FirmwareUpdateRole,
    Tags,
    RedundancyPercent,
    FragmentSizeBytes,
    FragmentIntervalMs,
    Descriptor,
};

enum class FieldType { Text, Integer, TagList };
enum class FieldUnit { None, Percent, Bytes, Milliseconds };

// Which member of TaskDraft a field stands for; the alternative says its type and whether it can be
// unset.
using FieldMember = std::variant<QString TaskDraft::*, std::optional<QString> TaskDraft::*,
                                 std::optional<qint64> TaskDraft::*, QList<Tag> TaskDraft::*>;

// One member of CreateFuotaTask as the service model declares it. minimum and maximum count
// characters of a text (Unicode code points), items of a list, or bound a number; absent where the
// model has none.
struct FieldSpec {
    Field field;
    const char* wireName;
    const char* container; // "LoRaWAN" or null
    FieldType type;
    FieldUnit unit;
    bool required;
    std::optional<qint64> minimum;
    std::optional<qint64> maximum;
    const char* pattern; // regular expression of the model, or null
    std::span<const char* const> values; // the closed list of an enumeration, else empty
    FieldMember member;
};

// Limits of the two parts of a tag, in characters.
struct TagPartSpec {
    const char* wireName;
    qint64 minimum;
    qint64 maximum;
};

// In the order of the API reference; validation, JSON, templates, the sandbox and the form read
// this table.
std::span<const FieldSpec> fieldTable();
const FieldSpec& fieldSpec(Field field);
QString fieldName(Field field);
std::optional<Field> fieldByWireName(const QString& name);
const TagPartSpec& tagKeySpec();
const TagPartSpec& tagValueSpec();

// Length as the service counts it.
qint64 characterCount(const QString& text);

} // namespace fuotadesk
