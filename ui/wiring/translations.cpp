#include "wiring/translations.h"

#include <QCoreApplication>
#include <QLocale>

namespace fuotadesk {

namespace {

const auto Name = QStringLiteral("fuotadesk");
const auto Folder = QStringLiteral(":/i18n");

} // namespace

Translations::Translations()
{
    if (m_english.load(Name + QStringLiteral("_en"), Folder))
        QCoreApplication::installTranslator(&m_english);
    // Asked first, as the latest one; what it does not know is asked of English.
    if (m_language.load(QLocale(), Name, QStringLiteral("_"), Folder))
        QCoreApplication::installTranslator(&m_language);
}

} // namespace fuotadesk
