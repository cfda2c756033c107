#pragma once

#include "base/connection.h"
#include "signin/profileentry.h"

#include <QList>
#include <QObject>

#include <memory>

namespace fuotadesk {

class ProfileCatalog;
class Settings;

// The connections there are: the sandbox, the operator's own, and the profiles of the AWS tools. A
// profile that was given a colour, a mark or a region is kept in the settings, the others are as
// the files have them.
class ConnectionBook : public QObject {
    Q_OBJECT

public:
    // profiles may be null: then none is offered.
    ConnectionBook(Settings& settings, ProfileCatalog* profiles);

    QList<Connection> all() const;
    std::optional<Connection> find(const QString& connectionId) const;
    // What the files say of a profile; nothing for another connection, or one that is gone.
    std::optional<ProfileEntry> profile(const QString& connectionId) const;
    // Why the files could not be read, when they could not.
    const std::optional<Error>& profilesError() const { return m_error; }

    // The profile that the AWS tools would take, as a connection; nothing where none is set up.
    std::optional<Connection> usualProfile() const;

    // Adds or replaces. Errors: those of Settings::save(); then nothing changes.
    Result<void> keep(const Connection& connection);
    Result<void> drop(const QString& connectionId);

    // Reads the profiles now; from then on changes of the files are followed.
    void discover();
    bool isDiscovered() const { return m_isDiscovered; }

Q_SIGNALS:
    void changed();
    // The profiles were read, for the first time or anew.
    void discovered();

private:
    void take(const Result<QList<ProfileEntry>>& entries);

    Settings& m_settings;
    ProfileCatalog* m_profiles;
    QList<ProfileEntry> m_entries;
    std::optional<Error> m_error;
    bool m_isDiscovered = false;
    std::unique_ptr<QObject> m_reading; // the latest one
};

} // namespace fuotadesk
