#include "preflight/preflightcheck.h"

#include "base/clock.h"
#include "campaign/session.h"
#include "preflight/checkrows.h"
#include "preflight/checkrun.h"

#include <algorithm>

namespace fuotadesk {

namespace {

bool isOpen(const CheckRow& row)
{
    return row.outcome == CheckOutcome::Waiting || row.outcome == CheckOutcome::Running;
}

CheckRow waitingRow(CheckSubject subject)
{
    CheckRow row;
    row.subject = subject;
    return row;
}

} // namespace

PreflightCheck::PreflightCheck(const Parts& parts, QObject* parent)
    : QObject(parent),
      m_parts(parts)
{
    connect(&parts.session, &Session::activeChanged, this, &PreflightCheck::cancel);
}

PreflightCheck::~PreflightCheck()
{
    delete m_run;
}

bool PreflightCheck::isRunning() const
{
    return m_run != nullptr;
}

bool PreflightCheck::isOf(const CampaignDraft& draft) const
{
    return m_draft == draft || m_completed == draft;
}

void PreflightCheck::start(const CampaignDraft& draft, const QDateTime& startAt)
{
    leaveRun();
    m_draft = draft;
    m_completed.reset();
    m_rows.clear();
    for (const CheckSubject subject : checkSubjects())
        m_rows.append(waitingRow(subject));
    m_run = new CheckRun({m_parts.session, m_parts.whoAmI, m_parts.services, m_parts.clock}, draft,
                         startAt);
    connect(m_run, &CheckRun::found, this, &PreflightCheck::take);
    connect(m_run, &CheckRun::completed, this,
            [this](const CampaignDraft& completed) { m_completed = completed; });
    QMetaObject::invokeMethod(m_run, &CheckRun::start, Qt::QueuedConnection);
    Q_EMIT changed();
}

void PreflightCheck::cancel()
{
    if (!isRunning())
        return;
    leaveRun();
    for (CheckRow& row : m_rows)
        if (isOpen(row))
            row = waitingRow(row.subject);
    Q_EMIT changed();
}

// Outlives the callback in which it is left.
void PreflightCheck::leaveRun()
{
    if (!m_run)
        return;
    m_run->leave();
    m_run->disconnect(this);
    std::exchange(m_run, nullptr)->deleteLater();
}

void PreflightCheck::take(CheckRow row)
{
    const CheckRun* const run = m_run;
    if (!isOpen(row))
        row.at = m_parts.clock.now();
    m_rows[static_cast<qsizetype>(row.subject)] = row;
    const bool isEnd = std::ranges::none_of(m_rows, isOpen);
    if (isEnd)
        leaveRun();
    Q_EMIT changed();
    if (isEnd && run && !m_run)
        Q_EMIT finished();
}

CheckOutcome PreflightCheck::outcome() const
{
    if (m_rows.isEmpty() || std::ranges::any_of(m_rows, isOpen))
        return CheckOutcome::Waiting;
    for (const CheckOutcome worst :
         {CheckOutcome::Failed, CheckOutcome::Warning, CheckOutcome::Unknown})
        if (std::ranges::find(m_rows, worst, &CheckRow::outcome) != m_rows.end())
            return worst;
    return CheckOutcome::Passed;
}

} // namespace fuotadesk
