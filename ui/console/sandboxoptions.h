#pragma once

#include "aws/localendpoint.h"

class QCommandLineParser;

namespace fuotadesk {

// Whose options: the command `sandbox`, or the window, which names some of them --sandbox-….
enum class SandboxOptionsOf { Command, Window };

void addSandboxOptions(QCommandLineParser& parser, SandboxOptionsOf whose);
// After addSandboxOptions() and parse(). Error: InputInvalid with the complaint in detail.
Result<LocalEndpointOptions> sandboxOptionsFrom(const QCommandLineParser& parser,
                                                SandboxOptionsOf whose);

} // namespace fuotadesk
