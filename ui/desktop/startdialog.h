#pragma once

#include <QDialog>

class QPushButton;

namespace fuotadesk {

class Clock;
class StartTimeEdit;

// Asks when the sessions of tasks shall begin, and says what that means.
class StartDialog : public QDialog {
    Q_OBJECT

public:
    StartDialog(const QStringList& taskNames, const Clock& clock, QWidget* parent = nullptr);

Q_SIGNALS:
    // UTC, and as far ahead as the service wants it.
    void timeChosen(const QDateTime& startTime);

private:
    void makeRows(const QStringList& taskNames);
    void enableStart();
    void accept() override;

    StartTimeEdit* m_time;
    QPushButton* m_start = nullptr;
};

} // namespace fuotadesk
