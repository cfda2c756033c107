#include "desktop/recipientchoice.h"

#include "campaign/draftsheet.h"
#include "desktop/grouppicker.h"
#include "desktop/question.h"
#include "desktop/recipientsdialog.h"
#include "fuota/campaigndraft.h"
#include "fuota/fuotatask.h"

namespace fuotadesk {

namespace {

void append(QStringList& ids, const QStringList& more)
{
    ids += more;
    ids.removeDuplicates();
}

} // namespace

RecipientChoice::RecipientChoice(const Workbench& bench, QWidget* window, QObject* parent)
    : QObject(parent),
      m_bench(bench),
      m_window(window)
{
}

void RecipientChoice::add(const FuotaTaskSummary& task, MemberKind kind, const QStringList& ids)
{
    Q_EMIT changeChosen({task.id, MemberChange::Add, kind, ids}, task.nameOrId());
}

void RecipientChoice::askForDevices(const FuotaTaskSummary& task)
{
    auto* dialog =
        new RecipientsDialog(m_bench, tr("Add devices to “%1”").arg(task.nameOrId()), m_window);
    connect(dialog, &RecipientsDialog::devicesChosen, this,
            [this, task](const QStringList& ids) { add(task, MemberKind::Device, ids); });
    dialog->open();
}

void RecipientChoice::askForGroups(const FuotaTaskSummary& task)
{
    auto* dialog =
        new GroupPicker(m_bench, tr("Add multicast groups to “%1”").arg(task.nameOrId()), m_window);
    connect(dialog, &PickDialog::idsPicked, this,
            [this, task](const QStringList& ids) { add(task, MemberKind::Group, ids); });
    dialog->open();
}

void RecipientChoice::askToRemove(const FuotaTaskSummary& task, MemberKind kind,
                                  const QStringList& ids)
{
    const auto count = static_cast<int>(ids.size());
    const QString text = kind == MemberKind::Device
        ? tr("Remove %n devices from “%1”?", nullptr, count)
        : tr("Remove %n multicast groups from “%1”?", nullptr, count);
    const Question question{
        text.arg(task.nameOrId()),
        tr("They will not receive its image. They can be added again until the task is started."),
        tr("Remove")};
    ask(m_window, question, [this, task, kind, ids] {
        Q_EMIT changeChosen({task.id, MemberChange::Remove, kind, ids}, task.nameOrId());
    });
}

void RecipientChoice::askForDevicesOfDraft()
{
    auto* dialog = new RecipientsDialog(m_bench, tr("Devices of the new task"), m_window);
    connect(dialog, &RecipientsDialog::devicesChosen, this, [this](const QStringList& ids) {
        CampaignDraft draft = m_bench.sheet.draft();
        append(draft.recipients.wirelessDeviceIds, ids);
        m_bench.sheet.setDraft(draft);
    });
    dialog->open();
}

void RecipientChoice::askForGroupsOfDraft()
{
    auto* dialog = new GroupPicker(m_bench, tr("Multicast groups of the new task"), m_window);
    connect(dialog, &PickDialog::idsPicked, this, [this](const QStringList& ids) {
        CampaignDraft draft = m_bench.sheet.draft();
        append(draft.recipients.multicastGroupIds, ids);
        m_bench.sheet.setDraft(draft);
    });
    dialog->open();
}

} // namespace fuotadesk
