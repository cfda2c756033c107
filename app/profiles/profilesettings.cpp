#include "profiles/profilesettings.h"

namespace fuotadesk {

namespace {

bool isTrue(const QString& text)
{
    return text.compare(QLatin1String("true"), Qt::CaseInsensitive) == 0;
}

bool configuredSwitch(const QString& variable, const QString& key, const Properties& profile,
                      const Environment& environment)
{
    const QString own = environment.value(variable);
    return isTrue(own.isEmpty() ? profile.value(key) : own);
}

// "IoT Wireless" is iot_wireless in a profile and IOT_WIRELESS in a variable.
QString keyOf(const QString& serviceId)
{
    return QString(serviceId).replace(u' ', u'_').toLower();
}

} // namespace

QString configuredEndpointUrl(const QString& serviceId, const ProfileSet& set,
                              const QString& profile, const Environment& environment)
{
    const Properties properties = set.profiles.value(profile);
    if (configuredSwitch(QStringLiteral("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"),
                         QStringLiteral("ignore_configured_endpoint_urls"), properties,
                         environment))
        return {};
    const QString key = keyOf(serviceId);
    const auto url = QStringLiteral("endpoint_url");
    const Properties services = set.services.value(properties.value(QStringLiteral("services")));
    for (const QString& found :
         {environment.value(QStringLiteral("AWS_ENDPOINT_URL_") + key.toUpper()),
          environment.value(QStringLiteral("AWS_ENDPOINT_URL")),
          nestedProperties(services.value(key)).value(url), properties.value(url)}) {
        if (!found.isEmpty())
            return found;
    }
    return {};
}

QString configuredRegion(const ProfileSet& set, const QString& profile,
                         const Environment& environment)
{
    for (const QString& found : {environment.value(QStringLiteral("AWS_REGION")),
                                 environment.value(QStringLiteral("AWS_DEFAULT_REGION"))}) {
        if (!found.isEmpty())
            return found;
    }
    return set.profiles.value(profile).value(QStringLiteral("region"));
}

QString configuredProfile(const Environment& environment)
{
    const QString own = environment.value(QStringLiteral("AWS_PROFILE"));
    return own.isEmpty() ? QStringLiteral("default") : own;
}

QString configuredCaBundle(const ProfileSet& set, const QString& profile,
                           const Environment& environment)
{
    const QString own = environment.value(QStringLiteral("AWS_CA_BUNDLE"));
    return own.isEmpty() ? set.profiles.value(profile).value(QStringLiteral("ca_bundle")) : own;
}

bool configuredDualStack(const ProfileSet& set, const QString& profile,
                         const Environment& environment)
{
    return configuredSwitch(QStringLiteral("AWS_USE_DUALSTACK_ENDPOINT"),
                            QStringLiteral("use_dualstack_endpoint"), set.profiles.value(profile),
                            environment);
}

bool configuredFips(const ProfileSet& set, const QString& profile, const Environment& environment)
{
    return configuredSwitch(QStringLiteral("AWS_USE_FIPS_ENDPOINT"),
                            QStringLiteral("use_fips_endpoint"), set.profiles.value(profile),
                            environment);
}

} // namespace fuotadesk
