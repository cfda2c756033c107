#pragma once

#include "fuota/campaigndraft.h"
#include "preflight/checkrow.h"

#include <QObject>

namespace fuotadesk {

class AccountServices;
class CheckRun;
class Clock;
class Session;
class WhoAmI;

// Tells before a task is created whether its campaign can work: every line is asked on its own, all
// at once within the service's pace, and a refused call leaves the others. Nothing is changed
// anywhere. Rows are there from the start of a run, Waiting, and keep their order; of a Running one
// figure and limit tell how many of how many were asked. Another connection ends a run.
class PreflightCheck : public QObject {
    Q_OBJECT

public:
    struct Parts {
        Session& session;
        WhoAmI& whoAmI;
        AccountServices& services;
        const Clock& clock;
    };

    explicit PreflightCheck(const Parts& parts, QObject* parent = nullptr);
    ~PreflightCheck() override;

    // Instead of an earlier run. startAt: when the session shall begin, invalid where nobody knows.
    void start(const CampaignDraft& draft, const QDateTime& startAt = {});
    // What was found out stays; what was not is Waiting.
    void cancel();
    bool isRunning() const;
    const QList<CheckRow>& rows() const { return m_rows; }
    // Of the last run; nothing: there was none.
    const std::optional<CampaignDraft>& draft() const { return m_draft; }
    // Whether that run holds for this one: it is the same, or knows beside it what S3 told the run
    // of its image.
    bool isOf(const CampaignDraft& draft) const;
    // The worst of the rows: Failed, Warning, Unknown, Passed; Waiting before the end.
    CheckOutcome outcome() const;

Q_SIGNALS:
    void changed(); // a row, or the list
    void finished(); // not after cancel()

private:
    void take(CheckRow row);
    void leaveRun();

    Parts m_parts;
    QList<CheckRow> m_rows;
    std::optional<CampaignDraft> m_draft;
    std::optional<CampaignDraft> m_completed;
    CheckRun* m_run = nullptr; // while it runs
};

} // namespace fuotadesk
