#pragma once

#include "profiles/sharedfile.h"

#include <QStringList>

namespace fuotadesk {

// Both shared files together. It may hold secrets: read it when credentials are needed, and let it
// go.
struct ProfileSet {
    QMap<QString, Properties> profiles;
    QMap<QString, Properties> ssoSessions;
    QMap<QString, Properties> services;

    friend bool operator==(const ProfileSet&, const ProfileSet&) = default;
};

// Where both have a property, the credentials file counts.
ProfileSet merged(SharedFile config, const SharedFile& credentials);

// Reads both files, up to their bound; one that is not there is empty. Blocks: for a worker.
// Errors: FileUnreadable, FileTooLarge, FileMalformed; code as parseSharedFile(), detail the file
// and, behind a colon, the line.
Result<ProfileSet> readProfileSet(const QString& configFile, const QString& credentialsFile);
// Whether an error is one of those: about the files, rather than about what they say.
bool isFileTrouble(ErrorKind kind);

} // namespace fuotadesk
