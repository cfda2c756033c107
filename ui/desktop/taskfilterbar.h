#pragma once

#include "desktop/taskindex.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QToolButton;

namespace fuotadesk {

// Search, status and refresh above the table of tasks.
class TaskFilterBar : public QWidget {
    Q_OBJECT

public:
    explicit TaskFilterBar(QWidget* parent = nullptr);

    TaskFilter filter() const;
    void clear();
    void focusSearch();
    void setRefreshEnabled(bool enabled);

Q_SIGNALS:
    void filterChanged(const fuotadesk::TaskFilter& filter);
    void refreshRequested();
    // Enter or Down in the search: on to what was found.
    void leftDownwards();

private:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void fillStatus();

    QLineEdit* m_search;
    QComboBox* m_status;
    QToolButton* m_refresh;
};

} // namespace fuotadesk
