#include "signin/serviceaddresses.h"

#include "aws/endpoint.h"

namespace fuotadesk {

namespace {

// Every partition has a domain of its own for signing in.
QString signInHost(const QString& region)
{
    for (const auto& [prefix, domain] : {std::pair("cn-", "signin.amazonaws.cn"),
                                         std::pair("us-gov-", "signin.amazonaws-us-gov.com"),
                                         std::pair("eusc-", "signin.amazonaws-eusc.eu")}) {
        if (region.startsWith(QLatin1String(prefix)))
            return region + u'.' + QLatin1String(domain);
    }
    return region + QStringLiteral(".signin.aws.amazon.com");
}

} // namespace

ServiceAddresses::ServiceAddresses(const ProfileSet& set, const QString& profile,
                                   const Environment& environment)
    : m_profile(profile),
      m_environment(environment),
      m_region(configuredRegion(set, profile, environment))
{
    m_settings.services = set.services;
    for (const auto* key : {"services", "endpoint_url", "ignore_configured_endpoint_urls",
                            "use_fips_endpoint", "use_dualstack_endpoint"}) {
        const QString name = QLatin1String(key);
        m_settings.profiles[profile].insert(name, set.profiles.value(profile).value(name));
    }
    if (m_region.isEmpty())
        m_region = QStringLiteral("us-east-1");
}

QUrl ServiceAddresses::endpoint(const QString& serviceId, const QString& prefix,
                                const QString& region) const
{
    const QString own = configuredEndpointUrl(serviceId, m_settings, m_profile, m_environment);
    if (!own.isEmpty())
        return QUrl(own, QUrl::StrictMode);
    return regionalEndpoint(prefix, region, configuredFips(m_settings, m_profile, m_environment),
                            configuredDualStack(m_settings, m_profile, m_environment));
}

ServiceAddress ServiceAddresses::sts() const
{
    return {endpoint(QStringLiteral("STS"), QStringLiteral("sts"), m_region), m_region};
}

ServiceAddress ServiceAddresses::s3(const QString& region) const
{
    const QString own =
        configuredEndpointUrl(QStringLiteral("S3"), m_settings, m_profile, m_environment);
    if (!own.isEmpty())
        return {QUrl(own, QUrl::StrictMode), region};
    return s3Address(region, configuredFips(m_settings, m_profile, m_environment),
                     configuredDualStack(m_settings, m_profile, m_environment));
}

ServiceAddress ServiceAddresses::iam(const QString& region) const
{
    const QString own =
        configuredEndpointUrl(QStringLiteral("IAM"), m_settings, m_profile, m_environment);
    ServiceAddress address =
        iamAddress(region, configuredFips(m_settings, m_profile, m_environment));
    if (!own.isEmpty())
        address.endpoint = QUrl(own, QUrl::StrictMode);
    return address;
}

QUrl ServiceAddresses::ssoPortal(const QString& region) const
{
    return endpoint(QStringLiteral("SSO"), QStringLiteral("portal.sso"), region);
}

QUrl ServiceAddresses::ssoOidc(const QString& region) const
{
    return endpoint(QStringLiteral("SSO OIDC"), QStringLiteral("oidc"), region);
}

QUrl ServiceAddresses::signIn(const QString& region) const
{
    const QString own =
        configuredEndpointUrl(QStringLiteral("Signin"), m_settings, m_profile, m_environment);
    if (!own.isEmpty())
        return QUrl(own, QUrl::StrictMode);
    QUrl url;
    url.setScheme(QStringLiteral("https"));
    url.setHost(signInHost(region.isEmpty() ? m_region : region));
    return url;
}

} // namespace fuotadesk
