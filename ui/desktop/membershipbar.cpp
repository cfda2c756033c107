#include "desktop/membershipbar.h"

#include "campaign/memberships.h"
#include "campaign/tasklist.h"
#include "text/numbertext.h"
#include "text/recipienttext.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

namespace fuotadesk {

using namespace std::chrono_literals;

namespace {

constexpr auto ShowInterval = 250ms;
constexpr int ProgressWidth = 16; // characters

QString progressText(const MembershipRun& run, const QString& taskName)
{
    const MemberCounts counts = run.ledger().counts();
    QStringList parts{
        MembershipBar::tr("%1 for “%2”", "what is done, task")
            .arg(membershipPhaseText(run.phase(), run.batch().change), taskName),
        MembershipBar::tr("%1 of %2").arg(numberText(counts.done), numberText(counts.all()))};
    if (counts.failed > 0)
        parts << MembershipBar::tr("%1 refused").arg(numberText(counts.failed));
    if (run.phase() == MembershipPhase::Changing && run.remaining().count() > 0)
        parts << MembershipBar::tr("%1 left", "duration").arg(aboutDurationText(run.remaining()));
    return parts.join(QStringLiteral(" · "));
}

} // namespace

MembershipBar::MembershipBar(Memberships& memberships, const TaskList& tasks, QWidget* parent)
    : QFrame(parent),
      m_memberships(memberships),
      m_tasks(tasks),
      m_text(new QLabel),
      m_progress(new QProgressBar),
      m_pause(new QPushButton),
      m_cancel(new QPushButton)
{
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Recipients changed"));
    m_progress->setFixedWidth(fontMetrics().averageCharWidth() * ProgressWidth);
    m_cancel->setText(tr("Cancel"));
    m_cancel->setToolTip(tr("What was changed so far stays"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(8, 4, 8, 4);
    row->addWidget(m_text, 1);
    row->addWidget(m_progress);
    row->addWidget(m_pause);
    row->addWidget(m_cancel);
    m_showLater.setSingleShot(true);
    m_showLater.setInterval(ShowInterval);
    connect(&m_showLater, &QTimer::timeout, this, &MembershipBar::showProgress);
    connect(&memberships, &Memberships::runChanged, this, &MembershipBar::takeRun);
    connect(&memberships, &Memberships::phaseChanged, this, &MembershipBar::showProgress);
    connect(&memberships, &Memberships::memberChanged, this, [this] {
        if (!m_showLater.isActive())
            m_showLater.start();
    });
    connect(m_pause, &QPushButton::clicked, this, &MembershipBar::pressPause);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_isCancelled = true;
        m_memberships.cancel();
        showProgress();
    });
    takeRun();
}

void MembershipBar::takeRun()
{
    m_isCancelled = false;
    showProgress();
}

void MembershipBar::showProgress()
{
    const MembershipRun* run = m_memberships.run();
    setVisible(m_memberships.isRunning() && run);
    if (isHidden())
        return;
    const QString taskId = run->batch().taskId;
    const TaskRow* row = m_tasks.find(taskId);
    const QString name = row && !row->summary.name.isEmpty() ? row->summary.name : taskId;
    m_text->setText(progressText(*run, name));
    const MemberCounts counts = run->ledger().counts();
    m_progress->setRange(0, static_cast<int>(counts.all()));
    m_progress->setValue(static_cast<int>(counts.done + counts.failed));
    const bool paused = run->phase() == MembershipPhase::Paused;
    m_pause->setText(paused ? tr("Go on") : tr("Pause"));
    m_pause->setEnabled(!m_isCancelled);
    m_cancel->setText(m_isCancelled ? tr("Cancelling…") : tr("Cancel"));
    m_cancel->setEnabled(!m_isCancelled);
}

void MembershipBar::pressPause()
{
    if (m_memberships.run()->phase() == MembershipPhase::Paused)
        m_memberships.goOn();
    else
        m_memberships.pause();
}

} // namespace fuotadesk
