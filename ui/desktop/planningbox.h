#pragma once

#include "fuota/campaigndraft.h"

#include <QGroupBox>

class QCheckBox;
class QComboBox;
class QDateTimeEdit;
class QDoubleSpinBox;
class QFormLayout;
class QSpinBox;

namespace fuotadesk {

class DecoderEdit;
class FleetEdit;

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
    QDoubleSpinBox* addDecimal(QFormLayout* form, const QString& label, double minimum,
                               double maximum, int decimals);
    QComboBox* addChoice(QFormLayout* form, const QString& label);
    void addRadio(QFormLayout* form);
    void addDevices(QFormLayout* form);
    void connectRadio();
    void connectDevices();
    void show(const Planning& planning);
    void showRadio(const Planning& planning);
    void showDevices(const Planning& planning);
    template <typename T, typename Value>
    void take(T Planning::*member, Value value);

    Planning m_planning;
    QSpinBox* m_fragmentSize;
    QSpinBox* m_redundancy;
    QSpinBox* m_interval;
    QSpinBox* m_dataRate;
    QComboBox* m_class;
    QSpinBox* m_gateways;
    QSpinBox* m_gatewayInterval;
    QCheckBox* m_starts;
    QDateTimeEdit* m_startAt;
    QDoubleSpinBox* m_loss;
    QDoubleSpinBox* m_burst;
    DecoderEdit* m_decoder;
    QComboBox* m_variant;
    QSpinBox* m_devices;
    FleetEdit* m_fleet;
    QDoubleSpinBox* m_target;
    bool m_loading = false;
};

} // namespace fuotadesk
