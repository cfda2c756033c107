#pragma once

#include "desktop/idtable.h"

namespace fuotadesk {

class DeviceModel;

// The view on the devices of the account. Enter opens.
class DeviceTable : public IdTable {
    Q_OBJECT

public:
    explicit DeviceTable(DeviceModel* model, QWidget* parent = nullptr);

    QAction* openAction() const { return m_open; }

private:
    QAction* m_open;
};

} // namespace fuotadesk
