#pragma once

#include <QTableView>
#include <QTimer>

namespace fuotadesk {

class TaskTableModel;

// The view on the tasks. The selection is kept by id through every change of the rows; the rows in
// sight are told when scrolling rests. Enter opens, Delete asks, Ctrl+C copies rows as
// tab-separated text.
class TaskTable : public QTableView {
    Q_OBJECT

public:
    explicit TaskTable(TaskTableModel* model, QWidget* parent = nullptr);

    QAction* openAction() const { return m_open; }
    QAction* deleteAction() const { return m_delete; }
    QAction* copyAction() const { return m_copy; }

    QStringList selectedTasks() const;
    QString currentTask() const;
    // Now, or as soon as it is there.
    void select(const QString& taskId);
    // Greyed: what is shown may not be true any more.
    void setStale(bool stale);
    QByteArray columnState() const;
    void restoreColumns(const QByteArray& state);

Q_SIGNALS:
    void selectedTasksChanged();
    void openRequested();
    void deleteRequested();
    void rowsInSight(const QStringList& taskIds);

private:
    void makeActions();
    void contextMenuEvent(QContextMenuEvent* event) override;
    void changeEvent(QEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void resizeEvent(QResizeEvent* event) override;
    void rememberSelection();
    void restoreSelection();
    void tellSelection();
    void tellRowsInSight();
    void paintStaleness();

    TaskTableModel* m_tasks;
    QAction* m_open = nullptr;
    QAction* m_delete = nullptr;
    QAction* m_copy = nullptr;
    QTimer m_rest;
    QStringList m_selected; // what a reset must bring back
    QString m_current;
    QString m_awaited; // to be selected when it comes
    bool m_restoring = false;
    bool m_stale = false;
};

} // namespace fuotadesk
