#pragma once

#include "preflight/checkrow.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;
class QVBoxLayout;

namespace fuotadesk {

class CheckLine;
class Clock;

// What the check before the flight says: a summary, and its rows in groups, each with its remedy.
// It shows what it is given; a row that changes keeps its place and the focus. Ages go on while it
// is in sight.
class CheckPane : public QWidget {
    Q_OBJECT

public:
    explicit CheckPane(const Clock& clock, QWidget* parent = nullptr);

    void showRows(const QList<CheckRow>& rows, bool isRunning);
    // The task is another one than that which was checked.
    void setStale(bool isStale);
    // The row that had the focus last, or else the button.
    void takeFocus();
    // From the first row, where the focus is since the check began, to the first that failed.
    void goToFailed();
    // The run is over: said to screen readers.
    void announce();

Q_SIGNALS:
    void runPressed();
    void cancelPressed();
    void remedyPressed(const fuotadesk::CheckRow& row);

private:
    void makeHead(QVBoxLayout* column);
    void rebuild(const QList<CheckRow>& rows);
    CheckLine* addLine();
    void showSummary();
    void showAges();
    void move(const CheckLine* from, Qt::Key key);
    void setCurrent(CheckLine* line);
    void bringInSight(QWidget* widget);
    void showFonts();
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void changeEvent(QEvent* event) override;

    const Clock& m_clock;
    QList<CheckRow> m_rows;
    QList<CheckLine*> m_lines; // the same
    QList<QLabel*> m_headings;
    CheckLine* m_current = nullptr; // the one that Tab reaches
    bool m_isRunning = false;
    bool m_isStale = false;
    QTimer m_minute;
    QLabel* m_summaryIcon;
    QLabel* m_summary;
    QPushButton* m_button;
    QProgressBar* m_progress;
    QWidget* m_staleNote;
    QLabel* m_staleIcon;
    QLabel* m_empty;
    QVBoxLayout* m_column;
    QWidget* m_list = nullptr;
};

} // namespace fuotadesk
