#include "wiring/windowrun.h"

#include "campaign/session.h"
#include "console/commandline.h"
#include "console/output.h"
#include "desktop/boundedaccess.h"
#include "desktop/mainwindow.h"
#include "desktop/placeholdertint.h"
#include "wiring/composition.h"
#include "wiring/interruption.h"
#include "wiring/singleinstance.h"

#include <QDir>
#include <QFileInfo>
#include <QTimer>

namespace fuotadesk {

namespace {

// Per user; a private HOME (tests, other settings) is another desk.
QString instanceName()
{
    return QStringLiteral("fuotadesk-%1").arg(qHash(QDir::homePath()), 0, 16);
}

WindowRequest requestOf(const CommandLine& line)
{
    WindowRequest request{{}, line.newTask};
    if (!line.file.isEmpty())
        request.files.append(QFileInfo(line.file).absoluteFilePath());
    return request;
}

void follow(const WindowRequest& request, MainWindow& window)
{
    for (const QString& file : request.files)
        window.openFile(file);
    if (request.newTask)
        window.newTask();
}

int show(const CommandLine& line, SingleInstance& instance)
{
    Composition composition(Composition::For::Window, line.sandbox);
    boundAccessibleChildren();
    new PlaceholderTint(*qApp);
    MainWindow window(composition.workbench());
    QObject::connect(&instance, &SingleInstance::requestReceived, &window,
                     [&window](const WindowRequest& request) {
                         window.bringToFront();
                         follow(request, window);
                     });
    const Interruption interruption;
    QObject::connect(&interruption, &Interruption::happened, &window, &MainWindow::closeUnasked);
    window.show();
    // The picture first; who and where follow.
    QTimer::singleShot(0, &window, [&] {
        instance.listen();
        window.start(composition.startConnection(line));
        follow(requestOf(line), window);
    });
    return QApplication::exec();
}

} // namespace

int runWindow(QApplication& application)
{
    Output output;
    const auto parsed = parseCommandLine(QApplication::arguments());
    if (!parsed) {
        output.message(QStringLiteral("fuotadesk: ") + parsed.error().detail);
        return static_cast<int>(ExitStatus::WrongUsage);
    }
    const CommandLine line = std::get<CommandLine>(*parsed);
    application.setDesktopFileName(QStringLiteral("fuotadesk"));
    SingleInstance instance(instanceName());
    if (instance.handOver(requestOf(line)))
        return static_cast<int>(ExitStatus::Done);
    return show(line, instance);
}

} // namespace fuotadesk
