#pragma once

#include <QString>

#include <optional>

namespace fuotadesk {

// The largest image the service sends; AWS says "1 megabyte" and not which.
inline constexpr qint64 LargestImageBytes = 1 << 20;

// Of an image that is in no S3 of the sandbox its name says how large it is: the digits, three or
// more, between a hyphen and the ending ("s3://bucket/fw-102400.bin"); else it has 20 480 bytes.
// Nothing for what is no "s3://bucket/key", for an empty image, and for one too large: a session
// with it ends before a fragment goes out.
std::optional<qint64> sandboxImageBytes(const QString& uri);

} // namespace fuotadesk
