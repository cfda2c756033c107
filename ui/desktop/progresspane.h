#pragma once

#include "desktop/progresschart.h"

#include <array>

class QLabel;

namespace fuotadesk {

class TaskWatch;

// How the watched task came to where it is: the chart of what looks at it found, its legend with
// the counts of the moment that is shown, and since when it is recorded.
class ProgressPane : public QWidget {
    Q_OBJECT

public:
    explicit ProgressPane(TaskWatch& watch, QWidget* parent = nullptr);

private:
    QLayout* makeLegend();
    void takeHistory();
    void showMoment();

    TaskWatch& m_watch;
    QLabel* m_empty;
    QWidget* m_content;
    ProgressChart* m_chart;
    QLabel* m_moment;
    std::array<QLabel*, ProgressChart::BandCount> m_legend{};
    QLabel* m_note;
};

} // namespace fuotadesk
