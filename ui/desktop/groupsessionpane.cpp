#include "desktop/groupsessionpane.h"

#include "campaign/groupsessionwatch.h"
#include "desktop/memberform.h"
#include "text/errortext.h"
#include "text/numbertext.h"
#include "text/radiotext.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace fuotadesk {

namespace {

enum SessionMember { Start, End, Timeout, DataRate, Frequency, PingSlotPeriod };

} // namespace

GroupSessionPane::GroupSessionPane(GroupSessionWatch& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_state(new QLabel),
      m_members(new MemberForm),
      m_again(new QPushButton(tr("Read session &again"))),
      m_start(new QPushButton(tr("&Start session…"))),
      m_cancel(new QPushButton(tr("Cance&l session…")))
{
    m_state->setWordWrap(true);
    m_state->setTextFormat(Qt::PlainText);
    m_state->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_members->addMember(tr("Session start"), QStringLiteral("LoRaWAN.SessionStartTime"));
    m_members->addMember(tr("Session end"), QStringLiteral("SessionStartTime + SessionTimeout"));
    m_members->addMember(tr("Session time-out"), QStringLiteral("LoRaWAN.SessionTimeout"));
    m_members->addMember(tr("Data rate"), QStringLiteral("LoRaWAN.DlDr"));
    m_members->addMember(tr("Frequency"), QStringLiteral("LoRaWAN.DlFreq"));
    m_members->addMember(tr("Ping slot period"), QStringLiteral("LoRaWAN.PingSlotPeriod"));
    m_again->setToolTip(tr("Read the session again (GetMulticastGroupSession)"));
    m_start->setToolTip(tr("Have the devices of the group listen (StartMulticastGroupSession)"));
    m_cancel->setToolTip(tr("End the session (CancelMulticastGroupSession)"));
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_again);
    buttons->addStretch();
    buttons->addWidget(m_start);
    buttons->addWidget(m_cancel);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 0, 0);
    column->addWidget(m_state);
    column->addWidget(m_members, 1);
    column->addLayout(buttons);
    connect(&session, &GroupSessionWatch::changed, this, &GroupSessionPane::showSession);
    connect(m_again, &QPushButton::clicked, &session, &GroupSessionWatch::refresh);
    connect(m_start, &QPushButton::clicked, this, &GroupSessionPane::startRequested);
    connect(m_cancel, &QPushButton::clicked, this, &GroupSessionPane::cancelRequested);
    showSession();
}

void GroupSessionPane::setMayStart(bool mayStart)
{
    m_mayStart = mayStart;
    enableButtons();
}

void GroupSessionPane::setBusy(bool busy)
{
    m_isBusy = busy;
    enableButtons();
}

void GroupSessionPane::enableButtons()
{
    const bool isRead = m_session.state() == ListState::Ready;
    m_again->setEnabled(!m_isBusy && m_session.state() != ListState::Loading);
    m_start->setEnabled(!m_isBusy && m_mayStart && isRead && !m_session.session());
    m_cancel->setEnabled(!m_isBusy && isRead && m_session.session());
}

void GroupSessionPane::showSession()
{
    const auto& session = m_session.session();
    m_state->setToolTip({});
    if (m_session.error()) {
        m_state->setText(tr("The session could not be read.") + u' '
                         + errorMessage(*m_session.error()));
        m_state->setToolTip(errorDetails(*m_session.error()));
    } else if (session) {
        m_state->setText(tr("The group has a session."));
    } else if (m_session.state() == ListState::Ready) {
        m_state->setText(tr("The group has no session. A task that sends to it starts one by "
                            "itself."));
    } else {
        m_state->setText(tr("The session is being read."));
    }
    m_members->setVisible(session.has_value());
    if (session) {
        const QString unknown = tr("Not told");
        const auto timeout = session->timeoutSeconds;
        const auto lasts = std::chrono::seconds(timeout.value_or(0));
        const QDateTime end = session->startTime.addSecs(lasts.count());
        const auto setTime = [&](SessionMember member, const QDateTime& time) {
            m_members->setMember(member, time.isValid() ? localTimeText(time) : unknown,
                                 utcTimeText(time));
        };
        setTime(Start, session->startTime);
        setTime(End, timeout ? end : QDateTime());
        m_members->setMember(Timeout, timeout ? durationText(lasts) : unknown);
        m_members->setMember(DataRate,
                             session->dataRate ? dataRateText(*session->dataRate) : unknown);
        m_members->setMember(Frequency,
                             session->frequencyHz ? frequencyText(*session->frequencyHz) : unknown);
        m_members->setMember(PingSlotPeriod, figureOrUnset(session->pingSlotPeriod));
    }
    enableButtons();
}

} // namespace fuotadesk
