#pragma once

#include "desktop/taskindex.h"

#include <QWidget>

class QComboBox;
class QToolButton;

namespace fuotadesk {

class SearchField;

// Search, status, tag and refresh above the table of tasks. The tags to choose from are wanted only
// when somebody looks at them.
class TaskFilterBar : public QWidget {
    Q_OBJECT

public:
    explicit TaskFilterBar(QWidget* parent = nullptr);

    TaskFilter filter() const;
    void clear();
    void focusSearch();
    void setRefreshEnabled(bool enabled);
    // The chosen one stays while it occurs. areAll: no more will come.
    void setTags(const QList<Tag>& tags, bool areAll);

Q_SIGNALS:
    void filterChanged(const fuotadesk::TaskFilter& filter);
    void refreshRequested();
    void tagsWanted();
    // Enter or Down in the search: on to what was found.
    void leftDownwards();

private:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void fillStatus();
    void makeRefresh();

    SearchField* m_search;
    QComboBox* m_status;
    QComboBox* m_tag;
    QToolButton* m_refresh;
    QList<Tag> m_tags; // those in m_tag behind "All"
};

} // namespace fuotadesk
