#include "desktop/checkpane.h"

#include "base/clock.h"
#include "desktop/checkcounts.h"
#include "desktop/checkline.h"
#include "desktop/plainlabel.h"
#include "desktop/statusicon.h"
#include "text/checktext.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>

#include <algorithm>

namespace fuotadesk {

using namespace std::chrono_literals;

namespace {

constexpr auto AgeStep = 20s;
constexpr int BusyHeight = 3;
constexpr int LeastWidth = 320;
constexpr double HeadingScale = 1.15;

QScrollArea* areaAround(const QWidget* widget)
{
    for (QWidget* each = widget->parentWidget(); each; each = each->parentWidget())
        if (auto* area = qobject_cast<QScrollArea*>(each))
            return area;
    return nullptr;
}

} // namespace

CheckPane::CheckPane(const Clock& clock, QWidget* parent)
    : QWidget(parent),
      m_clock(clock),
      m_summaryIcon(new QLabel(this)),
      m_summary(plainLabel()),
      m_button(new QPushButton(this)),
      m_progress(new QProgressBar(this)),
      m_staleNote(new QWidget(this)),
      m_staleIcon(new QLabel),
      m_empty(plainLabel(tr("The check asks the account whether this task can work: image, "
                            "role, recipients and plan. Nothing is changed."))),
      m_column(new QVBoxLayout(this))
{
    setMinimumWidth(LeastWidth);
    makeHead(m_column);
    m_column->addWidget(m_empty);
    m_column->addStretch(1);
    m_minute.setInterval(AgeStep);
    connect(&m_minute, &QTimer::timeout, this, &CheckPane::showAges);
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (m_isRunning)
            Q_EMIT cancelPressed();
        else
            Q_EMIT runPressed();
    });
    showSummary();
}

void CheckPane::makeHead(QVBoxLayout* column)
{
    m_button->setAutoDefault(false);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(BusyHeight);
    m_progress->setAccessibleName(tr("Checking the task"));
    QSizePolicy policy = m_progress->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    m_progress->setSizePolicy(policy);
    auto* row = new QHBoxLayout;
    row->addWidget(m_summaryIcon, 0, Qt::AlignTop);
    row->addWidget(m_summary, 1);
    row->addWidget(m_button, 0, Qt::AlignTop);
    column->addLayout(row);
    column->addWidget(m_progress);
    auto* stale = new QHBoxLayout(m_staleNote);
    stale->setContentsMargins(0, 0, 0, 0);
    stale->addWidget(m_staleIcon, 0, Qt::AlignTop);
    stale->addWidget(plainLabel(tr("The task was changed since this check.")), 1);
    column->addWidget(m_staleNote);
}

// Rows that are the same ones stay the widgets they are, so that focus and selection stay.
void CheckPane::showRows(const QList<CheckRow>& rows, bool isRunning)
{
    m_isRunning = isRunning;
    if (!std::ranges::equal(rows, m_rows, {}, &CheckRow::subject, &CheckRow::subject))
        rebuild(rows);
    m_rows = rows;
    for (qsizetype i = 0; i < m_rows.size(); ++i)
        m_lines.at(i)->showRow(m_rows.at(i));
    showAges();
    showSummary();
}

void CheckPane::setStale(bool isStale)
{
    m_isStale = isStale;
    showAges();
    showSummary();
}

