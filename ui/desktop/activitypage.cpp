#include "desktop/activitypage.h"

#include "campaign/activitylist.h"
#include "desktop/activitydetails.h"
#include "desktop/activityfilterbar.h"
#include "desktop/activitymodel.h"
#include "desktop/noticebar.h"
#include "desktop/symbolicicon.h"
#include "desktop/tablerows.h"
#include "desktop/tablesaver.h"
#include "text/activitytext.h"
#include "text/numbertext.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace fuotadesk {

using namespace std::chrono_literals;

namespace {

constexpr auto LookInterval = 3s;
constexpr int TimeWidth = 29; // in characters
constexpr int ChangeWidth = 23;
constexpr int TargetWidth = 19;
constexpr int MemberWidth = 19;
constexpr int OutcomeWidth = 19;
constexpr int FirstTableWidth = 700; // pixels
constexpr int FirstDetailsWidth = 320;

TableSaver::MakeText textMaker(const ActivityExcerpt& excerpt)
{
    return [entries = excerpt.entries] { return activityCsv(entries); };
}

} // namespace

ActivityPage::ActivityPage(ActivityList& list, QWidget* parent)
    : QWidget(parent),
      m_list(list),
      m_model(new ActivityModel(list, this)),
      m_saver(new TableSaver(this)),
      m_failure(new NoticeBar),
      m_result(new NoticeBar),
      m_filter(new ActivityFilterBar),
      m_stack(new QStackedWidget),
      m_table(new QTableView),
      m_splitter(new QSplitter),
      m_details(new ActivityDetails),
      m_summary(new QLabel)
{
    makeTable();
    makeActions();
    m_stack->addWidget(m_table);
    m_stack->addWidget(makeEmptyPage());
    m_splitter->addWidget(m_stack);
    m_splitter->addWidget(m_details);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({FirstTableWidth, FirstDetailsWidth});
    m_splitter->setChildrenCollapsible(false);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->addWidget(m_failure);
    column->addWidget(m_result);
    column->addWidget(m_filter);
    column->addWidget(m_splitter, 1);
    column->addWidget(m_summary);
    setFocusProxy(m_filter);
    m_look.setInterval(LookInterval);
    connect(&m_look, &QTimer::timeout, &list, &ActivityList::refresh);
    connect(&list, &ActivityList::stateChanged, this, &ActivityPage::takeState);
    connect(&list, &ActivityList::entriesReset, this, &ActivityPage::showSummary);
    connect(&list, &ActivityList::entriesAdded, this, &ActivityPage::showSummary);
    connect(&list, &ActivityList::entryChanged, this, &ActivityPage::showCurrent);
    connect(m_filter, &ActivityFilterBar::filterChanged, &list, &ActivityList::setFilter);
    connect(m_filter, &ActivityFilterBar::refreshRequested, &list, &ActivityList::refresh);
    connect(m_filter, &ActivityFilterBar::leftDownwards, m_table, [this] { m_table->setFocus(); });
    connect(m_failure, &NoticeBar::remedyPressed, &list, &ActivityList::refresh);
    connect(m_saver, &TableSaver::ended, m_result, &NoticeBar::showNotice);
    takeState();
}

void ActivityPage::makeTable()
{
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Changes"));
    showAsRows(*m_table);
    const int character = fontMetrics().averageCharWidth();
    for (const auto& [column, width] : {std::pair(ActivityColumn::Time, TimeWidth),
                                        std::pair(ActivityColumn::Change, ChangeWidth),
                                        std::pair(ActivityColumn::Target, TargetWidth),
                                        std::pair(ActivityColumn::Member, MemberWidth),
                                        std::pair(ActivityColumn::Outcome, OutcomeWidth)})
        m_table->setColumnWidth(static_cast<int>(column), width * character);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &ActivityPage::showCurrent);
    connect(m_model, &QAbstractItemModel::modelReset, this, &ActivityPage::showCurrent);
}

void ActivityPage::makeActions()
{
    auto* save =
        new QAction(symbolicIcon(QStringLiteral("export")), tr("&Export changes as CSV…"), m_table);
    connect(save, &QAction::triggered, this, &ActivityPage::exportAll);
    m_table->addActions({copyRowsAction(*m_table), save});
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
}

QWidget* ActivityPage::makeEmptyPage()
{
    auto* page = new QWidget;
    m_empty = new QLabel;
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_emptyButton = new QPushButton(tr("&Show all changes"));
    auto* column = new QVBoxLayout(page);
    column->addStretch();
    column->addWidget(m_empty);
    column->addWidget(m_emptyButton, 0, Qt::AlignHCenter);
    column->addStretch();
    connect(m_emptyButton, &QPushButton::clicked, m_filter, &ActivityFilterBar::clear);
    return page;
}

void ActivityPage::focusSearch()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
}

QList<QAction*> ActivityPage::activityActions() const
{
    return m_table->actions();
}

void ActivityPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_list.refresh();
    m_look.start();
}

void ActivityPage::hideEvent(QHideEvent* event)
{
    m_look.stop();
    QWidget::hideEvent(event);
}

void ActivityPage::takeState()
{
    if (m_list.state() == ListState::Failed) {
        const Error& error = *m_list.error();
        m_failure->showNotice({NoticeKind::Error,
                               activityUnreadableText(error),
                               {tr("Try again")},
                               errorDetails(error)});
    } else if (m_list.state() == ListState::Ready) {
        m_failure->clear();
    }
    showSummary();
}

void ActivityPage::showSummary()
{
    m_filter->setOperations(m_list.operations());
    const bool isFiltered = !m_list.filter().isEmpty();
    const bool isEmpty = m_list.state() == ListState::Ready && m_list.entries().isEmpty();
    m_empty->setText(isFiltered
                         ? tr("No change matches the search.")
                         : tr("What is changed at the service appears here: each create, start "
                              "or deletion, and how it ended."));
    m_emptyButton->setVisible(isFiltered);
    m_stack->setCurrentIndex(isEmpty ? 1 : 0);
    m_details->setVisible(!isEmpty);
    m_summary->setText(
        m_list.state() == ListState::Loading && m_list.entries().isEmpty()
            ? tr("The changes are being read.")
            : tr("%n changes, the newest first", nullptr, static_cast<int>(m_list.total())));
}

void ActivityPage::showCurrent()
{
    const QModelIndex current = m_table->currentIndex();
    m_details->show(current.isValid() ? &m_model->at(current.row()) : nullptr);
}

// All that the filter lets through, whether it was scrolled to or not.
void ActivityPage::exportAll()
{
    const auto read = [this](QObject* owner) {
        auto* call = new CallOf<TableSaver::MakeText>(owner);
        forward(m_list.readAll(call), call,
                [](const Result<ActivityExcerpt>& all) { return all.map(textMaker); });
        return call;
    };
    m_saver->save(TableSaver::ReadTable(read), tr("activity.csv"), this);
}

} // namespace fuotadesk
