#pragma once

#include "profiles/profilesettings.h"
#include "signin/signinparts.h"

namespace fuotadesk {

// Where services answer for a profile: an endpoint URL that is configured, or the region's own
// host. The region of STS and S3 is the configured one, us-east-1 where there is none.
class ServiceAddresses {
public:
    ServiceAddresses(const ProfileSet& set, const QString& profile, const Environment& environment);

    ServiceAddress sts() const;
    // Of the region one works in.
    ServiceAddress s3(const QString& region) const;
    ServiceAddress iam(const QString& region) const;
    QUrl ssoPortal(const QString& region) const;
    QUrl ssoOidc(const QString& region) const;
    // region may be empty.
    QUrl signIn(const QString& region) const;

private:
    QUrl endpoint(const QString& serviceId, const QString& prefix, const QString& region) const;

    ProfileSet m_settings; // without any profile but this one
    QString m_profile;
    Environment m_environment;
    QString m_region;
};

} // namespace fuotadesk
