#include "desktop/checkdesk.h"

#include "campaign/draftsheet.h"
#include "desktop/checkcounts.h"
#include "desktop/checkpane.h"
#include "desktop/plancolumn.h"
#include "desktop/statusicon.h"
#include "desktop/taskform.h"
#include "desktop/templatedesk.h"
#include "preflight/preflightcheck.h"

#include <QAction>

namespace fuotadesk {

CheckDesk::CheckDesk(const Workbench& bench, const Parts& parts, QObject* parent)
    : QObject(parent),
      m_bench(bench),
      m_parts(parts),
      m_check(new QAction(tr("Chec&k task"), this)),
      m_preview(new QAction(tr("Show pre&view"), this))
{
    m_check->setShortcut(Qt::Key_F7);
    m_preview->setShortcut(Qt::Key_F8);
    for (QAction* action : {m_check, m_preview})
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(m_check, &QAction::triggered, this, &CheckDesk::press);
    connect(m_preview, &QAction::triggered, this, [this] {
        m_parts.column->showPage(PlanColumn::Preview);
        Q_EMIT columnShown();
    });
    connect(parts.pane, &CheckPane::runPressed, this, &CheckDesk::press);
    connect(parts.pane, &CheckPane::cancelPressed, this, [this] {
        m_bench.preflight.cancel();
        showRows();
    });
    connect(parts.pane, &CheckPane::remedyPressed, this, &CheckDesk::goTo);
    connect(&bench.preflight, &PreflightCheck::changed, this, &CheckDesk::showRows);
    connect(&bench.preflight, &PreflightCheck::finished, this, [this] {
        showRows();
        m_parts.pane->announce();
        m_parts.pane->goToFailed();
    });
    connect(&bench.sheet, &DraftSheet::draftChanged, this,
            [this] { m_parts.pane->setStale(!isOfDraft()); });
    showRows();
}

bool CheckDesk::isOfDraft() const
{
    return m_bench.preflight.isOf(m_bench.sheet.draft());
}

// Texts with variables in them are asked about first, as before a task is created.
void CheckDesk::press()
{
    m_parts.templates->fillIn([this] { start(); });
}

void CheckDesk::start()
{
    const CampaignDraft& draft = m_bench.sheet.draft();
    m_bench.preflight.start(draft, draft.planning.startAt.value_or(QDateTime()));
    m_parts.column->showPage(PlanColumn::Check);
    showRows();
    m_parts.pane->takeFocus();
    Q_EMIT columnShown();
}

void CheckDesk::showRows()
{
    const PreflightCheck& check = m_bench.preflight;
    m_parts.pane->showRows(check.rows(), check.isRunning());
    m_parts.pane->setStale(check.draft() && !isOfDraft());
    if (!check.rows().isEmpty())
        m_parts.column->setCheckIcon(
            checkIcon(check.isRunning() ? CheckOutcome::Running : worstOutcome(check.rows())));
}

void CheckDesk::goTo(const CheckRow& row)
{
    switch (row.place) {
    case CheckPlace::None:
        break;
    case CheckPlace::Connection:
        Q_EMIT connectionWanted();
        break;
    case CheckPlace::Field:
        Q_EMIT formRowShown(m_parts.form->focusField(row.field));
        break;
    case CheckPlace::BrowseImage:
        Q_EMIT imageBrowsingWanted();
        break;
    case CheckPlace::UploadImage:
        Q_EMIT uploadWanted();
        break;
    case CheckPlace::ChooseRole:
        Q_EMIT roleWanted();
        break;
    case CheckPlace::CreateRole:
        Q_EMIT roleCreationWanted();
        break;
    case CheckPlace::Recipients:
        Q_EMIT formRowShown(m_parts.form->focusRecipients());
        break;
    case CheckPlace::Devices:
        Q_EMIT devicesWanted();
        break;
    }
}

QString CheckDesk::besideCheck(const QString& text) const
{
    const auto failed = static_cast<int>(failedCount(m_bench.preflight.rows()));
    if (failed == 0 || !isOfDraft() || text.isEmpty())
        return text;
    return tr("%1 %2", "two sentences")
        .arg(text, tr("%n rows of the check failed.", nullptr, failed));
}

} // namespace fuotadesk
