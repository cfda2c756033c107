#include "desktop/roledesk.h"

#include "campaign/session.h"
#include "campaign/whoami.h"
#include "desktop/rolecreationdialog.h"
#include "desktop/roledialog.h"
#include "desktop/roleedit.h"
#include "desktop/taskform.h"
#include "policy/fuotapolicies.h"
#include "preflight/rolelist.h"

#include <QAction>

#include <algorithm>

namespace fuotadesk {

RoleDesk::RoleDesk(const Workbench& bench, TaskForm* form, QObject* parent)
    : QObject(parent),
      m_bench(bench),
      m_form(form),
      m_choose(new QAction(tr("C&hoose role…"), this)),
      m_create(new QAction(tr("C&reate role…"), this))
{
    m_choose->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_R);
    m_create->setShortcut(Qt::CTRL | Qt::ALT | Qt::Key_R);
    for (QAction* action : {m_choose, m_create})
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(m_choose, &QAction::triggered, this, &RoleDesk::choose);
    connect(m_create, &QAction::triggered, this, &RoleDesk::create);
    RoleEdit* edit = form->roleEdit();
    edit->offer([this](const QString& name) { return knownRoleArn(m_bench, name); });
    connect(edit, &RoleEdit::chooseWanted, this, &RoleDesk::choose);
    connect(edit, &RoleEdit::creationWanted, this, &RoleDesk::create);
}

void RoleDesk::choose()
{
    const TaskDraft task = m_form->draft().task;
    auto* dialog =
        new RoleDialog(m_bench, task.firmwareUpdateImage, task.firmwareUpdateRole, m_form);
    connect(dialog, &RoleDialog::roleChosen, m_form->roleEdit(), &RoleEdit::take);
    connect(dialog, &RoleDialog::creationWanted, this, &RoleDesk::create);
    dialog->open();
}

void RoleDesk::create()
{
    auto* dialog =
        new RoleCreationDialog(m_bench, m_form->draft().task.firmwareUpdateImage, m_form);
    RoleEdit* edit = m_form->roleEdit();
    connect(dialog, &RoleCreationDialog::existingChosen, edit, &RoleEdit::take);
    connect(dialog, &RoleCreationDialog::created, this, [this, edit](const QString& arn) {
        edit->take(arn);
        Q_EMIT told(tr("The role “%1” was created.").arg(roleNameOfArn(arn)));
    });
    dialog->open();
}

QString knownRoleArn(const Workbench& bench, const QString& name)
{
    const QList<ListedRole> roles =
        bench.session.isReady() ? bench.roles.roles() : QList<ListedRole>();
    const auto& who = bench.whoAmI.identity();
    const auto listed = std::ranges::find_if(roles, [&](const ListedRole& role) {
        return role.role.name == name && who && accountOfArn(role.role.arn) == who->account;
    });
    if (listed != roles.end())
        return listed->role.arn;
    if (!who || who->account.isEmpty())
        return {};
    return QStringLiteral("arn:%1:iam::%2:role/%3")
        .arg(partitionOfArn(who->arn), who->account, name);
}

} // namespace fuotadesk
