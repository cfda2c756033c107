#include "campaign/groupgrowth.h"

#include "campaign/grouplist.h"

#include <algorithm>

namespace fuotadesk {

GroupGrowth::GroupGrowth(GroupList& groups, const Pace& pace, QObject* parent)
    : QObject(parent),
      m_groups(groups),
      m_pace(pace)
{
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, [this] {
        if (m_groups.find(m_groupId))
            m_groups.refreshDetails(m_groupId);
        else // deleted, or of another connection
            m_groupId.clear();
    });
    connect(&groups, &GroupList::rowChanged, this, &GroupGrowth::take);
}

GroupGrowth::Size GroupGrowth::size() const
{
    const GroupRow* row = m_groups.find(m_groupId);
    if (!row || !row->details)
        return {};
    return {row->details->devicesRequested.value_or(-1), row->details->devicesInGroup.value_or(-1)};
}

void GroupGrowth::follow(const QString& groupId)
{
    m_groupId = groupId;
    m_size = size();
    m_quiet = 0;
    m_interval = m_pace.shortest;
    m_next.start(m_interval);
}

void GroupGrowth::take(const QString& groupId)
{
    if (groupId != m_groupId)
        return;
    const bool changed = std::exchange(m_size, size()) != m_size;
    m_quiet = changed ? 0 : m_quiet + 1;
    m_interval = changed ? m_pace.shortest : std::min(m_interval * 2, m_pace.longest);
    if (m_quiet < m_pace.quietLooks) {
        m_next.start(m_interval);
    } else {
        m_next.stop();
        m_groupId.clear();
    }
    if (changed)
        Q_EMIT sizeChanged(groupId);
}

} // namespace fuotadesk
