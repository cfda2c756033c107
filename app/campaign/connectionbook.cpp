#include "campaign/connectionbook.h"

#include "signin/profilecatalog.h"
#include "store/settings.h"

#include <algorithm>

namespace fuotadesk {

ConnectionBook::ConnectionBook(Settings& settings, ProfileCatalog* profiles)
    : m_settings(settings),
      m_profiles(profiles)
{
    if (profiles)
        connect(profiles, &ProfileCatalog::filesChanged, this, &ConnectionBook::discover);
    else
        m_isDiscovered = true;
}

QList<Connection> ConnectionBook::all() const
{
    QList<Connection> connections{sandboxConnection()};
    QList<Connection> kept = m_settings.data().connections;
    for (const Connection& connection : std::as_const(kept)) {
        if (connection.kind != ConnectionKind::Profile)
            connections << connection;
    }
    kept.removeIf([](const Connection& each) { return each.kind != ConnectionKind::Profile; });
    for (const ProfileEntry& entry : m_entries) {
        const Connection plain = profileConnection(entry.name);
        const auto changed = std::ranges::find(kept, plain.id, &Connection::id);
        connections << (changed == kept.end() ? plain : *changed);
        if (changed != kept.end())
            kept.erase(changed);
    }
    return connections + kept; // those that are left were in the files once
}

// A profile is found before the files have been read: that it is not there, its sign-in will say.
std::optional<Connection> ConnectionBook::find(const QString& connectionId) const
{
    const QList<Connection> known = all();
    const auto found = std::ranges::find(known, connectionId, &Connection::id);
    if (found != known.end())
        return *found;
    const auto profile = profileOfId(connectionId);
    if (!m_profiles || !profile)
        return {};
    return profileConnection(*profile);
}

std::optional<ProfileEntry> ConnectionBook::profile(const QString& connectionId) const
{
    const auto name = profileOfId(connectionId);
    if (!name)
        return {};
    const auto found = std::ranges::lower_bound(m_entries, *name, {}, &ProfileEntry::name);
    if (found == m_entries.end() || found->name != *name)
        return {};
    return *found;
}

std::optional<Connection> ConnectionBook::usualProfile() const
{
    if (!m_profiles || !m_profiles->isSetUp())
        return {};
    return profileConnection(m_profiles->usualProfile());
}

Result<void> ConnectionBook::keep(const Connection& connection)
{
    SettingsData data = m_settings.data();
    const auto found = std::ranges::find(data.connections, connection.id, &Connection::id);
    if (found == data.connections.end())
        data.connections.append(connection);
    else
        *found = connection;
    Result<void> saved = m_settings.save(data);
    if (saved)
        Q_EMIT changed();
    return saved;
}

Result<void> ConnectionBook::drop(const QString& connectionId)
{
    SettingsData data = m_settings.data();
    data.connections.removeIf([&](const Connection& each) { return each.id == connectionId; });
    Result<void> saved = m_settings.save(data);
    Q_EMIT changed();
    return saved;
}

void ConnectionBook::discover()
{
    if (!m_profiles)
        return;
    m_reading = std::make_unique<QObject>();
    m_profiles->entries(m_reading.get())
        ->then(m_reading.get(),
               [this](const Result<QList<ProfileEntry>>& entries) { take(entries); });
}

// Files that can not be read now leave what was known: an editor may be writing them.
void ConnectionBook::take(const Result<QList<ProfileEntry>>& entries)
{
    m_error = entries ? std::optional<Error>() : entries.error();
    if (entries)
        m_entries = *entries;
    m_isDiscovered = true;
    Q_EMIT discovered();
    Q_EMIT changed();
}

} // namespace fuotadesk
