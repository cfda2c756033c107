#include "profiles/profileset.h"

#include <QFile>
#include <QFileInfo>

namespace fuotadesk {

namespace {

Result<SharedFile> readSharedFile(const QString& path, SharedFileKind kind)
{
    QFile file(path);
    if (!file.exists())
        return SharedFile();
    // A pipe or a device has no end.
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::FileUnreadable, {}, path);
    const QByteArray bytes = file.read(LargestSharedFileBytes + 1);
    if (file.error() != QFileDevice::NoError)
        return failure(ErrorKind::FileUnreadable, {}, path);
    return parseSharedFile(bytes, kind).map_error([&path](Error error) {
        const QString line = error.kind == ErrorKind::FileMalformed ? error.detail : QString();
        error.detail = line.isEmpty() ? path : path + u':' + line;
        return error;
    });
}

} // namespace

ProfileSet merged(SharedFile config, const SharedFile& credentials)
{
    for (auto it = credentials.profiles.begin(); it != credentials.profiles.end(); ++it)
        config.profiles[it.key()].insert(it.value());
    return {std::move(config.profiles), std::move(config.ssoSessions), std::move(config.services)};
}

Result<ProfileSet> readProfileSet(const QString& configFile, const QString& credentialsFile)
{
    auto config = readSharedFile(configFile, SharedFileKind::Config);
    if (!config)
        return failure(config.error());
    const auto credentials = readSharedFile(credentialsFile, SharedFileKind::Credentials);
    if (!credentials)
        return failure(credentials.error());
    return merged(std::move(*config), *credentials);
}

bool isFileTrouble(ErrorKind kind)
{
    return kind == ErrorKind::FileUnreadable || kind == ErrorKind::FileTooLarge
        || kind == ErrorKind::FileMalformed;
}

} // namespace fuotadesk
