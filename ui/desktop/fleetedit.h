#pragma once

#include "fuota/planning.h"

#include <QWidget>

class QComboBox;
class QDoubleSpinBox;
class QGridLayout;

namespace fuotadesk {

// How the devices of a fleet receive: all alike (an empty list), or in good, average and poor
// places with a share and a loss each. A longer list from a file is shown as it is, by its first
// three.
class FleetEdit : public QWidget {
    Q_OBJECT

public:
    explicit FleetEdit(QWidget* parent = nullptr);

    void setFleet(const QList<FleetShare>& fleet);
    const QList<FleetShare>& fleet() const { return m_fleet; }
    QComboBox* box() const { return m_kind; }

Q_SIGNALS:
    void fleetChanged();

private:
    struct Row {
        QDoubleSpinBox* share;
        QDoubleSpinBox* loss;
    };

    void addRow(QGridLayout* grid, const QString& label);
    QDoubleSpinBox* percentBox(const QString& name);
    void chooseKind(int kind);
    void take(qsizetype row);
    void showRows();

    QList<FleetShare> m_fleet;
    QComboBox* m_kind;
    QWidget* m_rows;
    QList<Row> m_boxes;
    bool m_loading = false;
};

} // namespace fuotadesk
