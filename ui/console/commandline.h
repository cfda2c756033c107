#pragma once

#include "aws/localendpoint.h"
#include "base/result.h"
#include "console/submitoptions.h"

#include <QMap>
#include <QStringList>

#include <variant>

namespace fuotadesk {

enum class Verb { Window, Plan, Submit, Devices, Sandbox };

// What `plan` assumes instead of what the template says; unset: as it says.
struct PlanOptions {
    std::optional<double> loss; // 0..1
    std::optional<double> suggest; // the share of devices to reach, 0..1
    std::optional<int> dataRate;
    std::optional<int> devices;
    std::optional<int> gateways;
    QString variant;
    QString decoder;

    friend bool operator==(const PlanOptions&, const PlanOptions&) = default;
};

// What the operator asked for on the command line. Empty texts were not given.
struct CommandLine {
    Verb verb = Verb::Window;
    QString file;
    QMap<QString, QString> variables; // --set K=V
    QString connection; // by name
    QString profile; // of the AWS tools
    bool newTask = false;
    bool useSandbox = false;
    QString region;
    QString endpointUrl;
    bool json = false;
    PlanOptions plan;
    SubmitOptions submit;
    LocalEndpointOptions sandbox;
    QString profilesFolder; // sandbox: where files for other programs go

    friend bool operator==(const CommandLine&, const CommandLine&) = default;
};

// --help and --version: text for stdout, and nothing else to do.
struct CommandLineAnswer {
    QString text;
};

// Whether these arguments ask for the terminal: decided before there is an application object.
bool isConsoleCommand(int argc, const char* const* argv);

// arguments[0] is the program. Wrong usage is InputInvalid with the complaint in detail.
Result<std::variant<CommandLine, CommandLineAnswer>> parseCommandLine(const QStringList& arguments);

} // namespace fuotadesk
