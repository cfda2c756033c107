#include "console/commandline.h"
#include "wiring/consolerun.h"
#include "wiring/translations.h"
#include "wiring/windowrun.h"

namespace {

// Before any file or setting is touched: they are found by these names.
void introduce()
{
    QCoreApplication::setApplicationName(QStringLiteral("fuotadesk"));
    QCoreApplication::setApplicationVersion(QStringLiteral(FUOTADESK_VERSION));
}

} // namespace

int main(int argc, char** argv)
{
    introduce();
    if (fuotadesk::isConsoleCommand(argc, argv)) {
        QCoreApplication application(argc, argv);
        const fuotadesk::Translations translations;
        return fuotadesk::runConsole(application);
    }
    QApplication application(argc, argv);
    const fuotadesk::Translations translations;
    QApplication::setApplicationDisplayName(QStringLiteral("FUOTA Desk"));
    return fuotadesk::runWindow(application);
}
