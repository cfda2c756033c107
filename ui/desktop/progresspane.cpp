#include "desktop/progresspane.h"

#include "campaign/taskwatch.h"
#include "desktop/plainlabel.h"
#include "text/numbertext.h"
#include "text/progresstext.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

#include <algorithm>

namespace fuotadesk {

namespace {

// What a band of the chart looks like, beside its name.
class Swatch final : public QWidget {
public:
    explicit Swatch(ProgressChart::Band band) : m_band(band)
    {
        setFixedSize(fontMetrics().height(), fontMetrics().height());
    }

private:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), palette().color(QPalette::Base));
        painter.fillRect(rect(), ProgressChart::ground(m_band, palette()));
        painter.fillRect(rect(), ProgressChart::pattern(m_band, palette()));
        painter.setPen(palette().color(QPalette::Mid));
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }

    ProgressChart::Band m_band;
};

} // namespace

ProgressPane::ProgressPane(TaskWatch& watch, QWidget* parent)
    : QWidget(parent),
      m_watch(watch),
      m_empty(selectableLabel()),
      m_content(new QWidget),
      m_chart(new ProgressChart),
      m_moment(selectableLabel()),
      m_note(selectableLabel())
{
    m_empty->setText(tr("How its devices come along is drawn here, once the task has devices and "
                        "was looked at."));
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_chart->setToolTip(tr("Choose a moment with a click or the arrow keys; End goes back to the "
                           "last look"));
    auto* column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_chart, 1);
    column->addWidget(m_moment);
    column->addLayout(makeLegend());
    column->addWidget(m_note);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 8, 0, 0);
    whole->addWidget(m_empty);
    whole->addWidget(m_content);
    connect(&watch, &TaskWatch::stateChanged, this, &ProgressPane::takeHistory);
    connect(m_chart, &ProgressChart::shownChanged, this, &ProgressPane::showMoment);
    takeHistory();
}

QLayout* ProgressPane::makeLegend()
{
    auto* row = new QHBoxLayout;
    for (const auto band :
         {ProgressChart::Successful, ProgressChart::Failed, ProgressChart::Open}) {
        row->addWidget(new Swatch(band));
        m_legend.at(band) = new QLabel;
        m_legend.at(band)->setTextFormat(Qt::PlainText);
        row->addWidget(m_legend.at(band));
        row->addSpacing(8);
    }
    row->addStretch();
    return row;
}

void ProgressPane::takeHistory()
{
    const QList<WatchPoint>& points = m_watch.history();
    const bool hasDevices = std::ranges::any_of(
        points, [](const WatchPoint& point) { return point.counts.total() > 0; });
    m_empty->setVisible(!hasDevices);
    m_content->setVisible(hasDevices);
    if (!hasDevices)
        return;
    m_chart->setPoints(points, m_watch.asOf().isValid() ? m_watch.asOf() : points.last().at);
    m_note->setText(tr("Recorded since %1 and as long as the program runs. What was between two "
                       "looks is not known.")
                        .arg(localTimeText(points.first().at)));
}

void ProgressPane::showMoment()
{
    const WatchPoint* shown = m_chart->shown();
    if (!shown)
        return;
    m_moment->setText(m_chart->isFollowing()
                          ? tr("At the last look:")
                          : tr("From %1 on:").arg(momentText(shown->at, m_chart->stretch())));
    const DeviceCounts& counts = shown->counts;
    m_legend.at(ProgressChart::Successful)
        ->setText(tr("Have the image: %1").arg(numberText(counts.successful)));
    m_legend.at(ProgressChart::Failed)->setText(tr("Failed: %1").arg(numberText(counts.failed)));
    m_legend.at(ProgressChart::Open)->setText(tr("Open: %1").arg(numberText(counts.open)));
}

} // namespace fuotadesk
