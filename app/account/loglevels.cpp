#include "account/loglevels.h"

namespace fuotadesk {

Served<QString> LogLevels::get(const QString& type, const QString& id) const
{
    const auto found = m_levels.find({type, id});
    if (found == m_levels.end())
        return refused(notFound("ResourceLogLevel", id));
    return *found;
}

Served<void> LogLevels::put(const QString& type, const QString& id, const QString& level)
{
    if (m_levels.size() >= MostLevels && !m_levels.contains({type, id}))
        return refused(validationError(
            QStringLiteral("No more than %1 resources can have a log level of their own")
                .arg(MostLevels)));
    m_levels.insert({type, id}, level);
    return {};
}

Served<void> LogLevels::reset(const QString& type, const QString& id)
{
    if (m_levels.remove({type, id}) == 0)
        return refused(notFound("ResourceLogLevel", id));
    return {};
}

} // namespace fuotadesk
