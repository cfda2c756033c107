#include "console/commandline.h"

#include "console/sandboxoptions.h"
#include "fuota/radioplan.h"

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
    VerbWord{"plan", Verb::Plan},
    VerbWord{"submit", Verb::Submit},
    VerbWord{"devices", Verb::Devices},
    VerbWord{"sandbox", Verb::Sandbox},
};

QString tr(const char* text)
{
    return QCoreApplication::translate("CommandLine", text);
}

QCommandLineOption option(const char* name, const QString& description, const char* value = nullptr)
{
    return {QString::fromLatin1(name), description, QString::fromLatin1(value)};
}

void addPlanOptions(QCommandLineParser& parser)
{
    parser.addOptions({
        option("loss", tr("Share of fragments a device loses, 0 to 1."), "P"),
        option("suggest",
               tr("Looks for the quickest way in which this share of the devices gets "
                  "the image, 0 to 1."),
               "P"),
        option("data-rate", tr("Data rate of the region, 0 to 15."), "N"),
        option("devices", tr("Number of devices."), "N"),
        option("gateways", tr("Gateways that send one after the other, 1 to 20."), "N"),
        option("variant", tr("How the sender reads the code: v1, v2 or v2_text."), "NAME"),
        option("decoder", tr("Decoder of the devices: %1.").arg(decoderNames().join(u", ")),
               "NAME"),
    });
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

QString fileDescription(Verb verb)
{
    return verb == Verb::Devices
        ? tr("A list or a table of devices, told by id, DevEUI or name.")
        : tr("A template (*.fuota.json) or a document for the aws CLI's --cli-input-json.");
}

void addOptions(QCommandLineParser& parser, Verb verb)
{
    using enum Verb;
    if (verb == Plan || verb == Submit)
        parser.addOption(option("set", tr("Gives a variable of the template its value."), "K=V"));
    if (verb == Plan)
        addPlanOptions(parser);
    if (verb == Submit)
        addSubmitOptions(parser);
    if (verb == Devices)
        parser.addOption(option("check", tr("Looks every device up and tells what was found.")));
    if (verb == Submit || verb == Devices || verb == Window)
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

Result<std::optional<double>> shareFrom(const QCommandLineParser& parser, const char* name)
{
    const QString text = parser.value(QString::fromLatin1(name));
    if (text.isEmpty())
        return std::optional<double>();
    bool isNumber = false;
    const double share = text.toDouble(&isNumber);
    if (!isNumber || !(share >= 0 && share <= 1))
        return wrongUsage(
            tr("--%1 takes a number from 0 to 1, not “%2”.").arg(QLatin1String(name), text));
    return std::optional(share);
}

Result<std::optional<int>> numberFrom(const QCommandLineParser& parser, const char* name, int least,
                                      int most)
{
    const QString text = parser.value(QString::fromLatin1(name));
    if (text.isEmpty())
        return std::optional<int>();
    bool isNumber = false;
    const int number = text.toInt(&isNumber);
    if (!isNumber || number < least || number > most)
        return wrongUsage(tr("--%1 takes a whole number from %2 to %3, not “%4”.")
                              .arg(QLatin1String(name))
                              .arg(least)
                              .arg(most)
                              .arg(text));
    return std::optional(number);
}

Result<QString> wordFrom(const QCommandLineParser& parser, const char* name,
                         const QStringList& words)
{
    const QString text = parser.value(QString::fromLatin1(name));
    if (text.isEmpty() || words.contains(text))
        return text;
    return wrongUsage(
        tr("--%1 takes one of %2, not “%3”.").arg(QLatin1String(name), words.join(u", "), text));
}

// Each option in turn, until one is wrong.
Result<PlanOptions> planOptionsFrom(const QCommandLineParser& parser)
{
    PlanOptions options;
    std::optional<Error> wrong;
    const auto take = [&wrong](auto& target, const auto& read) {
        if (read)
            target = *read;
        else if (!wrong)
            wrong = read.error();
    };
    take(options.loss, shareFrom(parser, "loss"));
    take(options.suggest, shareFrom(parser, "suggest"));
    take(options.dataRate, numberFrom(parser, "data-rate", 0, 15));
    take(options.devices, numberFrom(parser, "devices", 1, 10'000'000));
    take(options.gateways, numberFrom(parser, "gateways", 1, 20));
    take(options.variant, wordFrom(parser, "variant", variantNames()));
    take(options.decoder, wordFrom(parser, "decoder", decoderNames()));
    if (wrong)
        return failure(*wrong);
    return options;
}

// Of an option that not every verb has.
QString value(const QCommandLineParser& parser, Verb verb, std::initializer_list<Verb> verbs,
              const char* name)
{
    const bool offered = std::find(verbs.begin(), verbs.end(), verb) != verbs.end();
    return offered ? parser.value(QString::fromLatin1(name)) : QString();
}

bool isGiven(const QCommandLineParser& parser, const char* name)
{
    return parser.optionNames().contains(QLatin1String(name));
}

Result<QString> fileFrom(const QCommandLineParser& parser, Verb verb)
{
    const QStringList files = parser.positionalArguments();
    const qsizetype most = verb == Verb::Sandbox ? 0 : 1;
    if (files.size() > most)
        return wrongUsage(tr("“%1” is one argument too many.").arg(files.at(most)));
    if (files.isEmpty() && verb == Verb::Devices)
        return wrongUsage(tr("Which file? Name a list or a table of devices."));
    if (files.isEmpty() && (verb == Verb::Plan || verb == Verb::Submit))
        return wrongUsage(tr("Which file? Name a template (*.fuota.json)."));
    return files.value(0);
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
    if (line.verb == Plan || line.verb == Submit)
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
    if (line.verb == Devices && !isGiven(parser, "check") && !wrong)
        return wrongUsage(tr("What about the devices? Look them up with --check."));
    if (wrong)
        return failure(*wrong);
    return {};
}

Result<CommandLine> read(const QCommandLineParser& parser, Verb verb)
{
    using enum Verb;
    CommandLine line;
    line.verb = verb;
    const auto file = fileFrom(parser, verb);
    if (!file)
        return failure(file.error());
    line.file = *file;
    if (const auto options = readVerbOptions(parser, line); !options)
        return failure(options.error());
    line.connection = value(parser, verb, {Submit, Devices, Window}, "connection");
    line.newTask = isGiven(parser, "new-task");
    if (line.newTask && !line.file.isEmpty())
        return wrongUsage(tr("Either --new-task or a file, not both."));
    line.useSandbox = isGiven(parser, "sandbox");
    line.profile = value(parser, verb, {Submit, Devices, Window}, "profile");
    if (int(line.useSandbox) + int(!line.connection.isEmpty()) + int(!line.profile.isEmpty()) > 1)
        return wrongUsage(tr("One of --sandbox, --connection and --profile, not several."));
    line.region = value(parser, verb, {Submit, Devices, Window}, "region");
    if (line.useSandbox && !line.region.isEmpty())
        return wrongUsage(tr("The sandbox is in no region: leave --region out."));
    line.endpointUrl = value(parser, verb, {Submit, Devices}, "endpoint-url");
    line.profilesFolder = value(parser, verb, {Sandbox}, "profiles");
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
