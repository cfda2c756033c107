#pragma once

#include <QApplication>

namespace fuotadesk {

// The window, from the command line to quitting. A second start hands its file over and returns at
// once.
int runWindow(QApplication& application);

} // namespace fuotadesk
