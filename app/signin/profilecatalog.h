#pragma once

#include "aws/credentialprovider.h"
#include "signin/profileentry.h"
#include "signin/serviceaddresses.h"
#include "signin/signintools.h"

#include <QFileSystemWatcher>
#include <QTimer>

namespace fuotadesk {

// Where a connection leads, and who answers there for the other services.
struct ProfilePlace {
    Connection connection;
    ServiceAddress sts;
    ServiceAddress s3;
    ServiceAddress iam;
};

// The profiles that the shared files have, by name; the environment's own, where it holds keys, has
// none and so comes first. One that can not be used says why.
QList<ProfileEntry> profileEntries(const ProfileSet& set, const Environment& environment);

// connection, of the kind Profile, with region, endpoint and certificates as environment and files
// have them; a region of its own comes first. Error: ConfigurationInvalid, code "no-region", detail
// the profile.
Result<ProfilePlace> placeOf(const Connection& connection, const ProfileSet& set,
                             const Environment& environment);

// The shared files as a list of profiles. They are read on a worker, and watched from the first
// reading on.
class ProfileCatalog : public QObject {
    Q_OBJECT

public:
    explicit ProfileCatalog(SignInTools& tools, QObject* parent = nullptr);

    // Errors: those of readProfileSet().
    CallOf<QList<ProfileEntry>>* entries(QObject* owner);
    CallOf<ProfilePlace>* place(const Connection& connection, QObject* owner);
    // Whether the environment or a shared file is there to say anything. Looks, does not read.
    bool isSetUp() const;
    // AWS_PROFILE, or "default"; empty where the environment holds keys.
    QString usualProfile() const;
    // Those of a profile; the catalog outlives them.
    std::shared_ptr<CredentialProvider> credentials(const QString& profile);

Q_SIGNALS:
    // One of the files was changed, made or removed; said once for changes that follow each other.
    void filesChanged();
    // See ProfileCredentials::lost().
    void credentialsLost(const QString& profile, const fuotadesk::Error& error);

private:
    void watch();

    SignInTools& m_tools;
    QFileSystemWatcher m_watcher;
    QTimer m_pause;
    bool m_isWatching = false;
};

} // namespace fuotadesk
