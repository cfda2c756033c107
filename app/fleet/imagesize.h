#pragma once

#include <QString>

#include <optional>

namespace fuotadesk {

// The sandbox has no S3 behind it, so the name of an image says how large it is: the digits, three
// or more, between a hyphen and the ending ("s3://bucket/fw-102400.bin"); else it has 20 480 bytes.
// Nothing for what is no "s3://bucket/key", for an empty image, and for one over a megabyte (2^20),
// which the service does not send: a session with it ends before a fragment goes out.
std::optional<qint64> sandboxImageBytes(const QString& uri);

} // namespace fuotadesk
