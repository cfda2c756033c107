#pragma once

#include <QByteArray>
#include <QString>

#include <array>
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

// A firmware version in the four bytes, in the order it is read: 1.2.4.1 is 01 02 04 01, the number
// 0x01020401. One of fewer numbers stands at the end: 2.4.1 is 00 02 04 01 (AAIEAQ==). TS004 gives
// the bytes no meaning; what a device makes of them is the business of its firmware.
using DescriptorVersion = std::array<quint8, DescriptorFieldBytes>;

QByteArray descriptorFromVersion(const DescriptorVersion& version);
// Nothing unless there are four bytes.
std::optional<DescriptorVersion> versionOfDescriptor(const QByteArray& bytes);

// "2.4.1", "1.2.4.1"; zeros in front are left out, but three numbers stay. And back: one to four
// numbers up to 255, a "v" in front may be, or the eight digits of "0x00020401".
QString versionText(const DescriptorVersion& version);
std::optional<DescriptorVersion> versionFromText(const QString& text);

} // namespace fuotadesk
