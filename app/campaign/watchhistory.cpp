#include "campaign/watchhistory.h"

namespace fuotadesk {

namespace {

QList<WatchPoint> thinned(const QList<WatchPoint>& points)
{
    QList<WatchPoint> kept;
    kept.reserve(points.size() / 2 + 2);
    for (qsizetype i = 0; i < points.size(); i += 2)
        kept.append(points.at(i));
    if (points.size() % 2 == 0)
        kept.append(points.last());
    return kept;
}

} // namespace

bool WatchHistory::add(const QString& taskId, const WatchPoint& point)
{
    m_tasks.removeOne(taskId);
    m_tasks.append(taskId);
    if (m_tasks.size() > MostTasks)
        m_points.remove(m_tasks.takeFirst());
    QList<WatchPoint>& points = m_points[taskId];
    if (!points.isEmpty() && points.last().status == point.status
        && points.last().counts == point.counts)
        return false;
    if (points.size() == MostPoints)
        points = thinned(points);
    points.append(point);
    return true;
}

const QList<WatchPoint>& WatchHistory::of(const QString& taskId) const
{
    static const QList<WatchPoint> none;
    const auto found = m_points.constFind(taskId);
    return found == m_points.cend() ? none : *found;
}

void WatchHistory::clear()
{
    m_points.clear();
    m_tasks.clear();
}

} // namespace fuotadesk
