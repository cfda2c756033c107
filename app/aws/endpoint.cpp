#include "aws/endpoint.h"

#include <QHostAddress>
#include <QRegularExpression>

#include <array>

namespace fuotadesk {

namespace {

struct Partition {
    const char* regions;
    const char* domain;
    const char* dualStackDomain;
};

// The rule set of the service; the last one takes what the others leave.
constexpr std::array Partitions = {
    Partition{"^cn-\\w+-\\d+$", "amazonaws.com.cn", "api.amazonwebservices.com.cn"},
    Partition{"^eusc-(de)-\\w+-\\d+$", "amazonaws.eu", "api.amazonwebservices.eu"},
    Partition{"^us-iso-\\w+-\\d+$", "c2s.ic.gov", "api.aws.ic.gov"},
    Partition{"^us-isob-\\w+-\\d+$", "sc2s.sgov.gov", "api.aws.scloud"},
    Partition{"^eu-isoe-\\w+-\\d+$", "cloud.adc-e.uk", "api.cloud-aws.adc-e.uk"},
    Partition{"^us-isof-\\w+-\\d+$", "csp.hci.ic.gov", "api.aws.hci.ic.gov"},
    Partition{"", "amazonaws.com", "api.aws"}, // aws and aws-us-gov
};

const Partition& partitionOf(const QString& region)
{
    for (const Partition& each : Partitions)
        if (QRegularExpression(QLatin1String(each.regions)).match(region).hasMatch())
            return each;
    return Partitions.back();
}

bool isHostLabel(const QString& text)
{
    static const QRegularExpression label(
        QStringLiteral("\\A[a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?\\z"));
    return label.match(text).hasMatch();
}

Result<QUrl> invalid(const char* code)
{
    return failure(ErrorKind::ConfigurationInvalid, QString::fromLatin1(code));
}

Result<QUrl> customEndpoint(const Connection& connection)
{
    if (connection.useFips)
        return invalid("fips-with-custom-endpoint");
    if (connection.useDualStack)
        return invalid("dualstack-with-custom-endpoint");
    const QUrl given(connection.endpointUrl, QUrl::StrictMode);
    const bool isHttp = given.scheme() == u"http";
    const bool isPlain = given.userInfo().isEmpty() && !given.hasQuery() && !given.hasFragment()
        && (given.path().isEmpty() || given.path() == u"/");
    const bool isAllowed = given.scheme() == u"https" || (isHttp && isLoopbackHost(given.host()));
    if (!given.isValid() || given.host().isEmpty() || !isPlain || !isAllowed)
        return invalid("endpoint-url");
    QUrl url;
    url.setScheme(given.scheme());
    url.setHost(given.host());
    if (given.port() != (isHttp ? 80 : 443))
        url.setPort(given.port());
    return url;
}

QUrl httpsHost(const QString& host)
{
    QUrl url;
    url.setScheme(QStringLiteral("https"));
    url.setHost(host);
    return url;
}

// Where IAM is that the partition's regions belong to.
struct IamHome {
    const char* regions; // how they begin
    const char* host;
    const char* fipsHost;
    const char* region;
};

constexpr std::array IamHomes = {
    IamHome{"cn-", "iam.cn-north-1.amazonaws.com.cn", "iam.cn-north-1.amazonaws.com.cn",
            "cn-north-1"},
    IamHome{"us-gov-", "iam.us-gov.amazonaws.com", "iam.us-gov.amazonaws.com", "us-gov-west-1"},
    IamHome{"eusc-", "iam.eusc-de-east-1.amazonaws.eu", "iam.eusc-de-east-1.amazonaws.eu",
            "eusc-de-east-1"},
    IamHome{"us-iso-", "iam.us-iso-east-1.c2s.ic.gov", "iam.us-iso-east-1.c2s.ic.gov",
            "us-iso-east-1"},
    IamHome{"us-isob-", "iam.us-isob-east-1.sc2s.sgov.gov", "iam.us-isob-east-1.sc2s.sgov.gov",
            "us-isob-east-1"},
    IamHome{"", "iam.amazonaws.com", "iam-fips.amazonaws.com", "us-east-1"},
};

} // namespace

bool isLoopbackHost(const QString& host)
{
    return host.compare(u"localhost", Qt::CaseInsensitive) == 0 || QHostAddress(host).isLoopback();
}

Result<QUrl> endpointFor(const Connection& connection)
{
    if (!isHostLabel(connection.region))
        return invalid("region");
    if (!connection.endpointUrl.isEmpty())
        return customEndpoint(connection);
    return regionalEndpoint(QLatin1String("api.") + QLatin1String(SigningName), connection.region,
                            connection.useFips, connection.useDualStack);
}

QUrl regionalEndpoint(const QString& prefix, const QString& region, bool useFips, bool useDualStack)
{
    const Partition& partition = partitionOf(region);
    return httpsHost(
        QStringLiteral("%1%2.%3.%4")
            .arg(prefix, useFips ? u"-fips" : u"", region,
                 QLatin1String(useDualStack ? partition.dualStackDomain : partition.domain)));
}

ServiceAddress s3Address(const QString& region, bool useFips, bool useDualStack)
{
    return {httpsHost(QStringLiteral("s3%1%2.%3.%4")
                          .arg(useFips ? u"-fips" : u"", useDualStack ? u".dualstack" : u"", region,
                               QLatin1String(partitionOf(region).domain))),
            region};
}

ServiceAddress iamAddress(const QString& region, bool useFips)
{
    for (const IamHome& home : IamHomes)
        if (region.startsWith(QLatin1String(home.regions)))
            return {httpsHost(QLatin1String(useFips ? home.fipsHost : home.host)),
                    QLatin1String(home.region)};
    return {};
}

} // namespace fuotadesk
