#include "desktop/bucketview.h"

#include "desktop/bucketmodel.h"
#include "desktop/objectcells.h"

#include <QHeaderView>
#include <QKeyEvent>

namespace fuotadesk {

namespace {

constexpr int SizeWidth = 26; // characters
constexpr int ModifiedWidth = 30;

} // namespace

void showAsObjects(QTreeView& view)
{
    view.setUniformRowHeights(true);
    view.setAllColumnsShowFocus(true);
    view.setTabKeyNavigation(false);
    view.setTextElideMode(Qt::ElideMiddle);
    QHeaderView* header = view.header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(NameColumn, QHeaderView::Stretch);
    const int character = view.fontMetrics().averageCharWidth();
    header->resizeSection(SizeColumn, character * SizeWidth);
    header->resizeSection(ModifiedColumn, character * ModifiedWidth);
}

BucketView::BucketView(BucketModel* model, QWidget* parent) : QTreeView(parent), m_model(model)
{
    setModel(model);
    showAsObjects(*this);
    setExpandsOnDoubleClick(false); // activate() does
    connect(model, &QAbstractItemModel::rowsInserted, this, &BucketView::follow);
    connect(model, &QAbstractItemModel::modelReset, this, &BucketView::currentPlaceChanged);
    connect(this, &QTreeView::activated, this, &BucketView::activate);
}

void BucketView::reveal(const ImageLocation& place)
{
    m_wanted = place;
    follow();
}

void BucketView::follow()
{
    if (!m_wanted)
        return;
    const ImageLocation wanted = *m_wanted;
    QModelIndex index = m_model->nearest(wanted);
    while (index.isValid() && m_model->canFetchMore(index)) {
        m_wanted.reset(); // what is fetched comes back to here
        m_model->fetchMore(index);
        m_wanted = wanted;
        index = m_model->nearest(wanted);
    }
    if (!index.isValid())
        return;
    if (!m_model->object(index))
        expand(index);
    if (index != currentIndex())
        setCurrentIndex(index);
    if (m_model->place(index) == wanted)
        m_wanted.reset();
}

void BucketView::activate(const QModelIndex& index)
{
    if (m_model->object(index))
        Q_EMIT objectActivated();
    else
        setExpanded(index.siblingAtColumn(0), !isExpanded(index.siblingAtColumn(0)));
}

void BucketView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTreeView::currentChanged(current, previous);
    Q_EMIT currentPlaceChanged();
}

void BucketView::keyPressEvent(QKeyEvent* event)
{
    m_wanted.reset();
    QTreeView::keyPressEvent(event);
}

void BucketView::mousePressEvent(QMouseEvent* event)
{
    m_wanted.reset();
    QTreeView::mousePressEvent(event);
}

} // namespace fuotadesk
