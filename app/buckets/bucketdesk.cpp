#include "buckets/bucketdesk.h"

#include "buckets/s3bodies.h"
#include "buckets/uploads.h"

#include <QRegularExpression>

namespace fuotadesk {

namespace {

// The one region whose name is not told.
constexpr auto FirstRegion = "us-east-1";

bool isBucketName(const QString& name)
{
    static const QRegularExpression rule(
        QStringLiteral("\\A(?!xn--)(?!.*\\.\\.)(?!\\d+\\.\\d+\\.\\d+\\.\\d+\\z)"
                       "[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]\\z"));
    return rule.match(name).hasMatch();
}

S3Result<void> checkedConstraint(const QString& wanted, const QString& region)
{
    if (wanted == region || (wanted.isEmpty() && region == QLatin1String(FirstRegion)))
        return {};
    return refusedByS3(400, "IllegalLocationConstraintException",
                       QStringLiteral("The %1 location constraint is incompatible for the region "
                                      "specific endpoint this request was sent to.")
                           .arg(wanted.isEmpty() ? QStringLiteral("unspecified") : wanted));
}

} // namespace

S3Result<HttpResponse> BucketDesk::list(const BucketRequest&)
{
    S3Xml xml(QStringLiteral("ListAllMyBucketsResult"));
    xml.open("Owner").text("ID", QStringLiteral("sandbox"));
    xml.text("DisplayName", QStringLiteral("sandbox")).close();
    xml.open("Buckets");
    for (const auto& [name, bucket] : m_store.buckets())
        xml.open("Bucket").text("Name", name).time("CreationDate", bucket.createdAt).close();
    xml.close();
    return xml.reply();
}

S3Result<HttpResponse> BucketDesk::create(const BucketRequest& request)
{
    if (!isBucketName(request.bucket))
        return refusedByS3(400, "InvalidBucketName",
                           QStringLiteral("The specified bucket is not valid."));
    const auto wanted = textIn(request.body, QLatin1String("LocationConstraint"));
    if (!wanted)
        return tl::unexpected(wanted.error());
    if (m_store.bucket(request.bucket))
        return refusedByS3(409, "BucketAlreadyOwnedByYou",
                           QStringLiteral("Your previous request to create the named bucket "
                                          "succeeded and you already own it."));
    if (const auto checked = checkedConstraint(*wanted, request.signedRegion); !checked)
        return tl::unexpected(checked.error());
    if (!m_store.addBucket(request.bucket, request.signedRegion))
        return refusedByS3(400, "TooManyBuckets",
                           QStringLiteral("You have attempted to create more buckets than "
                                          "allowed"));
    return HttpResponse{200, {{"Location", '/' + request.bucket.toUtf8()}}, {}};
}

S3Result<HttpResponse> BucketDesk::remove(const BucketRequest& request)
{
    if (!m_store.bucket(request.bucket)->objects.empty())
        return refusedByS3(409, "BucketNotEmpty",
                           QStringLiteral("The bucket you tried to delete is not empty"));
    for (const StoredUpload* upload : m_uploads.of(request.bucket))
        m_uploads.remove(request.bucket, *upload);
    m_store.removeBucket(request.bucket);
    return HttpResponse{204, {}, {}};
}

S3Result<HttpResponse> BucketDesk::head(const BucketRequest& request)
{
    const QByteArray region = m_store.bucket(request.bucket)->region.toLatin1();
    return HttpResponse{
        200, {{"Content-Type", "application/xml"}, {"x-amz-bucket-region", region}}, {}};
}

S3Result<HttpResponse> BucketDesk::location(const BucketRequest& request)
{
    const QString region = m_store.bucket(request.bucket)->region;
    QByteArray body;
    QXmlStreamWriter writer(&body);
    writer.writeStartDocument();
    writer.writeStartElement(QStringLiteral("LocationConstraint"));
    writer.writeDefaultNamespace(QStringLiteral("http://s3.amazonaws.com/doc/2006-03-01/"));
    writer.writeCharacters(region == QLatin1String(FirstRegion) ? QString() : region);
    writer.writeEndElement();
    return HttpResponse{200, {{"Content-Type", "application/xml"}}, body};
}

S3Result<HttpResponse> BucketDesk::versioning(const BucketRequest& request)
{
    S3Xml xml(QStringLiteral("VersioningConfiguration"));
    if (m_store.bucket(request.bucket)->keepsVersions)
        xml.text("Status", QStringLiteral("Enabled"));
    return xml.reply();
}

S3Result<HttpResponse> BucketDesk::setVersioning(const BucketRequest& request)
{
    const auto status = textIn(request.body, QLatin1String("Status"));
    if (!status || (*status != u"Enabled" && *status != u"Suspended"))
        return tl::unexpected(malformedXml());
    m_store.bucket(request.bucket)->keepsVersions = *status == u"Enabled";
    return HttpResponse{200, {}, {}};
}

} // namespace fuotadesk
