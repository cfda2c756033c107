#include "desktop/grouppicker.h"

#include "campaign/session.h"
#include "campaign/workbench.h"
#include "desktop/grouptablemodel.h"
#include "desktop/searchfield.h"

namespace fuotadesk {

namespace {

constexpr int NameWidth = 24; // in characters
constexpr int StatusWidth = 14;
constexpr int ClassWidth = 10;
constexpr int RegionWidth = 12;
constexpr int DevicesWidth = 10;
constexpr int TimeWidth = 27;

IdTable* makeTable(GroupTableModel* model)
{
    auto* table = new IdTable(model);
    table->setAccessibleName(GroupPicker::tr("Multicast groups of the account"));
    table->setColumnWidths(
        {NameWidth, StatusWidth, ClassWidth, RegionWidth, DevicesWidth, TimeWidth});
    return table;
}

} // namespace

GroupPicker::GroupPicker(const Workbench& bench, const QString& title, QWidget* parent)
    : GroupPicker(bench, title,
                  {new SearchField(tr("Search multicast groups"), tr("Search name or ID")),
                   new GroupTableModel},
                  parent)
{
}

GroupPicker::GroupPicker(const Workbench& bench, const QString& title, const Fields& fields,
                         QWidget* parent)
    : PickDialog({title,
                  tr("Select one or several. The devices of a group receive the image together; "
                     "its RF region has to be that of the task."),
                  fields.search, makeTable(fields.model), tr("Reading the multicast groups"),
                  tr("The multicast groups could not be read.")},
                 parent),
      m_groups(bench.session, bench.clock),
      m_fields(fields)
{
    m_fields.model->setParent(this);
    connectGroups();
    connect(m_fields.search, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_fields.model->setSearch(text);
        showCounts();
    });
    connect(m_fields.search, &SearchField::leftDownwards, &table(), [this] { table().setFocus(); });
    m_fields.search->takeFocus();
    read();
    showState(m_groups.state(), m_groups.error());
    showCounts();
}

void GroupPicker::connectGroups()
{
    connect(&m_groups, &GroupList::rowsReset, this, [this] {
        m_fields.model->setRows(m_groups.rows());
        showCounts();
    });
    connect(&m_groups, &GroupList::rowChanged, this, [this](const QString& id) {
        if (const GroupRow* row = m_groups.find(id))
            m_fields.model->updateRow(*row);
    });
    connect(&m_groups, &GroupList::stateChanged, this, [this] {
        showState(m_groups.state(), m_groups.error());
        showCounts();
    });
    connect(&table(), &IdTable::rowsInSight, &m_groups, &GroupList::setVisibleRows);
}

void GroupPicker::showCounts()
{
    showRows(m_fields.model->rowCount(), m_fields.model->totalCount());
}

void GroupPicker::read()
{
    m_groups.refresh();
}

void GroupPicker::showAll()
{
    m_fields.search->clear();
}

QString GroupPicker::verb(int count) const
{
    return count == 0 ? tr("Add groups") : tr("Add %n groups", nullptr, count);
}

QString GroupPicker::emptyText(bool isFiltered) const
{
    return isFiltered ? tr("No group matches the search.")
                      : tr("The account has no multicast groups. They are made on the page "
                           "Multicast groups.");
}

} // namespace fuotadesk
