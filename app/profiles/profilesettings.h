#pragma once

#include "profiles/environment.h"
#include "profiles/profileset.h"

namespace fuotadesk {

// The endpoint URL that environment and profile set for a service, empty where they set none.
// serviceId is the model's, "IoT Wireless" for example. In this order: AWS_ENDPOINT_URL_<SERVICE>,
// AWS_ENDPOINT_URL, the profile's section of services, the profile's endpoint_url; none of them
// where AWS_IGNORE_CONFIGURED_ENDPOINT_URLS or ignore_configured_endpoint_urls is true.
// https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html
QString configuredEndpointUrl(const QString& serviceId, const ProfileSet& set,
                              const QString& profile, const Environment& environment);

// AWS_REGION, AWS_DEFAULT_REGION, the profile's region; empty where none is set.
QString configuredRegion(const ProfileSet& set, const QString& profile,
                         const Environment& environment);

// AWS_PROFILE, or "default".
QString configuredProfile(const Environment& environment);

// AWS_CA_BUNDLE, else the profile's ca_bundle.
QString configuredCaBundle(const ProfileSet& set, const QString& profile,
                           const Environment& environment);

// Whether hosts of dual stack or FIPS are wanted: environment, else profile.
bool configuredDualStack(const ProfileSet& set, const QString& profile,
                         const Environment& environment);
bool configuredFips(const ProfileSet& set, const QString& profile, const Environment& environment);

} // namespace fuotadesk
