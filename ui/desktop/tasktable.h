#pragma once

#include "desktop/idtable.h"

namespace fuotadesk {

class TaskTableModel;

// The view on the tasks. Enter opens, Delete asks.
class TaskTable : public IdTable {
    Q_OBJECT

public:
    explicit TaskTable(TaskTableModel* model, QWidget* parent = nullptr);

    QAction* openAction() const { return m_open; }
    QAction* deleteAction() const { return m_delete; }

    QStringList selectedTasks() const { return selectedIds(); }
    QString currentTask() const { return currentId(); }

Q_SIGNALS:
    void deleteRequested();

private:
    QAction* m_open;
    QAction* m_delete;
};

} // namespace fuotadesk
