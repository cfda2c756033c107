#pragma once

#include "aws/serviceaddress.h"
#include "base/connection.h"
#include "base/result.h"

namespace fuotadesk {

// The name under which IoT Wireless signs, and its part of a host name.
inline constexpr auto SigningName = "iotwireless";

// Where a connection's requests go: scheme://host[:port], a default port left out (the signature
// covers Host). The region's partition gives the domain; a region of no known partition counts as
// "aws". An own endpoint may be http only on loopback. Error: ConfigurationInvalid, code "region",
// "endpoint-url", "fips-with-custom-endpoint", "dualstack-with-custom-endpoint".
// https://docs.aws.amazon.com/general/latest/gr/iot-lorawan.html
Result<QUrl> endpointFor(const Connection& connection);

// A service's own host in a region: https://PREFIX[-fips].REGION.DOMAIN.
QUrl regionalEndpoint(const QString& prefix, const QString& region, bool useFips,
                      bool useDualStack);

// S3 in a region; its buckets stand before the host or behind it (aws/s3). The double stack has a
// label of its own there: https://s3[-fips][.dualstack].REGION.DOMAIN.
// https://docs.aws.amazon.com/general/latest/gr/s3.html
ServiceAddress s3Address(const QString& region, bool useFips, bool useDualStack);

// IAM is one for each partition, and signed for the region it stands in, not for ours.
// https://docs.aws.amazon.com/general/latest/gr/iam-service.html
ServiceAddress iamAddress(const QString& region, bool useFips);

bool isLoopbackHost(const QString& host);

} // namespace fuotadesk
