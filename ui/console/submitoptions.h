#pragma once

#include "console/startoption.h"

#include <QString>

#include <optional>

class QCommandLineParser;

namespace fuotadesk {

// What `submit` does once the task is there.
struct SubmitOptions {
    QString recipientsFile; // beside the recipients of the template
    std::optional<StartOption> startAt;
    bool watch = false;

    friend bool operator==(const SubmitOptions&, const SubmitOptions&) = default;
};

void addSubmitOptions(QCommandLineParser& parser);
// --start-at alone, for those who only ask.
void addStartOption(QCommandLineParser& parser);
// After addStartOption() and parse(); nothing where it was not given.
Result<std::optional<StartOption>> startAtFrom(const QCommandLineParser& parser);
// After addSubmitOptions() and parse(). Error: InputInvalid with the complaint in detail.
Result<SubmitOptions> submitOptionsFrom(const QCommandLineParser& parser);

} // namespace fuotadesk
