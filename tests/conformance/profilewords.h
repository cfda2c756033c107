#pragma once

#include <QString>

namespace fuotadesk {

// Whether the program's code for an error is one that the cases tell by a part of another program's
// sentence; the table stands in profilewords.cpp.
bool isProfileError(const QString& sentence, const QString& code);

} // namespace fuotadesk
