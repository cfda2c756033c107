#pragma once

#include "campaign/submission.h"
#include "console/commandline.h"
#include "console/output.h"

namespace fuotadesk {

class Session;

// `fuotadesk submit FILE`: creates the task of a template, reads it back and prints it. Exactly
// once: an earlier run that was cut short is finished, not repeated. Refused when the service, the
// network or the keychain say no.
class SubmitCommand : public QObject {
    Q_OBJECT

public:
    SubmitCommand(CommandLine line, Session& session, Submission& submission, const Clock& clock,
                  Output& output);

    void start();

Q_SIGNALS:
    void finished(fuotadesk::ExitStatus status);

private:
    bool chooseConnection();
    void takeState();
    void create();
    void readBack(const SubmittedTask& submitted);
    void report(const SubmittedTask& submitted, const Result<FuotaTask>& task);
    void refuse(const Error& error);
    void end(ExitStatus status);

    CommandLine m_line;
    Session& m_session;
    Submission& m_submission;
    const Clock& m_clock;
    Output& m_output;
    TaskDraft m_task;
    bool m_started = false;
};

} // namespace fuotadesk