void CheckPane::rebuild(const QList<CheckRow>& rows)
{
    delete std::exchange(m_list, new QWidget(this));
    m_lines.clear();
    m_headings.clear();
    m_current = nullptr;
    auto* column = new QVBoxLayout(m_list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    QString last;
    for (const CheckRow& row : rows) {
        const QString group = checkHeading(row.subject);
        if (group != last) {
            column->addSpacing(last.isEmpty() ? 0 : 8);
            m_headings << new QLabel(group);
            column->addWidget(m_headings.last());
        }
        last = group;
        column->addWidget(addLine());
    }
    m_column->insertWidget(m_column->count() - 1, m_list);
    m_list->show(); // at once: only what is in sight takes the focus
    if (!m_lines.isEmpty())
        setCurrent(m_lines.first());
    showFonts();
}

CheckLine* CheckPane::addLine()
{
    auto* line = new CheckLine;
    m_lines << line;
    connect(line, &CheckLine::remedyPressed, this, [this, line] {
        Q_EMIT remedyPressed(CheckRow(line->row())); // the list may change meanwhile
    });
    connect(line, &CheckLine::moveWanted, this, [this, line](Qt::Key key) { move(line, key); });
    connect(line, &CheckLine::focused, this, [this, line] { setCurrent(line); });
    return line;
}

// Tab goes to one row of the list only, the one that was looked at last.
void CheckPane::setCurrent(CheckLine* line)
{
    if (m_current)
        m_current->setFocusPolicy(Qt::ClickFocus);
    m_current = line;
    line->setFocusPolicy(Qt::StrongFocus);
    if (line->hasFocus())
        bringInSight(line);
}

// Once it has its place and its height.
void CheckPane::bringInSight(QWidget* widget)
{
    QTimer::singleShot(0, widget, [this, widget] {
        if (QScrollArea* area = areaAround(this))
            area->ensureWidgetVisible(widget, 0, fontMetrics().height());
    });
}

void CheckPane::move(const CheckLine* from, Qt::Key key)
{
    const qsizetype last = m_lines.size() - 1;
    const qsizetype at = std::ranges::find(m_lines, from) - m_lines.begin();
    const qsizetype to = key == Qt::Key_Home ? 0
        : key == Qt::Key_End                 ? last
        : key == Qt::Key_Up                  ? at - 1
                                             : at + 1;
    m_lines.at(std::clamp<qsizetype>(to, 0, last))->setFocus(Qt::OtherFocusReason);
}

void CheckPane::takeFocus()
{
    QWidget* wanted = m_current ? static_cast<QWidget*>(m_current) : m_button;
    wanted->setFocus(Qt::ShortcutFocusReason);
    bringInSight(wanted);
}

void CheckPane::goToFailed()
{
    const auto failed =
        std::ranges::find(std::as_const(m_rows), CheckOutcome::Failed, &CheckRow::outcome);
    if (failed != m_rows.cend() && m_lines.first()->hasFocus())
        m_lines.at(failed - m_rows.cbegin())->setFocus(Qt::OtherFocusReason);
}

void CheckPane::announce()
{
    QAccessibleEvent alert(m_summary, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void CheckPane::showSummary()
{
    const bool hasRows = !m_rows.isEmpty();
    m_empty->setVisible(!hasRows);
    m_button->setText(m_isRunning ? tr("Cancel") : tr("Run check"));
    m_button->setToolTip(m_isRunning ? tr("Stop the check; what was found out stays")
                                     : tr("Run check (F7)"));
    m_progress->setVisible(m_isRunning);
    m_progress->setRange(0, static_cast<int>(m_rows.size()));
    m_progress->setValue(static_cast<int>(settledCount(m_rows)));
    m_staleNote->setVisible(m_isStale && hasRows);
    m_summary->setText(hasRows ? checkCounts(m_rows, m_isRunning) : tr("Not checked yet."));
    const int extent = fontMetrics().height();
    const CheckOutcome worst = m_isRunning ? CheckOutcome::Running : worstOutcome(m_rows);
    m_summaryIcon->setPixmap(checkIcon(worst).pixmap(extent));
    m_staleIcon->setPixmap(checkIcon(CheckOutcome::Warning).pixmap(extent));
}

void CheckPane::showAges()
{
    const QDateTime now = m_clock.now();
    for (CheckLine* line : std::as_const(m_lines))
        line->showAge(now, m_isStale);
}

void CheckPane::showFonts()
{
    QFont font = this->font();
    font.setPointSizeF(font.pointSizeF() * HeadingScale);
    font.setBold(true);
    for (QLabel* heading : std::as_const(m_headings))
        heading->setFont(font);
}

void CheckPane::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    showAges();
    m_minute.start();
}

void CheckPane::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_minute.stop();
}

void CheckPane::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        showFonts();
    if (event->type() == QEvent::ApplicationPaletteChange)
        showSummary();
}

} // namespace fuotadesk
