#pragma once

#include "campaign/taskwatch.h"
#include "campaign/workbench.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace fuotadesk {

class DeviceModel;
class HolderBar;
class IdTable;
class NoticeBar;
class TableSaver;

// The devices of the watched task: how many have the image, failed or are open, and each with what
// its status means. "Failed" of the filter and Ctrl+A, Ctrl+C take the failed ones elsewhere.
// Before the start devices can be added and removed.
class DevicesPane : public QWidget {
    Q_OBJECT

public:
    explicit DevicesPane(const Workbench& bench, QWidget* parent = nullptr);

    QAction* exportAction() const { return m_export; }

Q_SIGNALS:
    void addRequested();
    void removeRequested(const QStringList& deviceIds);
    void forFailedRequested();
    // It holds a device of the watched one.
    void taskWanted(const QString& taskId);

private:
    QWidget* makeFilter();
    void makeTable();
    void makeActions();
    QLayout* makeButtons();
    void takeDevices();
    void takeState();
    void showSummary();
    void showMeaning();
    void applyFilter();
    void enableButtons();

    TaskWatch& m_watch;
    DeviceModel* m_model;
    NoticeBar* m_failure;
    TableSaver* m_saver;
    QLabel* m_counts;
    QProgressBar* m_done;
    QLineEdit* m_search;
    QComboBox* m_outcome;
    IdTable* m_table;
    QLabel* m_meaning;
    HolderBar* m_holders;
    QLabel* m_asOf;
    QPushButton* m_add;
    QPushButton* m_remove;
    QPushButton* m_forFailed;
    QAction* m_export = nullptr;
};

} // namespace fuotadesk
