#include "desktop/navigation.h"

#include "desktop/symbolicicon.h"

#include <QSignalBlocker>
#include <QStyle>

namespace fuotadesk {

namespace {

constexpr int Padding = 12;

} // namespace

Navigation::Navigation(QWidget* parent) : QListWidget(parent)
{
    setAccessibleName(tr("Pages"));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    setUniformItemSizes(true);
    const int icon = style()->pixelMetric(QStyle::PM_SmallIconSize);
    setIconSize({icon, icon});
    connect(this, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row >= 0)
            Q_EMIT pageChosen(row);
    });
    // A click on the page one has left for the editor leads back to it.
    connect(this, &QListWidget::itemClicked, this,
            [this](QListWidgetItem* item) { Q_EMIT pageChosen(row(item)); });
}

void Navigation::addPage(const QString& title, const QString& icon)
{
    const QSignalBlocker quiet(this);
    auto* item = new QListWidgetItem(symbolicIcon(icon), title, this);
    item->setToolTip(tr("%1 (Ctrl+%2)", "page, digit").arg(title).arg(count()));
    item->setSizeHint({0, fontMetrics().height() + Padding});
    updateGeometry();
}

void Navigation::setPage(int page)
{
    const QSignalBlocker quiet(this);
    setCurrentRow(page);
}

QSize Navigation::sizeHint() const
{
    int text = 0;
    for (int page = 0; page < count(); ++page)
        text = std::max(text, fontMetrics().horizontalAdvance(item(page)->text()));
    return {text + iconSize().width() + 4 * Padding, QListWidget::sizeHint().height()};
}

} // namespace fuotadesk
