#include "desktop/devicetable.h"

#include "desktop/devicemodel.h"
#include "desktop/symbolicicon.h"

#include <QAction>

namespace fuotadesk {

namespace {

constexpr int NameWidth = 20; // in characters
constexpr int FitnessWidth = 23;
constexpr int EuiWidth = 24;
constexpr int TimeWidth = 32;
constexpr int DestinationWidth = 18;

} // namespace

DeviceTable::DeviceTable(DeviceModel* model, QWidget* parent)
    : IdTable(model, parent),
      m_open(new QAction(symbolicIcon(QStringLiteral("open")), tr("&Open device"), this))
{
    setAccessibleName(tr("Devices"));
    setColumnWidths({NameWidth, FitnessWidth, EuiWidth, TimeWidth, DestinationWidth});
    m_open->setShortcuts({Qt::Key_Return, Qt::Key_Enter});
    connect(m_open, &QAction::triggered, this, &IdTable::openRequested);
    addSelectionAction(m_open);
    addSelectionAction(copyAction());
    addAction(columnsAction());
}

} // namespace fuotadesk
