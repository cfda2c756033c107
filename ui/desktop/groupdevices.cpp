#include "desktop/groupdevices.h"

#include "campaign/grouplist.h"
#include "desktop/devicequerydialog.h"

namespace fuotadesk {

namespace {

QString nameOf(const MulticastGroup& group)
{
    return group.name.isEmpty() ? group.id : group.name;
}

} // namespace

GroupDevices::GroupDevices(GroupList& groups, QObject* parent)
    : QObject(parent),
      m_groups(groups),
      m_growth(new GroupGrowth(groups, {}, this))
{
    connect(m_growth, &GroupGrowth::sizeChanged, this, &GroupDevices::sizeChanged);
}

void GroupDevices::askToAdd(const MulticastGroup& group, QWidget* window)
{
    if (m_isRunning)
        return;
    auto* dialog = new DeviceQueryDialog(
        tr("Add devices by query"),
        tr("The service looks for these devices and adds them to “%1” one after the other, after "
           "it has answered. Only devices of the group's RF region that know multicast come "
           "through.")
            .arg(nameOf(group)),
        tr("Add devices"), window);
    connect(dialog, &DeviceQueryDialog::queryChosen, this,
            [this, group](const DeviceQuery& query) { change(group, MemberChange::Add, query); });
    dialog->open();
}

void GroupDevices::askToRemove(const MulticastGroup& group, QWidget* window)
{
    if (m_isRunning)
        return;
    auto* dialog = new DeviceQueryDialog(
        tr("Take out devices by query"),
        tr("The service takes these devices out of “%1” one after the other, after it has "
           "answered. They stay in the account; what is sent to the group does not reach them any "
           "more.")
            .arg(nameOf(group)),
        tr("Take out devices"), window);
    connect(dialog, &DeviceQueryDialog::queryChosen, this, [this, group](const DeviceQuery& query) {
        change(group, MemberChange::Remove, query);
    });
    dialog->open();
}

void GroupDevices::change(const MulticastGroup& group, MemberChange direction,
                          const DeviceQuery& query)
{
    m_isRunning = true;
    Q_EMIT runningChanged(true);
    m_groups.changeDevices(group.id, direction, query, this)
        ->then(this, [this, group](const Result<void>& begun) {
            m_isRunning = false;
            Q_EMIT runningChanged(false);
            if (!begun) {
                Q_EMIT ended(
                    errorNotice(tr("The devices of “%1” could not be changed.").arg(nameOf(group)),
                                begun.error()));
                return;
            }
            m_growth->follow(group.id);
            Q_EMIT ended({NoticeKind::Info,
                          tr("The service has begun to change the devices of “%1”. How many are in "
                             "the group is read again while that goes on.")
                              .arg(nameOf(group)),
                          {},
                          {}});
        });
}

} // namespace fuotadesk
