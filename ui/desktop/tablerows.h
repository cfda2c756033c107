#pragma once

class QAction;
class QTableView;

namespace fuotadesk {

// How every table of values looks and is used: whole rows are selected, Tab leaves it, one line a
// row, no grid.
void showAsRows(QTableView& table);
// Copies the selected rows, tab-separated, while the table has the focus; no rows leave the
// clipboard alone. The table owns it, but it is not among the table's actions yet.
QAction* copyRowsAction(QTableView& table);

} // namespace fuotadesk
