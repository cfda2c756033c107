#pragma once

#include <QString>

namespace fuotadesk {

class HolderSearch;

// How far the search for the tasks that hold a device is, or what it found.
QString holderText(const QString& deviceName, const HolderSearch& search);

} // namespace fuotadesk
