#pragma once

#include <QAbstractTableModel>
#include <QTableView>
#include <QTimer>

namespace fuotadesk {

// A table whose rows are known by an id, so that they can be found again after every change.
class IdTableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    // Empty where there is no such row.
    virtual QString idAt(int row) const = 0;
    // -1 when it is not shown.
    virtual int rowOf(const QString& id) const = 0;
};

// The view on such a table, sorted by its first column to begin with. The selection is kept by id
// through every change of the rows; the rows in sight are told when scrolling rests. Ctrl+C copies
// rows as tab-separated text.
class IdTable : public QTableView {
    Q_OBJECT

public:
    explicit IdTable(IdTableModel* model, QWidget* parent = nullptr);

    QAction* copyAction() const { return m_copy; }
    // A menu of the columns, to be shown or hidden; the first one stays.
    QAction* columnsAction() const { return m_columns; }

    // Works while the table has the focus and something is selected.
    void addSelectionAction(QAction* action);

    QStringList selectedIds() const;
    QString currentId() const;
    // Now, or as soon as it is there.
    void select(const QString& id);
    // Greyed: what is shown may not be true any more.
    void setStale(bool stale);
    QByteArray columnState() const;
    // The state of a table with other columns changes nothing.
    void restoreColumns(const QByteArray& state);
    // Widths of the first columns, in characters.
    void setColumnWidths(std::initializer_list<int> characters);

Q_SIGNALS:
    void selectedIdsChanged();
    void openRequested();
    void rowsInSight(const QStringList& ids);

private:
    void contextMenuEvent(QContextMenuEvent* event) override;
    void changeEvent(QEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void resizeEvent(QResizeEvent* event) override;
    void fillColumns();
    void rememberSelection();
    void restoreSelection();
    void tellSelection();
    void tellRowsInSight();
    void paintStaleness();

    IdTableModel* m_model;
    QAction* m_copy;
    QAction* m_columns;
    QList<QAction*> m_selectionActions;
    QTimer m_rest;
    QStringList m_selected; // what a reset must bring back
    QString m_current;
    QString m_awaited; // to be selected when it comes
    bool m_restoring = false;
    bool m_stale = false;
};

} // namespace fuotadesk
