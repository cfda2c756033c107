#pragma once

#include "desktop/idtable.h"

namespace fuotadesk {

class GroupTableModel;

// The view on the multicast groups. Enter opens, F2 edits, Delete asks.
class GroupTable : public IdTable {
    Q_OBJECT

public:
    explicit GroupTable(GroupTableModel* model, QWidget* parent = nullptr);

    QAction* openAction() const { return m_open; }
    QAction* editAction() const { return m_edit; }
    QAction* deleteAction() const { return m_delete; }

Q_SIGNALS:
    void editRequested();
    void deleteRequested();

private:
    QAction* m_open;
    QAction* m_edit;
    QAction* m_delete;
};

} // namespace fuotadesk
