#pragma once

#include "fuota/starttime.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QDateTimeEdit;
class QLabel;
class QRadioButton;

namespace fuotadesk {

class Clock;

// When a session shall begin: as soon as the service allows, or at a time of a zone's clock, half
// an hour ahead at least. Says what that is in UTC, and what is wrong with it while it is typed and
// while the time goes by.
class StartTimeEdit : public QWidget {
    Q_OBJECT

public:
    explicit StartTimeEdit(const Clock& clock, QWidget* parent = nullptr);

    // UTC, as of now; invalid where no session could begin then.
    QDateTime startTime() const;
    // Says anew what comes of it: time has gone by.
    void showOutcome();

Q_SIGNALS:
    void changed();

private:
    void makeRows();
    void fillZones();
    QTimeZone zone() const;
    StartTime chosen() const;

    const Clock& m_clock;
    QRadioButton* m_soon;
    QRadioButton* m_later;
    QDateTimeEdit* m_time;
    QComboBox* m_zone;
    QLabel* m_outcome;
    QTimer m_tick;
};

} // namespace fuotadesk
