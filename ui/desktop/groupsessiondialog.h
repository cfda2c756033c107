#pragma once

#include "campaign/groupadvice.h"

#include <QDialog>
#include <QHash>

class QFormLayout;
class QPushButton;

namespace fuotadesk {

class Clock;
class FormRow;
class NumberBox;
class StartTimeEdit;

// Asks for the session of a multicast group: when it begins, how long it lasts, and how it is sent.
// What is left open the service decides.
class GroupSessionDialog : public QDialog {
    Q_OBJECT

public:
    GroupSessionDialog(const MulticastGroup& group, const Clock& clock, QWidget* parent = nullptr);

Q_SIGNALS:
    void sessionChosen(const fuotadesk::MulticastSession& session);

private:
    void makeRows(const MulticastGroup& group);
    void addRow(QFormLayout* form, GroupField field, const QString& label, NumberBox* box,
                const QString& apiWord, const QString& hint);
    MulticastSession session() const;
    void judge();
    void accept() override;

    GroupTransmission m_group;
    const Clock& m_clock;
    StartTimeEdit* m_start;
    NumberBox* m_timeout;
    NumberBox* m_dataRate;
    NumberBox* m_frequency;
    NumberBox* m_pingSlots;
    QPushButton* m_startButton = nullptr;
    QHash<GroupField, FormRow*> m_rows;
};

} // namespace fuotadesk
