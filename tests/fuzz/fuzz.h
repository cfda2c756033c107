#pragma once

#include <QByteArray>

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size);

namespace fuotadesk {

inline QByteArray fuzzBytes(const uint8_t* data, size_t size)
{
    return {reinterpret_cast<const char*>(data), static_cast<qsizetype>(size)};
}

// What must hold for every input; a failure is a finding of the fuzzer.
inline void mustHold(bool condition)
{
    if (!condition)
        std::abort();
}

} // namespace fuotadesk
