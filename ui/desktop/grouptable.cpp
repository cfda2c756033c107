#include "desktop/grouptable.h"

#include "desktop/grouptablemodel.h"
#include "desktop/symbolicicon.h"

#include <QAction>

namespace fuotadesk {

namespace {

constexpr int NameWidth = 24; // in characters
constexpr int StatusWidth = 16;
constexpr int ClassWidth = 10;
constexpr int RegionWidth = 12;
constexpr int DevicesWidth = 12;
constexpr int TimeWidth = 27;

} // namespace

GroupTable::GroupTable(GroupTableModel* model, QWidget* parent)
    : IdTable(model, parent),
      m_open(new QAction(symbolicIcon(QStringLiteral("open")), tr("&Open group"), this)),
      m_edit(new QAction(symbolicIcon(QStringLiteral("edit")), tr("&Edit group…"), this)),
      m_delete(new QAction(symbolicIcon(QStringLiteral("delete")), tr("&Delete group…"), this))
{
    setAccessibleName(tr("Multicast groups"));
    setColumnWidths({NameWidth, StatusWidth, ClassWidth, RegionWidth, DevicesWidth, TimeWidth});
    setSelectionMode(SingleSelection);
    m_open->setShortcuts({Qt::Key_Return, Qt::Key_Enter});
    connect(m_open, &QAction::triggered, this, &IdTable::openRequested);
    m_edit->setShortcut(Qt::Key_F2);
    connect(m_edit, &QAction::triggered, this, &GroupTable::editRequested);
    m_delete->setShortcut(QKeySequence::Delete);
    connect(m_delete, &QAction::triggered, this, &GroupTable::deleteRequested);
    for (QAction* action : {m_open, m_edit, copyAction(), m_delete})
        addSelectionAction(action);
    addAction(columnsAction());
}

} // namespace fuotadesk
