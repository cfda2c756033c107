#pragma once

#include "aws/localendpoint.h"
#include "console/planoptions.h"
#include "console/submitoptions.h"

#include <QMap>
#include <QStringList>

#include <variant>

namespace fuotadesk {

enum class Verb { Window, Plan, Check, Upload, Submit, Devices, Sandbox };

// What the operator asked for on the command line. Empty texts were not given.
struct CommandLine {
    Verb verb = Verb::Window;
    QString file;
    QString target; // upload: s3://bucket/key
    bool replace = false; // upload: an object that is there already
    QMap<QString, QString> variables; // --set K=V
    QString connection; // by name
    QString profile; // of the AWS tools
    bool newTask = false;
    bool useSandbox = false;
    QString region;
    QString endpointUrl;
    bool json = false;
    PlanOptions plan;
    SubmitOptions submit; // of `check` startAt alone
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
