#include "desktop/fleetedit.h"

#include "desktop/formrow.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QLabel>
#include <QScopedValueRollback>
#include <QVBoxLayout>

#include <algorithm>

namespace fuotadesk {

namespace {

enum Kind { Alike, Places };

const QList<FleetShare> UsualPlaces{{0.7, 0.02}, {0.2, 0.1}, {0.1, 0.25}};

} // namespace

FleetEdit::FleetEdit(QWidget* parent)
    : QWidget(parent),
      m_kind(new QComboBox(this)),
      m_rows(new QWidget(this))
{
    m_kind->addItems({tr("all at the assumed loss"), tr("good, average and poor places")});
    m_kind->setAccessibleName(tr("Assumed reception"));
    labelForScreenReaders(m_kind, tr("Assumed reception"));
    auto* grid = new QGridLayout(m_rows);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->addWidget(new QLabel(tr("Share"), m_rows), 0, 1);
    grid->addWidget(new QLabel(tr("Loss"), m_rows), 0, 2);
    addRow(grid, tr("Good"));
    addRow(grid, tr("Average"));
    addRow(grid, tr("Poor"));
    grid->setColumnStretch(3, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_kind);
    column->addWidget(m_rows);
    setFocusProxy(m_kind);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &FleetEdit::chooseKind);
    showRows();
}

QDoubleSpinBox* FleetEdit::percentBox(const QString& name)
{
    auto* box = new QDoubleSpinBox(m_rows);
    box->setRange(0, 100);
    box->setDecimals(1);
    box->setSuffix(tr(" %", "behind a number"));
    box->setAccessibleName(name);
    connect(box, &QDoubleSpinBox::valueChanged, this, [this, row = m_boxes.size()] { take(row); });
    return box;
}

void FleetEdit::addRow(QGridLayout* grid, const QString& label)
{
    const int row = grid->rowCount();
    const Row boxes{percentBox(tr("%1: share of devices").arg(label)),
                    percentBox(tr("%1: loss").arg(label))};
    grid->addWidget(new QLabel(label, m_rows), row, 0);
    grid->addWidget(boxes.share, row, 1);
    grid->addWidget(boxes.loss, row, 2);
    m_boxes.append(boxes);
}

void FleetEdit::setFleet(const QList<FleetShare>& fleet)
{
    if (fleet == m_fleet)
        return;
    m_fleet = fleet;
    showRows();
}

void FleetEdit::showRows()
{
    const QScopedValueRollback loading(m_loading, true);
    m_kind->setCurrentIndex(m_fleet.isEmpty() ? Alike : Places);
    m_rows->setVisible(!m_fleet.isEmpty());
    for (qsizetype i = 0; i < m_boxes.size(); ++i) {
        const FleetShare share = m_fleet.value(i, {0, 0});
        m_boxes.at(i).share->setValue(share.share * 100);
        m_boxes.at(i).loss->setValue(share.loss * 100);
    }
}

void FleetEdit::chooseKind(int kind)
{
    if (m_loading)
        return;
    m_fleet = kind == Places ? UsualPlaces : QList<FleetShare>();
    showRows();
    Q_EMIT fleetChanged();
}

// What is shown rounded stays exact in the other rows.
void FleetEdit::take(qsizetype row)
{
    if (m_loading)
        return;
    while (m_fleet.size() <= row)
        m_fleet.append({0, 0});
    m_fleet[row] = {m_boxes.at(row).share->value() / 100, m_boxes.at(row).loss->value() / 100};
    const bool isNobody =
        std::ranges::all_of(m_fleet, [](const FleetShare& each) { return each.share <= 0; });
    if (isNobody)
        return; // a fleet without devices is none: wait for the next number
    Q_EMIT fleetChanged();
}

} // namespace fuotadesk
