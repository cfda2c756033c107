#include "fuota/fieldtable.h"

#include <algorithm>

namespace fuotadesk {

namespace {

constexpr std::array RfRegions = {
    "EU868", "US915", "AU915", "AS923-1", "AS923-2", "AS923-3", "AS923-4",
    "EU433", "CN470", "CN779", "RU864",   "KR920",   "IN865",
};
constexpr auto TokenPattern = "^[a-zA-Z0-9-_]+$";
constexpr auto Base64Pattern = "^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$";

using enum FieldType;
using enum FieldUnit;
constexpr std::nullopt_t Unbounded = std::nullopt;

const std::array<FieldSpec, 11>& table()
{
    // clang-format off
    static const std::array<FieldSpec, 11> specs = {{
        {Field::Name, "Name", nullptr, Text, None,
         false, Unbounded, 256, nullptr, {}, &TaskDraft::name},
        {Field::Description, "Description", nullptr, Text, None,
         false, Unbounded, 2048, nullptr, {}, &TaskDraft::description},
        {Field::ClientRequestToken, "ClientRequestToken", nullptr, Text, None,
         false, 1, 64, TokenPattern, {}, &TaskDraft::clientRequestToken},
        {Field::RfRegion, "RfRegion", "LoRaWAN", Text, None,
         false, Unbounded, Unbounded, nullptr, RfRegions, &TaskDraft::rfRegion},
        {Field::FirmwareUpdateImage, "FirmwareUpdateImage", nullptr, Text, None,
         true, 1, 4096, nullptr, {}, &TaskDraft::firmwareUpdateImage},
        {Field::FirmwareUpdateRole, "FirmwareUpdateRole", nullptr, Text, None,
         true, 1, 2048, nullptr, {}, &TaskDraft::firmwareUpdateRole},
        {Field::Tags, "Tags", nullptr, TagList, None,
         false, 0, 200, nullptr, {}, &TaskDraft::tags},
        {Field::RedundancyPercent, "RedundancyPercent", nullptr, Integer, Percent,
         false, 0, 100, nullptr, {}, &TaskDraft::redundancyPercent},
        {Field::FragmentSizeBytes, "FragmentSizeBytes", nullptr, Integer, Bytes,
         false, 1, Unbounded, nullptr, {}, &TaskDraft::fragmentSizeBytes},
        {Field::FragmentIntervalMs, "FragmentIntervalMS", nullptr, Integer, Milliseconds,
         false, 1, Unbounded, nullptr, {}, &TaskDraft::fragmentIntervalMs},
        {Field::Descriptor, "Descriptor", nullptr, Text, None,
         false, Unbounded, 332, Base64Pattern, {}, &TaskDraft::descriptor},
    }};
    // clang-format on
    return specs;
}

} // namespace

std::span<const FieldSpec> fieldTable()
{
    return table();
}

const FieldSpec& fieldSpec(Field field)
{
    return table().at(static_cast<std::size_t>(field));
}

QString fieldName(Field field)
{
    return QString::fromLatin1(fieldSpec(field).wireName);
}

std::optional<Field> fieldByWireName(const QString& name)
{
    const auto found = std::ranges::find_if(
        table(), [&](const FieldSpec& spec) { return name == QLatin1String(spec.wireName); });
    if (found == table().end())
        return {};
    return found->field;
}

const TagPartSpec& tagKeySpec()
{
    static const TagPartSpec spec{"Key", 1, 128};
    return spec;
}

const TagPartSpec& tagValueSpec()
{
    static const TagPartSpec spec{"Value", 0, 256};
    return spec;
}

qint64 characterCount(const QString& text)
{
    return std::ranges::count_if(text, [](QChar c) { return !c.isLowSurrogate(); });
}

} // namespace fuotadesk
