#include "desktop/taskgroupspane.h"

#include "campaign/taskwatch.h"
#include "desktop/grouptablemodel.h"
#include "desktop/noticebar.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace fuotadesk {

namespace {

constexpr int NameWidth = 17; // in characters
constexpr int StatusWidth = 11;
constexpr int ClassWidth = 9;
constexpr int RegionWidth = 11;
constexpr int DevicesWidth = 10;

} // namespace

TaskGroupsPane::TaskGroupsPane(Session& session, TaskWatch& watch, QWidget* parent)
    : QWidget(parent),
      m_watch(watch),
      m_groups(session),
      m_model(new GroupTableModel(this)),
      m_table(new IdTable(m_model)),
      m_failure(new NoticeBar),
      m_summary(new QLabel),
      m_add(new QPushButton(tr("Add &groups…"))),
      m_remove(new QPushButton(tr("Remo&ve groups…")))
{
    m_table->setAccessibleName(tr("Multicast groups of the task"));
    m_table->setColumnWidths({NameWidth, StatusWidth, ClassWidth, RegionWidth, DevicesWidth});
    m_table->addSelectionAction(m_table->copyAction());
    m_summary->setWordWrap(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 0, 0);
    column->addWidget(m_failure);
    column->addWidget(m_summary);
    column->addWidget(m_table, 1);
    column->addStretch(); // while there is no table
    column->addLayout(makeButtons());
    connectParts();
    followWatch();
    takeState();
}

void TaskGroupsPane::connectParts()
{
    connect(&m_watch, &TaskWatch::stateChanged, this, &TaskGroupsPane::followWatch);
    connect(&m_watch, &TaskWatch::taskRead, this, [this](const FuotaTask& task) {
        enableButtons();
        if (task.id == m_groups.taskId() && task.status == TaskStatus::Pending)
            m_groups.refresh(); // they may be others now
    });
    connect(&m_groups, &TaskGroups::rowsReset, this, [this] {
        m_model->setRows(m_groups.rows());
        takeState();
    });
    connect(&m_groups, &TaskGroups::rowChanged, m_model, &GroupTableModel::updateRow);
    connect(&m_groups, &TaskGroups::stateChanged, this, &TaskGroupsPane::takeState);
    connect(m_failure, &NoticeBar::remedyPressed, &m_groups, &TaskGroups::refresh);
    connect(m_table, &IdTable::selectedIdsChanged, this, &TaskGroupsPane::enableButtons);
}

QLayout* TaskGroupsPane::makeButtons()
{
    m_add->setToolTip(tr("Have the devices of a multicast group receive the image"));
    m_remove->setToolTip(tr("Take the selected groups out of the task"));
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_add);
    buttons->addWidget(m_remove);
    connect(m_add, &QPushButton::clicked, this, &TaskGroupsPane::addRequested);
    connect(m_remove, &QPushButton::clicked, this,
            [this] { Q_EMIT removeRequested(m_table->selectedIds()); });
    return buttons;
}

void TaskGroupsPane::followWatch()
{
    m_groups.lookAt(m_watch.taskId());
    enableButtons();
}

void TaskGroupsPane::takeState()
{
    if (m_groups.state() == ListState::Failed) {
        Notice notice = errorNotice(tr("The groups could not be read."), *m_groups.error());
        notice.remedies = {tr("Try again")};
        m_failure->showNotice(notice);
    } else if (m_groups.state() != ListState::Loading) {
        m_failure->clear();
    }
    m_summary->setText(summary());
    m_table->setVisible(!m_groups.rows().isEmpty());
    enableButtons();
}

QString TaskGroupsPane::summary() const
{
    const auto count = static_cast<int>(m_groups.rows().size());
    if (count > 0)
        return tr("%n multicast groups receive the image.", nullptr, count);
    switch (m_groups.state()) {
    case ListState::Loading:
        return tr("Its groups are being read.");
    case ListState::Ready:
        return tr("The task has no multicast groups. A task takes devices or multicast groups, "
                  "never both.");
    case ListState::Empty:
    case ListState::Failed:
        break;
    }
    return tr("Its groups are not known yet.");
}

void TaskGroupsPane::enableButtons()
{
    const auto& task = m_watch.task();
    const bool takesChanges = task && task->status == TaskStatus::Pending;
    m_add->setVisible(takesChanges);
    m_remove->setVisible(takesChanges);
    m_add->setEnabled(m_watch.counts().total() == 0);
    m_remove->setEnabled(m_table->selectionModel()->hasSelection());
}

} // namespace fuotadesk
