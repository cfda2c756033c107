#pragma once

#include "console/connectionchoice.h"
#include "console/devicefile.h"

namespace fuotadesk {

// `fuotadesk devices FILE --check`: looks up every device a file names and prints what became of
// it. DevicesFailed unless all were found, WrongUsage when the file can not be read or names
// nobody, Refused when the service, the network or the keychain say no.
class DevicesCommand : public QObject {
    Q_OBJECT

public:
    DevicesCommand(const CommandLine& line, Session& session, Output& output);

    void start() { m_file.read(m_line.file); }

Q_SIGNALS:
    void finished(fuotadesk::ExitStatus status);

private:
    void report();
    void refuse(const Error& error);
    void end(ExitStatus status);

    CommandLine m_line;
    Output& m_output;
    ConnectionChoice m_choice;
    DeviceFile m_file;
};

} // namespace fuotadesk
