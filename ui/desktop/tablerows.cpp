#include "desktop/tablerows.h"

#include "desktop/symbolicicon.h"
#include "desktop/tableexport.h"

#include <QAction>
#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QHeaderView>
#include <QTableView>

namespace fuotadesk {

void showAsRows(QTableView& table)
{
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setTabKeyNavigation(false);
    table.setShowGrid(false);
    table.setWordWrap(false);
    table.setAlternatingRowColors(true);
    table.verticalHeader()->hide();
    table.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table.verticalHeader()->setDefaultSectionSize(table.fontMetrics().height() + 8);
    table.horizontalHeader()->setHighlightSections(false);
    table.horizontalHeader()->setStretchLastSection(true);
    table.horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

QAction* copyRowsAction(QTableView& table)
{
    auto* copy = new QAction(symbolicIcon(QStringLiteral("copy")),
                             QCoreApplication::translate("TableRows", "&Copy rows"), &table);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    QObject::connect(copy, &QAction::triggered, &table, [&table] {
        const QItemSelectionModel* selection = table.selectionModel();
        if (selection->hasSelection())
            QGuiApplication::clipboard()->setText(tabSeparated(selection->selectedIndexes()));
    });
    return copy;
}

} // namespace fuotadesk
