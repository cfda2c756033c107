#pragma once

#include "campaign/watchhistory.h"

#include <QBrush>
#include <QWidget>

namespace fuotadesk {

// How many devices had the image, had failed and were open, over the time in which a task was
// looked at: areas one above the other, told apart by colour and pattern. Arrow keys, Home and End
// or a click choose a moment; until one is chosen it is the last look. Its text alternative is the
// accessible description.
class ProgressChart : public QWidget {
    Q_OBJECT

public:
    // Pixels, that the latest look can be seen however short ago it was.
    static constexpr double LastLookWidth = 12;

    enum Band { Successful, Failed, Open, BandCount }; // from below

    explicit ProgressChart(QWidget* parent = nullptr);

    // until: the last look, at which what the last point says still was so.
    void setPoints(const QList<WatchPoint>& points, const QDateTime& until);
    // The point chosen, or the last one; null when there is none.
    const WatchPoint* shown() const;
    bool isFollowing() const { return !m_chosenAt.isValid(); }
    // From the first point to the last look.
    std::chrono::milliseconds stretch() const;
    // What the chart paints for a point, in its own coordinates.
    QRectF area(qsizetype point, Band band) const;

    static QBrush ground(Band band, const QPalette& palette);
    static QBrush pattern(Band band, const QPalette& palette);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void shownChanged();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    QRectF plot() const;
    double xOf(const QDateTime& at) const;
    double yOf(int count) const;
    qsizetype shownIndex() const;
    void choose(qsizetype point);
    void chooseAt(double x);
    void paintBands(QPainter& painter) const;
    void paintAxes(QPainter& painter) const;
    void paintChosen(QPainter& painter) const;

    QList<WatchPoint> m_points;
    QDateTime m_until;
    QDateTime m_chosenAt;
    int m_most = 0; // devices
};

} // namespace fuotadesk
