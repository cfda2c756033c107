#pragma once

#include "campaign/submission.h"
#include "console/campaignfollow.h"
#include "console/connectionchoice.h"
#include "console/devicefile.h"
#include "console/submitreport.h"
#include "fuota/campaigndraft.h"

namespace fuotadesk {

class Memberships;
struct MembershipOutcome;

// `fuotadesk submit FILE`: creates the task of a template, adds its recipients, starts its session
// and follows it, as far as was asked, and prints what the service says of it. Each of it once: an
// earlier run that was cut short is finished, not repeated. Refused when the service, the network
// or the keychain say no or a recipient was refused; then nothing is started.
class SubmitCommand : public QObject {
    Q_OBJECT

public:
    struct Parts {
        Session& session;
        Submission& submission;
        Memberships& memberships;
        TaskWatch& watch;
        const Clock& clock;
        Output& output;
    };

    SubmitCommand(const CommandLine& line, const Parts& parts);

    void start();
    // Ctrl+C: what is known is printed, and it ends.
    void interrupt();

Q_SIGNALS:
    void finished(fuotadesk::ExitStatus status);

private:
    // Before anything is sent:
    bool readDraft();
    bool takeDraft(const CampaignDraft& draft);
    void takeLookup();
    void choose();
    // What is done, in this order:
    void create();
    void addRecipients();
    void takeRecipients(const MembershipOutcome& outcome);
    void startUnlessStarted();
    void startSession();
    void readBack();
    void report(const FuotaTask& task);
    void takeEnd();

    void refuse(const QString& complaint);
    void print();
    void end(ExitStatus status);

    CommandLine m_line;
    Parts m_parts;
    ConnectionChoice m_choice;
    DeviceFile m_file;
    CampaignFollow m_follow;
    TaskDraft m_task;
    Recipients m_recipients;
    SubmittedTask m_submitted;
    SubmitReport m_report;
    ExitStatus m_status = ExitStatus::Done;
};

} // namespace fuotadesk
