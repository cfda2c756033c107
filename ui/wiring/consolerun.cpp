#include "wiring/consolerun.h"

#include "console/checkcommand.h"
#include "console/codeprompt.h"
#include "console/devicescommand.h"
#include "console/plancommand.h"
#include "console/sandboxcommand.h"
#include "console/submitcommand.h"
#include "console/uploadcommand.h"
#include "store/activityjournal.h"
#include "wiring/composition.h"
#include "wiring/interruption.h"

#include <cstdio>
#include <cstdlib>

namespace fuotadesk {

namespace {

// A kill after the outcome was acknowledged must not look like one before it: nothing is left to be
// tidied up, so the process ends as soon as the journal of changes is on the disk as well.
auto endWithStatus(ActivityJournal& changes)
{
    return [&changes](ExitStatus status) {
        changes.flush(&changes)->then(&changes, [status](const Result<void>&) {
            std::fflush(nullptr);
            std::_Exit(static_cast<int>(status));
        });
    };
}

int submit(const CommandLine& line, Output& output)
{
    Composition composition(Composition::For::Console, line.sandbox);
    SubmitCommand command(line,
                          {composition.session(), composition.submission(),
                           composition.memberships(), composition.watch(), composition.clock(),
                           output});
    const CodePrompt prompt(composition.questions(), output, 0, isTerminalInput());
    const Interruption interruption;
    QObject::connect(&interruption, &Interruption::happened, &command, &SubmitCommand::interrupt);
    QObject::connect(&command, &SubmitCommand::finished, &command,
                     endWithStatus(composition.changes()));
    command.start();
    return QCoreApplication::exec();
}

int check(QCoreApplication& application, const CommandLine& line, Output& output)
{
    Composition composition(Composition::For::Console, line.sandbox);
    CheckCommand command(
        line, {composition.session(), composition.preflight(), composition.clock(), output});
    const CodePrompt prompt(composition.questions(), output, 0, isTerminalInput());
    const Interruption interruption;
    QObject::connect(&interruption, &Interruption::happened, &command, &CheckCommand::interrupt);
    QObject::connect(&command, &CheckCommand::finished, &application,
                     endWithStatus(composition.changes()));
    command.start();
    return QCoreApplication::exec();
}

int upload(QCoreApplication& application, const CommandLine& line, Output& output)
{
    Composition composition(Composition::For::Console, line.sandbox);
    UploadCommand command(
        line, {composition.session(), composition.upload(), composition.uploads(), output});
    const CodePrompt prompt(composition.questions(), output, 0, isTerminalInput());
    const Interruption interruption;
    QObject::connect(&interruption, &Interruption::happened, &command, &UploadCommand::interrupt);
    QObject::connect(&command, &UploadCommand::finished, &application,
                     endWithStatus(composition.changes()));
    command.start();
    return QCoreApplication::exec();
}

int devices(QCoreApplication& application, const CommandLine& line, Output& output)
{
    Composition composition(Composition::For::Console, line.sandbox);
    DevicesCommand command(line, composition.session(), output);
    const CodePrompt prompt(composition.questions(), output, 0, isTerminalInput());
    const Interruption interruption;
    QObject::connect(&interruption, &Interruption::happened, &application,
                     [] { QCoreApplication::exit(static_cast<int>(ExitStatus::Refused)); });
    QObject::connect(&command, &DevicesCommand::finished, &application,
                     endWithStatus(composition.changes()));
    command.start();
    return QCoreApplication::exec();
}

int sandbox(QCoreApplication& application, const CommandLine& line, Output& output)
{
    Composition composition(Composition::For::Console, line.sandbox);
    const ExitStatus status = startSandbox(line, composition.sandbox(), output);
    if (status != ExitStatus::Done)
        return static_cast<int>(status);
    const Interruption interruption;
    QObject::connect(&interruption, &Interruption::happened, &application,
                     [] { QCoreApplication::exit(0); });
    return QCoreApplication::exec();
}

int run(QCoreApplication& application, const CommandLine& line, Output& output)
{
    switch (line.verb) {
    case Verb::Plan:
        return static_cast<int>(
            runPlan(line, Composition(Composition::For::Console, line.sandbox).clock(), output));
    case Verb::Check:
        return check(application, line, output);
    case Verb::Upload:
        return upload(application, line, output);
    case Verb::Submit:
        return submit(line, output);
    case Verb::Devices:
        return devices(application, line, output);
    case Verb::Sandbox:
        return sandbox(application, line, output);
    case Verb::Window:
        break;
    }
    return static_cast<int>(ExitStatus::WrongUsage);
}

} // namespace

int runConsole(QCoreApplication& application)
{
    Output output;
    const auto parsed = parseCommandLine(QCoreApplication::arguments());
    if (!parsed) {
        output.message(QStringLiteral("fuotadesk: ") + parsed.error().detail);
        return static_cast<int>(ExitStatus::WrongUsage);
    }
    if (const auto* answer = std::get_if<CommandLineAnswer>(&*parsed)) {
        output.result(answer->text.trimmed());
        return static_cast<int>(ExitStatus::Done);
    }
    return run(application, std::get<CommandLine>(*parsed), output);
}

} // namespace fuotadesk
