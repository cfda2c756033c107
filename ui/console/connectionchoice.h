#pragma once

#include "console/commandline.h"
#include "console/output.h"

#include <QObject>

namespace fuotadesk {

class Session;
struct Connection;

// Where a command goes: the connection or profile it names, the sandbox, or what the AWS tools
// would take. Says once whether the session is ready or what it said no with.
class ConnectionChoice : public QObject {
    Q_OBJECT

public:
    ConnectionChoice(const CommandLine& line, Session& session, Output& output, QObject* parent);

    // Complains and is false where nothing that can be used is named: wrong usage.
    bool choose();

Q_SIGNALS:
    void ready();
    void refused(const fuotadesk::Error& error);

private:
    bool take(const Connection& connection);
    bool takeUsualProfile();
    void takeState();

    CommandLine m_line;
    Session& m_session;
    Output& m_output;
    bool m_told = false;
};

} // namespace fuotadesk
