#pragma once

#include "conformance/caserunner.h"

#include "lorawan/paritymatrix.h"

#include <vector>

// What the checks of ts004-vectors.json share.
namespace fuotadesk::ts004 {

inline QByteArray bytesOf(const std::vector<std::uint8_t>& bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size())};
}

// In hex.
QByteArray sha256(const QByteArray& bytes);

// The row as the file packs it: fragment 1 is the uppermost bit of the first byte. Empty for counts
// beyond 14 bits.
QByteArray packedRow(lorawan::Variant variant, int dataFragments, int codedFragment);

// One entry of "encode".
Disagreements checkEncoding(const QJsonObject& test);

} // namespace fuotadesk::ts004
