#include "desktop/tasktable.h"

#include "desktop/symbolicicon.h"
#include "desktop/tasktablemodel.h"

#include <QAction>

namespace fuotadesk {

namespace {

constexpr int NameWidth = 24; // in characters
constexpr int StatusWidth = 17;
constexpr int TimeWidth = 30;
constexpr int RegionWidth = 12;
constexpr int ImageWidth = 30;
constexpr int TagsWidth = 30;

} // namespace

TaskTable::TaskTable(TaskTableModel* model, QWidget* parent)
    : IdTable(model, parent),
      m_open(new QAction(symbolicIcon(QStringLiteral("open")), tr("&Open task"), this)),
      m_delete(new QAction(symbolicIcon(QStringLiteral("delete")), tr("&Delete task…"), this))
{
    setAccessibleName(tr("Tasks"));
    setColumnWidths(
        {NameWidth, StatusWidth, TimeWidth, TimeWidth, RegionWidth, ImageWidth, TagsWidth});
    for (const TaskColumn column : {TaskColumn::Region, TaskColumn::Image, TaskColumn::Tags})
        setColumnHidden(static_cast<int>(column), true);
    m_open->setShortcuts({Qt::Key_Return, Qt::Key_Enter});
    connect(m_open, &QAction::triggered, this, &IdTable::openRequested);
    m_delete->setShortcut(QKeySequence::Delete);
    connect(m_delete, &QAction::triggered, this, &TaskTable::deleteRequested);
    for (QAction* action : {m_open, copyAction(), m_delete})
        addSelectionAction(action);
    addAction(columnsAction());
}

} // namespace fuotadesk
