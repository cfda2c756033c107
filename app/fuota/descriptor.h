#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace fuotadesk {

// TS004 carries a descriptor of four bytes; the API takes base64 of up to 332 characters.
inline constexpr qsizetype DescriptorFieldBytes = 4;

// The bytes of a base64 text exactly as the API's pattern has it, else nothing.
std::optional<QByteArray> descriptorBytes(const QString& base64);
QString descriptorBase64(const QByteArray& bytes);

// "00 02 04 01"; and back, also from "0x00020401", "00:02:04:01" and "00020401".
QString descriptorHex(const QByteArray& bytes);
std::optional<QByteArray> descriptorFromHex(const QString& hex);

} // namespace fuotadesk
