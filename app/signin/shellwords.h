#pragma once

#include <QStringList>

#include <optional>

namespace fuotadesk {

// A command line in words, as a POSIX shell splits it without expanding anything: blanks part
// words, single quotes keep all, double quotes and \ work as usual. Nothing when a quote is open or
// a \ is the last character.
std::optional<QStringList> shellWords(const QString& command);

} // namespace fuotadesk
