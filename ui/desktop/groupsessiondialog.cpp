#include "desktop/groupsessiondialog.h"

#include "base/clock.h"
#include "desktop/formrow.h"
#include "desktop/numberbox.h"
#include "desktop/starttimeedit.h"
#include "text/groupadvicetext.h"
#include "text/radiotext.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>

namespace fuotadesk {

namespace {

constexpr qint64 UsualTimeout = 8192; // s

NumberBox* numberBox(const QString& unit, qint64 least, qint64 most, qint64 suggestion)
{
    auto* box = new NumberBox;
    box->setUnit(unit);
    box->setStepLimits(least, most);
    box->setSuggestion(suggestion);
    box->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    return box;
}

} // namespace

GroupSessionDialog::GroupSessionDialog(const MulticastGroup& group, const Clock& clock,
                                       QWidget* parent)
    : QDialog(parent),
      m_group(group.transmission),
      m_clock(clock),
      m_start(new StartTimeEdit(clock)),
      m_timeout(numberBox(tr(" s"), 60, 172'800, UsualTimeout)),
      m_dataRate(numberBox({}, 0, 15, 0)),
      m_frequency(numberBox(tr(" Hz"), 100'000'000, 1'000'000'000, 869'525'000)),
      m_pingSlots(numberBox({}, 32, 4096, 128))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Start a session"));
    m_timeout->setNumber(UsualTimeout);
    makeRows(group);
    connect(m_start, &StartTimeEdit::changed, this, &GroupSessionDialog::judge);
    for (NumberBox* box : {m_timeout, m_dataRate, m_frequency, m_pingSlots})
        connect(box, &NumberBox::numberChanged, this, &GroupSessionDialog::judge);
    judge();
    m_start->setFocus();
}

void GroupSessionDialog::makeRows(const MulticastGroup& group)
{
    auto* consequence = new QLabel(
        tr("Until the session of “%1” is over, no device can be added to the group. A task that "
           "is started later takes over its frequency and ping slots.")
            .arg(group.name.isEmpty() ? group.id : group.name));
    consequence->setWordWrap(true);
    consequence->setTextFormat(Qt::PlainText);
    auto* form = new QFormLayout;
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    auto* startRow = new FormRow(tr("Start"), m_start);
    startRow->addTo(form);
    m_rows.insert(GroupField::Start, startRow);
    addRow(form, GroupField::Timeout, tr("Time-&out"), m_timeout,
           QStringLiteral("LoRaWAN.SessionTimeout"), tr("How long the devices listen."));
    const auto otherwise = [](const QString& text) {
        return text.isEmpty() ? tr("Left open, the service decides.")
                              : tr("Left open, that of the group: %1.").arg(text);
    };
    addRow(form, GroupField::DataRate, tr("Data &rate"), m_dataRate, QStringLiteral("LoRaWAN.DlDr"),
           otherwise(m_group.dataRate ? dataRateText(*m_group.dataRate) : QString()));
    addRow(form, GroupField::Frequency, tr("&Frequency"), m_frequency,
           QStringLiteral("LoRaWAN.DlFreq"),
           otherwise(m_group.frequencyHz ? frequencyText(*m_group.frequencyHz) : QString()));
    if (m_group.downlinkClass == QStringLiteral("ClassC")) {
        m_pingSlots->setParent(this); // there are none
        m_pingSlots->hide();
    } else {
        addRow(form, GroupField::PingSlotPeriod, tr("&Ping slot period"), m_pingSlots,
               QStringLiteral("LoRaWAN.PingSlotPeriod"), otherwise({}));
    }
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_startButton = buttons->addButton(tr("Start session"), QDialogButtonBox::AcceptRole);
    auto* column = new QVBoxLayout(this);
    column->addWidget(consequence);
    column->addLayout(form);
    column->addWidget(buttons);
    m_startButton->setDefault(true); // once it is in the dialog, or Cancel would be
    connect(buttons, &QDialogButtonBox::accepted, this, &GroupSessionDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void GroupSessionDialog::addRow(QFormLayout* form, GroupField field, const QString& label,
                                NumberBox* box, const QString& apiWord, const QString& hint)
{
    box->setToolTip(apiWord);
    auto* row = new FormRow(label, box);
    row->addTo(form);
    row->setHint(hint);
    m_rows.insert(field, row);
}

MulticastSession GroupSessionDialog::session() const
{
    MulticastSession session;
    session.startTime = m_start->startTime();
    session.timeoutSeconds = m_timeout->number();
    session.dataRate = m_dataRate->number();
    session.frequencyHz = m_frequency->number();
    if (m_rows.contains(GroupField::PingSlotPeriod))
        session.pingSlotPeriod = m_pingSlots->number();
    return session;
}

void GroupSessionDialog::judge()
{
    const QList<GroupFinding> findings = sessionFindings(session(), m_group, m_clock.now());
    for (FormRow* row : std::as_const(m_rows))
        row->clearFinding();
    for (const GroupFinding& finding : findings)
        if (FormRow* row = m_rows.value(finding.field); row && !row->hasFinding())
            row->setFinding(finding.severity, groupFindingText(finding));
    m_startButton->setEnabled(m_start->startTime().isValid() && !hasErrors(findings));
}

// Time has gone by since it was last looked at.
void GroupSessionDialog::accept()
{
    m_start->showOutcome();
    if (!m_startButton->isEnabled())
        return;
    Q_EMIT sessionChosen(session());
    QDialog::accept();
}

} // namespace fuotadesk
