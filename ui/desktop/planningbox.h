#pragma once

#include "fuota/campaigndraft.h"

#include <QGroupBox>

class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QSpinBox;

namespace fuotadesk {

// What the preview assumes where the task leaves it to the service. Nothing of it is sent. An
// assumption that the task itself decides is greyed, but can still be read.
class PlanningBox : public QGroupBox {
    Q_OBJECT

public:
    explicit PlanningBox(QWidget* parent = nullptr);

    const Planning& planning() const { return m_planning; }
    void setPlanning(const Planning& planning);
    // Greys what the task decides.
    void setTask(const TaskDraft& task);

Q_SIGNALS:
    void planningChanged();

private:
    QSpinBox* addNumber(QFormLayout* form, const QString& label, int minimum, int maximum);
    void addLoss(QFormLayout* form);
    void addDecoder(QFormLayout* form);
    void show(const Planning& planning);
    template <typename T, typename Value>
    void take(T Planning::*member, Value value);

    Planning m_planning;
    QSpinBox* m_fragmentSize;
    QSpinBox* m_redundancy;
    QSpinBox* m_interval;
    QSpinBox* m_dataRate;
    QDoubleSpinBox* m_loss;
    QSpinBox* m_gateways;
    QComboBox* m_decoder;
    bool m_loading = false;
};

} // namespace fuotadesk
