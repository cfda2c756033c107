#include "console/commandline.h"

#include "console/sandboxoptions.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <array>
#include <string_view>

namespace fuotadesk {

namespace {

struct VerbWord {
    const char* word;
    Verb verb;
};

constexpr std::array VerbWords = {
    VerbWord{"plan", Verb::Plan},       VerbWord{"check", Verb::Check},
    VerbWord{"upload", Verb::Upload},   VerbWord{"submit", Verb::Submit},
    VerbWord{"devices", Verb::Devices}, VerbWord{"sandbox", Verb::Sandbox},
};

QString tr(const char* text)
{
    return QCoreApplication::translate("CommandLine", text);
}

QCommandLineOption option(const char* name, const QString& description, const char* value = nullptr)
{
    return {QString::fromLatin1(name), description, QString::fromLatin1(value)};
}

void addConnectionOptions(QCommandLineParser& parser, Verb verb)
{
    parser.addOption(option("connection", tr("Uses the connection of this name."), "NAME"));
    parser.addOption(option("sandbox", tr("Uses the built-in sandbox.")));
    parser.addOption(
        option("profile", tr("Uses this profile of the AWS configuration files."), "P"));
    parser.addOption(option("region", tr("AWS region, instead of the connection's own."), "R"));
    if (verb != Verb::Window)
        parser.addOption(option("endpoint-url",
                                tr("Another endpoint, instead of the connection's own."), "URL"));
}

// Whether it asks the service anything.
bool isConnected(Verb verb)
{
    return verb != Verb::Plan && verb != Verb::Sandbox;
}

QString fileDescription(Verb verb)
{
    if (verb == Verb::Upload)
        return tr("A firmware image on this computer.");
    return verb == Verb::Devices
        ? tr("A list or a table of devices, told by id, DevEUI or name.")
        : tr("A template (*.fuota.json) or a document for the aws CLI's --cli-input-json.");
}

void addOptions(QCommandLineParser& parser, Verb verb)
{
    using enum Verb;
    if (verb == Plan || verb == Check || verb == Submit)
        parser.addOption(option("set", tr("Gives a variable of the template its value."), "K=V"));
    if (verb == Plan)
        addPlanOptions(parser);
    if (verb == Submit)
        addSubmitOptions(parser);
    if (verb == Check)
        addStartOption(parser);
    if (verb == Devices)
        parser.addOption(option("check", tr("Looks every device up and tells what was found.")));
    if (verb == Upload)
        parser.addOption(option("replace", tr("Replaces an image that is there already.")));
    if (isConnected(verb))
        addConnectionOptions(parser, verb);
    if (verb == Window)
        parser.addOption(option("new-task", tr("Opens the window on a new task.")));
    if (verb != Plan)
        addSandboxOptions(parser,
                          verb == Sandbox ? SandboxOptionsOf::Command : SandboxOptionsOf::Window);
    if (verb != Window)
        parser.addOption(option("json", tr("Prints one JSON document.")));
    if (verb != Sandbox)
        parser.addPositionalArgument(QStringLiteral("FILE"), fileDescription(verb),
                                     verb == Window ? QStringLiteral("[FILE]")
                                                    : QStringLiteral("FILE"));
    if (verb == Upload)
        parser.addPositionalArgument(QStringLiteral("TARGET"),
                                     tr("Where it goes: s3://bucket/file."));
}

tl::unexpected<Error> wrongUsage(const QString& complaint)
{
    return failure(ErrorKind::InputInvalid, {}, complaint);
}

Result<QMap<QString, QString>> variablesFrom(const QStringList& settings)
{
    QMap<QString, QString> variables;
    for (const QString& setting : settings) {
        const qsizetype equals = setting.indexOf(u'=');
        if (equals < 1)
            return wrongUsage(tr("--set takes NAME=VALUE, not “%1”.").arg(setting));
        variables.insert(setting.left(equals), setting.mid(equals + 1));
    }
    return variables;
}

// Of an option that not every verb has.
QString valueIf(bool isOffered, const QCommandLineParser& parser, const char* name)
{
    return isOffered ? parser.value(QString::fromLatin1(name)) : QString();
}

bool isGiven(const QCommandLineParser& parser, const char* name)
{
    return parser.optionNames().contains(QLatin1String(name));
}

// The file, and where it goes.
Result<QStringList> argumentsFrom(const QCommandLineParser& parser, Verb verb)
{
    const QStringList files = parser.positionalArguments();
    const qsizetype most = verb == Verb::Sandbox ? 0 : verb == Verb::Upload ? 2 : 1;
    if (files.size() > most)
        return wrongUsage(tr("“%1” is one argument too many.").arg(files.at(most)));
    if (verb == Verb::Upload && files.size() < 2)
        return wrongUsage(tr("What goes where? Name a file and s3://bucket/file."));
    if (files.isEmpty() && verb == Verb::Devices)
        return wrongUsage(tr("Which file? Name a list or a table of devices."));
    if (files.isEmpty() && verb != Verb::Window && verb != Verb::Sandbox)
        return wrongUsage(tr("Which file? Name a template (*.fuota.json)."));
    return files;
}

// The options of the verb, each in turn until one is wrong.
Result<void> readVerbOptions(const QCommandLineParser& parser, CommandLine& line)
{
    std::optional<Error> wrong;
    const auto take = [&wrong](auto& target, const auto& read) {
        if (read)
            target = *read;
        else if (!wrong)
            wrong = read.error();
    };
    using enum Verb;
    if (line.verb == Plan || line.verb == Check || line.verb == Submit)
        take(line.variables, variablesFrom(parser.values(QStringLiteral("set"))));
    if (line.verb == Plan)
        take(line.plan, planOptionsFrom(parser));
    else
        take(line.sandbox,
             sandboxOptionsFrom(parser,
                                line.verb == Sandbox ? SandboxOptionsOf::Command
                                                     : SandboxOptionsOf::Window));
    if (line.verb == Submit)
        take(line.submit, submitOptionsFrom(parser));
    if (line.verb == Check)
        take(line.submit.startAt, startAtFrom(parser));
    if (line.verb == Devices && !isGiven(parser, "check") && !wrong)
        return wrongUsage(tr("What about the devices? Look them up with --check."));
    if (wrong)
        return failure(*wrong);
    return {};
}

Result<CommandLine> read(const QCommandLineParser& parser, Verb verb)
{
    CommandLine line;
    line.verb = verb;
    const auto arguments = argumentsFrom(parser, verb);
    if (!arguments)
        return failure(arguments.error());
    line.file = arguments->value(0);
    line.target = arguments->value(1);
    line.replace = isGiven(parser, "replace");
    if (const auto options = readVerbOptions(parser, line); !options)
        return failure(options.error());
    line.connection = valueIf(isConnected(verb), parser, "connection");
    line.newTask = isGiven(parser, "new-task");
    if (line.newTask && !line.file.isEmpty())
        return wrongUsage(tr("Either --new-task or a file, not both."));
    line.useSandbox = isGiven(parser, "sandbox");
    line.profile = valueIf(isConnected(verb), parser, "profile");
    if (int(line.useSandbox) + int(!line.connection.isEmpty()) + int(!line.profile.isEmpty()) > 1)
        return wrongUsage(tr("One of --sandbox, --connection and --profile, not several."));
    line.region = valueIf(isConnected(verb), parser, "region");
    if (line.useSandbox && !line.region.isEmpty())
        return wrongUsage(tr("The sandbox is in no region: leave --region out."));
    line.endpointUrl = valueIf(isConnected(verb) && verb != Verb::Window, parser, "endpoint-url");
    line.profilesFolder = valueIf(verb == Verb::Sandbox, parser, "profiles");
    if (isGiven(parser, "profiles") && line.profilesFolder.isEmpty())
        return wrongUsage(tr("--profiles takes a folder."));
    line.json = isGiven(parser, "json");
    return line;
}

Verb verbOf(const QStringList& arguments)
{
    for (const VerbWord& each : VerbWords) {
        if (arguments.value(1) == QLatin1String(each.word))
            return each.verb;
    }
    return Verb::Window;
}

QString help(const QCommandLineParser& parser, Verb verb)
{
    QString text = parser.helpText();
    if (verb == Verb::Window)
        text += tr("\nIn a terminal:\n"
                   "  fuotadesk plan FILE      what a template would send\n"
                   "  fuotadesk check FILE     whether its task can work\n"
                   "  fuotadesk upload FILE TARGET\n"
                   "                           bring an image to S3\n"
                   "  fuotadesk submit FILE    create its task, add devices, start and watch it\n"
                   "  fuotadesk devices FILE   whether the devices of a list are known\n"
                   "  fuotadesk sandbox        the sandbox alone\n"
                   "Each has its own --help.\n");
    return text;
}

} // namespace

bool isConsoleCommand(int argc, const char* const* argv)
{
    using namespace std::string_view_literals;
    if (argc < 2)
        return false;
    const std::string_view first = argv[1];
    for (const VerbWord& each : VerbWords) {
        if (first == each.word)
            return true;
    }
    for (int i = 1; i < argc; ++i) {
        const std::string_view argument = argv[i];
        if (argument == "--help"sv || argument == "-h"sv || argument == "--version"sv
            || argument == "-v"sv)
            return true;
    }
    return false;
}

Result<std::variant<CommandLine, CommandLineAnswer>> parseCommandLine(const QStringList& arguments)
{
    using Parsed = std::variant<CommandLine, CommandLineAnswer>;
    const Verb verb = verbOf(arguments);
    QStringList rest = arguments;
    if (verb != Verb::Window)
        rest.removeAt(1);

    QCommandLineParser parser;
    parser.setApplicationDescription(
        tr("Plans, creates and watches firmware updates of LoRaWAN devices on AWS."));
    const auto helpOption = parser.addHelpOption();
    const auto versionOption = parser.addVersionOption();
    addOptions(parser, verb);
    if (!parser.parse(rest))
        return wrongUsage(parser.errorText());
    if (parser.isSet(helpOption))
        return Parsed(CommandLineAnswer{help(parser, verb)});
    if (parser.isSet(versionOption))
        return Parsed(CommandLineAnswer{
            QStringLiteral("fuotadesk %1\n").arg(QCoreApplication::applicationVersion())});
    const Result<CommandLine> line = read(parser, verb);
    if (!line)
        return failure(line.error());
    return Parsed(*line);
}

} // namespace fuotadesk
