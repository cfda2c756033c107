#pragma once

#include <QJsonObject>
#include <QString>

namespace fuotadesk {

// What a command ends with (design of the command line: README.md).
enum class ExitStatus { Done = 0, Refused = 1, WrongUsage = 2, DevicesFailed = 3 };

// The terminal: results go to stdout, everything said beside them to stderr. UTF-8.
class Output {
public:
    virtual ~Output() = default;
    virtual void result(const QString& text);
    virtual void message(const QString& text);

    // One document, compact, on a line of its own.
    void json(const QJsonObject& document);
};

} // namespace fuotadesk
