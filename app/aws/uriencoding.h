#pragma once

#include <QByteArray>

namespace fuotadesk {

// Percent-encoding of RFC 3986: everything but the unreserved characters A-Z a-z 0-9 - . _ ~
// becomes %XX with upper-case digits. Works on bytes: texts come in as UTF-8.
QByteArray percentEncoded(QByteArrayView bytes);

// The same for a whole path: '/' stays.
QByteArray percentEncodedPath(QByteArrayView path);

// "%41" -> "A". A '%' without two hexadecimal digits behind it, and '+', stay as they are.
QByteArray percentDecoded(QByteArrayView text);

} // namespace fuotadesk
