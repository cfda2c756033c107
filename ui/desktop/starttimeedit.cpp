#include "desktop/starttimeedit.h"

#include "base/clock.h"
#include "desktop/formrow.h"
#include "text/numbertext.h"

#include <QComboBox>
#include <QCompleter>
#include <QDateTimeEdit>
#include <QFormLayout>
#include <QLabel>
#include <QRadioButton>

namespace fuotadesk {

using namespace std::chrono_literals;

namespace {

constexpr auto Tick = 5s;
constexpr int FarAhead = 2; // hours: what the time is set to at first
constexpr int ZoneWidth = 24; // characters

} // namespace

StartTimeEdit::StartTimeEdit(const Clock& clock, QWidget* parent)
    : QWidget(parent),
      m_clock(clock),
      m_soon(new QRadioButton(tr("As &soon as the service allows"))),
      m_later(new QRadioButton(tr("&At a time"))),
      m_time(new QDateTimeEdit),
      m_zone(new QComboBox),
      m_outcome(new QLabel)
{
    fillZones();
    // The wall clock as it stands: a time that does not exist shall be said, not moved.
    m_time->setTimeSpec(Qt::UTC);
    m_time->setCalendarPopup(true);
    m_time->setDisplayFormat(QLocale().dateTimeFormat(QLocale::ShortFormat));
    const QDateTime local = clock.now().addSecs(qint64{FarAhead} * 3600).toTimeZone(zone());
    m_time->setDateTime(QDateTime(local.date(), QTime(local.time().hour(), 0), Qt::UTC));
    m_soon->setChecked(true);
    makeRows();
    m_tick.setInterval(Tick);
    connect(&m_tick, &QTimer::timeout, this, &StartTimeEdit::showOutcome);
    connect(m_soon, &QRadioButton::toggled, this, &StartTimeEdit::showOutcome);
    connect(m_time, &QDateTimeEdit::dateTimeChanged, this, &StartTimeEdit::showOutcome);
    connect(m_zone, &QComboBox::currentTextChanged, this, &StartTimeEdit::showOutcome);
    m_tick.start();
    setFocusProxy(m_soon);
    showOutcome();
}

void StartTimeEdit::makeRows()
{
    auto* form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->addRow(m_soon);
    form->addRow(m_later);
    m_time->setAccessibleName(tr("Time of the start"));
    form->addRow(tr("&Time"), m_time);
    form->addRow(tr("Time &zone"), m_zone);
    labelForScreenReaders(m_zone, tr("Time zone"));
    m_outcome->setWordWrap(true);
    m_outcome->setTextFormat(Qt::PlainText);
    form->addRow(m_outcome);
}

void StartTimeEdit::fillZones()
{
    const QByteArray own = QTimeZone::systemTimeZoneId();
    m_zone->addItem(QString::fromLatin1(own));
    m_zone->addItem(QStringLiteral("UTC"));
    for (const QByteArray& id : QTimeZone::availableTimeZoneIds())
        if (id != own && id != "UTC")
            m_zone->addItem(QString::fromLatin1(id));
    m_zone->setAccessibleName(tr("Time zone"));
    m_zone->setEditable(true);
    m_zone->setInsertPolicy(QComboBox::NoInsert);
    m_zone->completer()->setFilterMode(Qt::MatchContains);
    m_zone->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_zone->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_zone->setMinimumContentsLength(ZoneWidth);
}

QTimeZone StartTimeEdit::zone() const
{
    const QByteArray id = m_zone->currentText().trimmed().toLatin1();
    return id.isEmpty() ? QTimeZone() : QTimeZone(id); // that of an empty id is the system's
}

StartTime StartTimeEdit::chosen() const
{
    const QDateTime now = m_clock.now();
    if (m_soon->isChecked())
        return {soonestStart(now), StartProblem::None, false};
    return startTimeOf(m_time->date(), m_time->time(), zone(), now);
}

void StartTimeEdit::showOutcome()
{
    m_time->setEnabled(m_later->isChecked());
    m_zone->setEnabled(m_later->isChecked());
    const bool knowsZone = m_soon->isChecked() || zone().isValid();
    const StartTime start = knowsZone ? chosen() : StartTime{};
    QString text;
    if (!knowsZone)
        text = tr("“%1” is no time zone this machine knows. Choose one of the list, as "
                  "“Europe/Berlin”.")
                   .arg(m_zone->currentText());
    else if (start.problem == StartProblem::DoesNotExist)
        text = tr("The clocks of this zone are put forward over that time. Choose an earlier or a "
                  "later one.");
    else if (start.problem == StartProblem::TooSoon)
        text = tr("The service takes a start that is half an hour ahead at least. Choose a later "
                  "time.");
    else
        text = tr("The session begins at %1, in %2.")
                   .arg(utcTimeText(start.utc),
                        aboutDurationText(std::chrono::seconds(m_clock.now().secsTo(start.utc))));
    if (start.comesTwice)
        text += u' ' + tr("The clocks of this zone are put back then: it is the first of two.");
    if (text != m_outcome->text())
        m_outcome->setText(text);
    Q_EMIT changed();
}

QDateTime StartTimeEdit::startTime() const
{
    const bool knowsZone = m_soon->isChecked() || zone().isValid();
    const StartTime start = knowsZone ? chosen() : StartTime{};
    return start.problem == StartProblem::None ? start.utc : QDateTime();
}

} // namespace fuotadesk
