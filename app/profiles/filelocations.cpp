#include "profiles/filelocations.h"

namespace fuotadesk {

namespace {

QChar separatorOf(Platform platform)
{
    return platform == Platform::Windows ? u'\\' : u'/';
}

QString homeFolder(const Environment& environment, Platform platform)
{
    QString home = environment.value(QStringLiteral("HOME"));
    if (!home.isEmpty() || platform != Platform::Windows)
        return home;
    QString profile = environment.value(QStringLiteral("USERPROFILE"));
    if (!profile.isEmpty())
        return profile;
    return environment.value(QStringLiteral("HOMEDRIVE"))
        + environment.value(QStringLiteral("HOMEPATH"));
}

} // namespace

QString expandedPath(const QString& path, const Environment& environment, Platform platform)
{
    const bool isHome = path == u"~" || path.startsWith(QLatin1String("~/"))
        || (platform == Platform::Windows && path.startsWith(QLatin1String("~\\")));
    return isHome ? homeFolder(environment, platform) + path.mid(1) : path;
}

FileLocations fileLocations(const Environment& environment, Platform platform)
{
    const auto located = [&](const QString& variable, const QStringList& parts) {
        const QString own = variable.isEmpty() ? QString() : environment.value(variable);
        if (!own.isEmpty())
            return expandedPath(own, environment, platform);
        const QChar separator = separatorOf(platform);
        return homeFolder(environment, platform) + separator + parts.join(separator);
    };
    const auto aws = QStringLiteral(".aws");
    const auto cache = QStringLiteral("cache");
    return {
        located(QStringLiteral("AWS_CONFIG_FILE"), {aws, QStringLiteral("config")}),
        located(QStringLiteral("AWS_SHARED_CREDENTIALS_FILE"),
                {aws, QStringLiteral("credentials")}),
        located({}, {aws, QStringLiteral("sso"), cache}),
        located(QStringLiteral("AWS_LOGIN_CACHE_DIRECTORY"), {aws, QStringLiteral("login"), cache}),
    };
}

} // namespace fuotadesk
