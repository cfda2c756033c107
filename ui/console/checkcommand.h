#pragma once

#include "console/connectionchoice.h"
#include "fuota/campaigndraft.h"

namespace fuotadesk {

class Clock;
class PreflightCheck;

// `fuotadesk check FILE`: tells whether the campaign of a template can work, and changes nothing.
// DevicesFailed (3) when a row failed, Refused when nobody let itself be asked, WrongUsage when the
// file or a variable is wrong.
class CheckCommand : public QObject {
    Q_OBJECT

public:
    struct Parts {
        Session& session;
        PreflightCheck& check;
        const Clock& clock;
        Output& output;
    };

    CheckCommand(const CommandLine& line, const Parts& parts);

    void start();
    // Ctrl+C: what is known is printed, and it ends.
    void interrupt();

Q_SIGNALS:
    void finished(fuotadesk::ExitStatus status);

private:
    void run();
    void tellProgress();
    void report();
    void print();
    void end(ExitStatus status);

    CommandLine m_line;
    Parts m_parts;
    ConnectionChoice m_choice;
    CampaignDraft m_draft;
    qint64 m_told = 0; // requests
    bool m_isInterrupted = false;
};

} // namespace fuotadesk
