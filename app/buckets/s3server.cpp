#include "buckets/s3server.h"

#include "aws/uriencoding.h"
#include "buckets/copysource.h"

#include <array>

namespace fuotadesk {

namespace {

QString resourceOf(const BucketRequest& request)
{
    if (request.bucket.isEmpty())
        return QStringLiteral("*");
    return QStringLiteral("arn:aws:s3:::") + request.resource().mid(1);
}

// The request went to another region's endpoint than the bucket's, or is signed for none of both.
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html#virtual-host-redirects
S3Refusal wrongRegion(const BucketRequest& request, const QString& region, bool isSignedForHome)
{
    const HttpHeaders headers{{"x-amz-bucket-region", region.toLatin1()}};
    if (!isSignedForHome)
        return {400,
                "AuthorizationHeaderMalformed",
                QStringLiteral("The authorization header is malformed; the region '%1' is wrong; "
                               "expecting '%2'")
                    .arg(request.signedRegion, region),
                {{QStringLiteral("Region"), region}},
                headers};
    return {301,
            "PermanentRedirect",
            QStringLiteral("The bucket you are attempting to access must be addressed using the "
                           "specified endpoint. Please send all future requests to this "
                           "endpoint."),
            {{QStringLiteral("Endpoint"), QStringLiteral("s3.%1.amazonaws.com").arg(region)},
             {QStringLiteral("Bucket"), request.bucket},
             {QStringLiteral("Region"), region}},
            headers};
}

} // namespace

S3Server::S3Server(BucketStore& store, const QString& homeRegion)
    : m_store(store),
      m_homeRegion(homeRegion),
      m_buckets(store, m_uploads),
      m_lists(store),
      m_objects(store),
      m_uploadDesk(store, m_uploads)
{
}

S3Server::Demand S3Server::demandOf(const BucketCall& call)
{
    const auto request = bucketRequestOf(call);
    const S3Operation* operation = request ? s3OperationOf(*request) : nullptr;
    if (!operation)
        return {};
    QString resource = resourceOf(*request);
    if (operation->name == u"DeleteObjects")
        resource += QStringLiteral("/*");
    Demand demand{operation->name, operation->action, resource};
    if (const auto source = copySourceOf(*request); source && *source) {
        demand.sourceAction = (*source)->has("versionId") ? QStringLiteral("s3:GetObjectVersion")
                                                          : QStringLiteral("s3:GetObject");
        demand.source = resourceOf(**source);
    }
    return demand;
}

HttpResponse S3Server::answer(const BucketCall& call)
{
    const auto done = perform(call);
    return done ? *done : refusal(call, done.error());
}

HttpResponse S3Server::refusal(const BucketCall& call, const S3Refusal& refusal)
{
    return s3ErrorReply(refusal, call.method, QString::fromUtf8(percentDecoded(call.path)),
                        call.requestId);
}

S3Result<HttpResponse> S3Server::perform(const BucketCall& call)
{
    if (call.bodyIsCut)
        return refusedByS3(400, "EntityTooLarge",
                           QStringLiteral("Your proposed upload exceeds the maximum allowed size"));
    const auto request = bucketRequestOf(call);
    if (!request)
        return tl::unexpected(request.error());
    const S3Operation* operation = s3OperationOf(*request);
    if (!operation)
        return refusedByS3(501, "NotImplemented",
                           QStringLiteral("A header or query you provided implies functionality "
                                          "that is not implemented"));
    if (const auto checked = checkedBucket(*operation, *request); !checked)
        return tl::unexpected(checked.error());
    return perform(*operation, *request);
}

S3Result<void> S3Server::checkedBucket(const S3Operation& operation,
                                       const BucketRequest& request) const
{
    if (operation.of == S3Operation::Of::Service || operation.name == u"CreateBucket")
        return {};
    const StoredBucket* bucket = std::as_const(m_store).bucket(request.bucket);
    if (!bucket)
        return tl::unexpected(noSuchBucket(request.bucket));
    if (bucket->region == request.signedRegion || operation.name == u"GetBucketLocation")
        return {};
    return tl::unexpected(
        wrongRegion(request, bucket->region, request.signedRegion == m_homeRegion));
}

S3Result<HttpResponse> S3Server::perform(const S3Operation& operation, const BucketRequest& request)
{
    const QString& name = operation.name;
    if (operation.of == S3Operation::Of::Object)
        return performOnObject(name, request);
    if (name == u"ListBuckets")
        return m_buckets.list(request);
    if (name == u"CreateBucket")
        return m_buckets.create(request);
    if (name == u"DeleteBucket")
        return m_buckets.remove(request);
    if (name == u"HeadBucket")
        return m_buckets.head(request);
    if (name == u"GetBucketLocation")
        return m_buckets.location(request);
    if (name == u"GetBucketVersioning")
        return m_buckets.versioning(request);
    if (name == u"PutBucketVersioning")
        return m_buckets.setVersioning(request);
    if (name == u"ListObjectVersions")
        return m_lists.versions(request);
    if (name == u"ListObjectsV2")
        return m_lists.listV2(request);
    if (name == u"ListObjects")
        return m_lists.list(request);
    if (name == u"DeleteObjects")
        return m_objects.removeMany(request);
    return m_uploadDesk.list(request);
}

S3Result<HttpResponse> S3Server::performOnObject(const QString& operation,
                                                 const BucketRequest& request)
{
    if (operation == u"GetObject")
        return m_objects.get(request);
    if (operation == u"HeadObject")
        return m_objects.head(request);
    if (operation == u"PutObject")
        return m_objects.put(request);
    if (operation == u"CopyObject")
        return m_objects.copy(request);
    if (operation == u"DeleteObject")
        return m_objects.remove(request);
    if (operation == u"CreateMultipartUpload")
        return m_uploadDesk.create(request);
    if (operation == u"UploadPart")
        return m_uploadDesk.put(request);
    if (operation == u"ListParts")
        return m_uploadDesk.parts(request);
    if (operation == u"CompleteMultipartUpload")
        return m_uploadDesk.complete(request);
    return m_uploadDesk.abort(request);
}

} // namespace fuotadesk
