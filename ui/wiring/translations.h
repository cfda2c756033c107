#pragma once

#include <QTranslator>

namespace fuotadesk {

// The words of the program in the operator's language, from what is compiled in. English is a
// translation too: it knows the plurals. Goes on holding as long as it lives.
class Translations {
public:
    Translations();

private:
    QTranslator m_english;
    QTranslator m_language;
};

} // namespace fuotadesk
