#pragma once

#include "campaign/grouplist.h"
#include "desktop/pickdialog.h"

namespace fuotadesk {

class GroupTableModel;
class SearchField;
struct Workbench;

// The multicast groups of the account, to be picked. It reads a list of its own: the page of groups
// keeps its search and selection.
class GroupPicker : public PickDialog {
    Q_OBJECT

public:
    GroupPicker(const Workbench& bench, const QString& title, QWidget* parent = nullptr);

private:
    struct Fields {
        SearchField* search;
        GroupTableModel* model;
    };
    GroupPicker(const Workbench& bench, const QString& title, const Fields& fields,
                QWidget* parent);

    void connectGroups();
    void showCounts();
    void read() override;
    void showAll() override;
    QString verb(int count) const override;
    QString emptyText(bool isFiltered) const override;

    GroupList m_groups;
    Fields m_fields;
};

} // namespace fuotadesk
