#pragma once

#include "store/activity.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QToolButton;

namespace fuotadesk {

// Search, kind of change, outcome and refresh above the table of changes; its focus is the
// search's.
class ActivityFilterBar : public QWidget {
    Q_OBJECT

public:
    explicit ActivityFilterBar(QWidget* parent = nullptr);

    ActivityFilter filter() const;
    // The API's words for what there is to choose from; the choice stays.
    void setOperations(const QStringList& operations);
    void clear();

Q_SIGNALS:
    void filterChanged(const fuotadesk::ActivityFilter& filter);
    void refreshRequested();
    // Enter or Down in the search: on to what was found.
    void leftDownwards();

private:
    void fillOutcomes();
    void makeRefresh();
    bool eventFilter(QObject* watched, QEvent* event) override;

    QLineEdit* m_search;
    QComboBox* m_operation;
    QComboBox* m_outcome;
    QToolButton* m_refresh;
};

} // namespace fuotadesk
