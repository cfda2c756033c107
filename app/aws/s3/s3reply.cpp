#include "aws/s3/s3reply.h"

#include "aws/s3/s3address.h"
#include "aws/serviceerror.h"
#include "aws/timestamps.h"

namespace fuotadesk {

namespace {

auto malformed(QStringView element)
{
    return failure(ErrorKind::AnswerMalformed, element.toString());
}

QString headerText(const HttpResponse& response, const char* name)
{
    return QString::fromUtf8(headerValue(response.headers, name));
}

QString versionOf(const HttpResponse& response)
{
    const QString id = headerText(response, "x-amz-version-id");
    return id == u"null" ? QString() : id; // from before the bucket kept versions
}

// S3's own of the whole object, which it has checked, before what an uploader has written down.
QByteArray sha256Of(const HttpResponse& response)
{
    constexpr qsizetype Size = 32;
    const QByteArray own = headerValue(response.headers, "x-amz-checksum-sha256");
    const auto decoded =
        QByteArray::fromBase64Encoding(own, QByteArray::AbortOnBase64DecodingErrors);
    if (decoded && decoded.decoded.size() == Size
        && headerValue(response.headers, "x-amz-checksum-type") != "COMPOSITE")
        return decoded.decoded;
    const QByteArray hex = headerValue(response.headers, "x-amz-meta-sha256").toLower();
    const QByteArray noted = QByteArray::fromHex(hex);
    return noted.size() == Size && noted.toHex() == hex ? noted : QByteArray();
}

} // namespace

Result<XmlElement> s3Root(const HttpResponse& response, QStringView name)
{
    // Blanks come first where S3 kept the connection alive.
    auto root = parseXml(response.body.trimmed());
    if (root && root->name != name)
        return malformed(name);
    return root;
}

QString bareETag(QString eTag)
{
    if (eTag.size() >= 2 && eTag.startsWith(u'"') && eTag.endsWith(u'"'))
        eTag = eTag.mid(1, eTag.size() - 2);
    return eTag;
}

Result<QString> bucketRegionFrom(const HttpResponse& response)
{
    const auto root = s3Root(response, u"LocationConstraint");
    if (!root)
        return failure(root.error());
    if (root->text.isEmpty())
        return QStringLiteral("us-east-1");
    if (root->text == u"EU")
        return QStringLiteral("eu-west-1");
    if (!isRegionName(root->text))
        return malformed(u"LocationConstraint");
    return root->text;
}

Result<S3ObjectFacts> objectFactsFrom(const HttpResponse& response)
{
    bool isNumber = false;
    S3ObjectFacts facts;
    facts.size = headerValue(response.headers, "content-length").toLongLong(&isNumber);
    if (!isNumber || facts.size < 0)
        return malformed(u"Content-Length");
    facts.eTag = bareETag(headerText(response, "etag"));
    if (facts.eTag.isEmpty())
        return malformed(u"ETag");
    facts.modifiedAt = parseHttpDate(headerText(response, "last-modified"));
    if (!facts.modifiedAt.isValid())
        return malformed(u"Last-Modified");
    facts.versionId = versionOf(response);
    facts.encryption = headerText(response, "x-amz-server-side-encryption");
    facts.kmsKeyArn = headerText(response, "x-amz-server-side-encryption-aws-kms-key-id");
    facts.storageClass = headerText(response, "x-amz-storage-class");
    facts.isRestored = headerText(response, "x-amz-restore").contains(u"ongoing-request=\"false\"");
    facts.sha256 = sha256Of(response);
    facts.region = regionTold(response);
    return facts;
}

Result<S3Written> writtenFrom(const HttpResponse& response)
{
    const QString eTag = bareETag(headerText(response, "etag"));
    if (eTag.isEmpty())
        return malformed(u"ETag");
    return S3Written{eTag, versionOf(response)};
}

Result<QString> uploadIdFrom(const HttpResponse& response)
{
    const auto root = s3Root(response, u"InitiateMultipartUploadResult");
    if (!root)
        return failure(root.error());
    QString id = root->textOf(u"UploadId");
    if (id.isEmpty())
        return malformed(u"UploadId");
    return id;
}

Result<S3Part> partFrom(const HttpResponse& response, int number, qint64 size)
{
    const auto written = writtenFrom(response);
    if (!written)
        return failure(written.error());
    return S3Part{number, size, written->eTag};
}

Result<S3Written> completedFrom(const HttpRequest& request, const HttpResponse& response)
{
    const auto root = parseXml(response.body.trimmed());
    if (!root)
        return failure(root.error());
    if (root->name == u"Error") {
        HttpResponse late = response;
        late.status = 500;
        late.body = late.body.trimmed();
        Error error = serviceError(request, late);
        error.httpStatus = response.status;
        return failure(error);
    }
    if (root->name != u"CompleteMultipartUploadResult")
        return malformed(u"CompleteMultipartUploadResult");
    return S3Written{bareETag(root->textOf(u"ETag")), versionOf(response)};
}

Error s3Error(const HttpRequest& request, const HttpResponse& response)
{
    Error error = serviceError(request, response);
    const bool isWordless = error.code == QString::number(response.status);
    if (isWordless && response.status == 404)
        error.code = QStringLiteral("NotFound");
    if (isWordless && response.status == 412)
        error.code = QStringLiteral("PreconditionFailed");
    if (request.method == "HEAD") // changes nothing
        error.maybeExecuted = false;
    return error;
}

QString regionTold(const HttpResponse& response)
{
    QString region = headerText(response, "x-amz-bucket-region");
    if (region.isEmpty() && response.status >= 300)
        if (const auto root = parseXml(response.body); root && root->name == u"Error")
            region = root->textOf(u"Region");
    return isRegionName(region) ? region : QString();
}

} // namespace fuotadesk
