#pragma once

#include <QString>

namespace fuotadesk {

// The program's code for an error that the cases tell by a part of another program's sentence; the
// sentence itself where the table has none.
QString profileErrorCode(const QString& sentence);

} // namespace fuotadesk
