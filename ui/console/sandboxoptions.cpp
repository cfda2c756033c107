#include "console/sandboxoptions.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace fuotadesk {

namespace {

constexpr double LeastSpeed = 0.001;
constexpr double MostSpeed = 100'000;
constexpr int MostDevices = 100'000;

QString tr(const char* text)
{
    return QCoreApplication::translate("SandboxOptions", text);
}

QString optionName(SandboxOptionsOf whose, const char* name)
{
    return (whose == SandboxOptionsOf::Window ? QStringLiteral("sandbox-") : QString())
        + QLatin1String(name);
}

tl::unexpected<Error> wrongUsage(const QString& complaint)
{
    return failure(ErrorKind::InputInvalid, {}, complaint);
}

Result<void> readPort(const QString& text, LocalEndpointOptions& options)
{
    bool isNumber = false;
    const ushort port = text.toUShort(&isNumber);
    if (!isNumber && !text.isEmpty())
        return wrongUsage(tr("A port is a number from 0 to 65535, not “%1”.").arg(text));
    options.port = port;
    return {};
}

Result<void> readSpeed(const QString& text, LocalEndpointOptions& options)
{
    if (text.isEmpty())
        return {};
    bool isNumber = false;
    options.speed = text.toDouble(&isNumber);
    if (!isNumber || !(options.speed >= LeastSpeed && options.speed <= MostSpeed))
        return wrongUsage(
            tr("A speed is a number from 0.001 to 100000, as 60 for a minute a second; not “%1”.")
                .arg(text));
    return {};
}

Result<void> readDevices(const QString& text, LocalEndpointOptions& options)
{
    if (text.isEmpty())
        return {};
    bool isNumber = false;
    options.devices = text.toInt(&isNumber);
    if (!isNumber || options.devices < 0 || options.devices > MostDevices)
        return wrongUsage(tr("A fleet has from 0 to 100000 devices, not “%1”.").arg(text));
    return {};
}

Result<void> readObjects(const QString& text, LocalEndpointOptions& options)
{
    if (text.isEmpty())
        return {};
    bool isNumber = false;
    options.objects = text.toInt(&isNumber);
    if (!isNumber || options.objects < 0 || options.objects > LocalEndpoint::MostObjects)
        return wrongUsage(tr("A bucket is filled with 0 to 100000 objects, not “%1”.").arg(text));
    return {};
}

Result<void> readFaults(const QStringList& texts, LocalEndpointOptions& options)
{
    for (const QString& text : texts) {
        const auto fault = parseFault(text);
        if (!fault)
            return wrongUsage(
                tr("--fault takes KIND=VALUE[:OPERATION], as latency=200ms, reset=0.01, 429=0.05, "
                   "500=0.02, truncate=0.01 or lost=0.01:CreateFuotaTask. In “%1”, “%2” is wrong.")
                    .arg(text, fault.error().code));
        options.faults.append(*fault);
    }
    return {};
}

} // namespace

void addSandboxOptions(QCommandLineParser& parser, SandboxOptionsOf whose)
{
    const bool forWindow = whose == SandboxOptionsOf::Window;
    parser.addOption({optionName(whose, "port"),
                      forWindow ? tr("Lets the sandbox listen on this port.")
                                : tr("Listens on this port; else on any free one."),
                      QStringLiteral("N")});
    parser.addOption({optionName(whose, "speed"),
                      tr("Lets simulated time go so much faster than the real one; it begins to "
                         "count once a task is started."),
                      QStringLiteral("X")});
    parser.addOption({optionName(whose, "devices"),
                      tr("Size of the simulated fleet, 24 if not given, 100000 at most."),
                      QStringLiteral("N")});
    if (forWindow)
        return;
    parser.addOption({QStringLiteral("profiles"),
                      tr("Writes the shared files of the AWS tools into this folder, with a "
                         "profile for each way of signing in at the sandbox."),
                      QStringLiteral("FOLDER")});
    parser.addOption({QStringLiteral("objects"),
                      tr("Puts this many small objects into firmware-bucket, under many/."),
                      QStringLiteral("N")});
    parser.addOption(
        {QStringLiteral("quota"), tr("Allows each operation 10 calls per second, as AWS does.")});
    parser.addOption(
        {QStringLiteral("fault"),
         tr("Makes a fault, of one operation or of all: latency=200ms, reset=0.01, 429=0.05, "
            "500=0.02, truncate=0.01, lost=0.01 (an answer lost after its effect), with "
            ":OPERATION behind it or not. Can be given more than once."),
         QStringLiteral("SPEC")});
}

Result<LocalEndpointOptions> sandboxOptionsFrom(const QCommandLineParser& parser,
                                                SandboxOptionsOf whose)
{
    LocalEndpointOptions options;
    Result<void> read = readPort(parser.value(optionName(whose, "port")), options);
    if (read)
        read = readSpeed(parser.value(optionName(whose, "speed")), options);
    if (read)
        read = readDevices(parser.value(optionName(whose, "devices")), options);
    if (read && whose == SandboxOptionsOf::Command) {
        options.quota = parser.isSet(QStringLiteral("quota"));
        read = readObjects(parser.value(QStringLiteral("objects")), options);
        if (read)
            read = readFaults(parser.values(QStringLiteral("fault")), options);
    }
    if (!read)
        return failure(read.error());
    return options;
}

} // namespace fuotadesk
