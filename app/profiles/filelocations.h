#pragma once

#include "profiles/environment.h"

namespace fuotadesk {

enum class Platform { Unix, Windows };

// Where the shared files of the AWS tools are, and the folders of their token caches. All paths
// are absolute, unless an environment variable says otherwise.
// https://docs.aws.amazon.com/sdkref/latest/guide/file-location.html
struct FileLocations {
    QString config; // AWS_CONFIG_FILE, or ~/.aws/config
    QString credentials; // AWS_SHARED_CREDENTIALS_FILE, or ~/.aws/credentials
    QString ssoCache; // ~/.aws/sso/cache
    QString loginCache; // AWS_LOGIN_CACHE_DIRECTORY, or ~/.aws/login/cache

    friend bool operator==(const FileLocations&, const FileLocations&) = default;
};

FileLocations fileLocations(const Environment& environment, Platform platform);
// A "~" at the beginning stands for the home folder.
QString expandedPath(const QString& path, const Environment& environment, Platform platform);

} // namespace fuotadesk
