#include "console/campaignfollow.h"

#include "console/complaints.h"
#include "text/numbertext.h"
#include "text/statustext.h"

namespace fuotadesk {

namespace {

// A start that was accepted may take a while to show.
constexpr std::chrono::seconds LookAgainAfter{10};

} // namespace

CampaignFollow::CampaignFollow(TaskWatch& watch, Output& output, QObject* parent)
    : QObject(parent),
      m_watch(watch),
      m_output(output)
{
    connect(&m_watch, &TaskWatch::stateChanged, this, &CampaignFollow::takeState);
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, &m_watch, &TaskWatch::refresh);
}

void CampaignFollow::start(const QString& taskId)
{
    m_isRunning = true;
    m_watch.watch(taskId);
}

void CampaignFollow::takeState()
{
    if (!m_isRunning)
        return;
    if (m_watch.state() == ListState::Ready) {
        m_hasFailed = false;
        tell();
        takeLook(m_watch.task()->status);
    } else if (const auto error = m_watch.error()) {
        const bool isGone = error->kind == ErrorKind::NotFound;
        if (!std::exchange(m_hasFailed, true) && !isGone)
            m_output.message(serviceComplaint(*error) + u'\n' + tr("The watch goes on."));
        if (isGone) {
            m_isRunning = false;
            Q_EMIT lost(*error);
        }
    }
}

void CampaignFollow::takeLook(TaskStatus status)
{
    if (status == TaskStatus::Done) {
        m_isRunning = false;
        Q_EMIT ended();
    } else if (status == TaskStatus::Pending || status == TaskStatus::Unknown) {
        m_again.start(LookAgainAfter);
    }
}

void CampaignFollow::tell()
{
    if (m_watch.history().size() == std::exchange(m_told, m_watch.history().size()))
        return;
    const WatchPoint& point = m_watch.history().last();
    m_output.message(tr("%1  %2: %3 of %4 devices have the image, %5 failed")
                         .arg(localTimeText(point.at), statusLabel(*m_watch.task()),
                              numberText(point.counts.successful), numberText(point.counts.total()),
                              numberText(point.counts.failed)));
}

} // namespace fuotadesk
