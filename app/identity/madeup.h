#pragma once

#include <QString>

namespace fuotadesk {

class RandomSource;

// Texts nobody can guess, drawn from uuid(), so that two are never the same.
// A-Z a-z 0-9 - _, but no - in front: a command line would take that for an option.
QString madeUpToken(RandomSource& random, qsizetype length);
// The prefix and then letters and digits as AWS's ids have them, twenty characters in all.
QString madeUpId(RandomSource& random, const QString& prefix);
// "BCDF-GHJK": without vowels, and nothing that looks like something else.
QString madeUpUserCode(RandomSource& random);

} // namespace fuotadesk
