#pragma once

#include "campaign/workbench.h"

#include <QTimer>
#include <QWidget>

class QAction;

namespace fuotadesk {

class CheckBar;
class DeviceDetails;
class DeviceFilterBar;
class DeviceModel;
class DeviceTable;
class ListFrame;
class ScopeBar;
class TableSaver;
struct WindowLayout;
struct WirelessDeviceFilter;

// The LoRaWAN devices of the connection and whether they can be updated over the air, beside them
// the selected one with all that the service tells. The list is read when the page is made.
class DevicesPage : public QWidget {
    Q_OBJECT

public:
    explicit DevicesPage(const Workbench& bench, QWidget* parent = nullptr);

    QList<QAction*> deviceActions() const { return m_actions; }
    void focusSearch();
    void refresh();
    void restoreLayout(const WindowLayout& layout);
    void saveLayout(WindowLayout& layout) const;

Q_SIGNALS:
    void connectionRequested();
    void taskRequested(const QStringList& deviceIds);

private:
    QWidget* makeFilter();
    void makeActions();
    void connectDevices();
    void connectParts();
    void takeDevices();
    void takeState();
    void takeEndOfChecks();
    void showSelection();
    void lookAtSelected();
    void showSummary();
    void showEmptiness(int shown, int total);
    bool isStale() const;
    void check();
    void narrow(const WirelessDeviceFilter& filter);
    void showAll();

    Workbench m_bench;
    DeviceModel* m_model;
    DeviceTable* m_table;
    DeviceFilterBar* m_filter;
    ScopeBar* m_scope;
    CheckBar* m_check;
    DeviceDetails* m_details;
    ListFrame* m_frame;
    TableSaver* m_saver;
    QList<QAction*> m_actions;
    QAction* m_checkAction = nullptr;
    QAction* m_export = nullptr;
    QAction* m_newTask = nullptr;
    QTimer m_lookLater;
    QTimer m_age; // runs only while the rows are stale
};

} // namespace fuotadesk
