#pragma once

#include <QCoreApplication>

namespace fuotadesk {

// A command in the terminal, from its arguments to its exit status.
int runConsole(QCoreApplication& application);

} // namespace fuotadesk
