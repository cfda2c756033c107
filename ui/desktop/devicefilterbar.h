#pragma once

#include "desktop/deviceindex.h"

#include <QWidget>

class QComboBox;
class QToolButton;

namespace fuotadesk {

class SearchField;

// Search, fitness and refresh above the table of devices.
class DeviceFilterBar : public QWidget {
    Q_OBJECT

public:
    explicit DeviceFilterBar(QWidget* parent = nullptr);

    DeviceFilter filter() const;
    void clear();
    void focusSearch();
    void setRefreshEnabled(bool enabled);

Q_SIGNALS:
    void filterChanged(const fuotadesk::DeviceFilter& filter);
    void refreshRequested();
    // Enter or Down in the search: on to what was found.
    void leftDownwards();

private:
    SearchField* m_search;
    QComboBox* m_fitness;
    QToolButton* m_refresh;
};

} // namespace fuotadesk
