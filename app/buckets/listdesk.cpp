#include "buckets/listdesk.h"

#include "aws/uriencoding.h"
#include "buckets/keylisting.h"

namespace fuotadesk {

namespace {

constexpr int MostKeys = 1000;

// A page asked for, and how its names are spelled.
struct Asked {
    KeyQuery keys;
    bool encodes = false; // encoding-type=url

    QByteArray spelled(const QByteArray& name) const
    {
        return encodes ? percentEncodedPath(name) : name;
    }
};

S3Result<Asked> askedOf(const BucketRequest& request)
{
    const auto most = request.number("max-keys", MostKeys, 0, MostKeys);
    if (!most)
        return tl::unexpected(most.error());
    const QByteArray encoding = request.parameters.value("encoding-type");
    if (!encoding.isEmpty() && encoding != "url")
        return refusedByS3(400, "InvalidArgument",
                           QStringLiteral("Invalid Encoding Method specified in Request"));
    Asked asked;
    asked.keys.prefix = request.parameters.value("prefix");
    asked.keys.delimiter = request.parameters.value("delimiter");
    asked.keys.most = *most;
    asked.encodes = !encoding.isEmpty();
    return asked;
}

KeyPage pageOf(const StoredBucket& bucket, const KeyQuery& query)
{
    return query.most == 0 ? KeyPage() : keysOf(bucket, query);
}

void writeHead(S3Xml& xml, const BucketRequest& request, const Asked& asked, bool isCut)
{
    xml.text("Name", request.bucket).text("Prefix", asked.spelled(asked.keys.prefix));
    if (!asked.keys.delimiter.isEmpty())
        xml.text("Delimiter", asked.spelled(asked.keys.delimiter));
    xml.number("MaxKeys", asked.keys.most);
    if (asked.encodes)
        xml.text("EncodingType", QStringLiteral("url"));
    xml.flag("IsTruncated", isCut);
}

void writeObject(S3Xml& xml, const StoredObject& object)
{
    xml.time("LastModified", object.modifiedAt).quoted("ETag", object.eTag);
    xml.number("Size", object.bytes.size());
    xml.text("StorageClass",
             object.traits.storageClass.isEmpty() ? QByteArray("STANDARD")
                                                  : object.traits.storageClass);
}

void writeEntries(S3Xml& xml, const KeyPage& page, const Asked& asked)
{
    for (const KeyPage::Entry& entry : page.entries) {
        if (!entry.object)
            continue;
        xml.open("Contents").text("Key", asked.spelled(entry.name));
        writeObject(xml, *entry.object);
        xml.close();
    }
    for (const KeyPage::Entry& entry : page.entries)
        if (!entry.object)
            xml.open("CommonPrefixes").text("Prefix", asked.spelled(entry.name)).close();
}

void writeVersion(S3Xml& xml, const QByteArray& key, const StoredObject& object, bool isLatest)
{
    xml.open(object.isDeleteMarker ? "DeleteMarker" : "Version").text("Key", key);
    xml.text("VersionId", object.versionId).flag("IsLatest", isLatest);
    if (object.isDeleteMarker)
        xml.time("LastModified", object.modifiedAt);
    else
        writeObject(xml, object);
    xml.close();
}

} // namespace

S3Result<HttpResponse> ListDesk::list(const BucketRequest& request)
{
    auto asked = askedOf(request);
    if (!asked)
        return tl::unexpected(asked.error());
    asked->keys.after = request.parameters.value("marker");
    const KeyPage page = pageOf(*m_store.bucket(request.bucket), asked->keys);
    S3Xml xml(QStringLiteral("ListBucketResult"));
    writeHead(xml, request, *asked, page.isCut);
    xml.text("Marker", asked->spelled(asked->keys.after));
    if (page.isCut && !asked->keys.delimiter.isEmpty())
        xml.text("NextMarker", asked->spelled(page.entries.last().name));
    writeEntries(xml, page, *asked);
    return xml.reply();
}

S3Result<HttpResponse> ListDesk::listV2(const BucketRequest& request)
{
    auto asked = askedOf(request);
    if (!asked)
        return tl::unexpected(asked.error());
    const QByteArray token = request.parameters.value("continuation-token");
    const QByteArray startAfter = request.parameters.value("start-after");
    const auto decoded = QByteArray::fromBase64Encoding(
        token, QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || (request.has("continuation-token") && token.isEmpty()))
        return refusedByS3(400, "InvalidArgument",
                           QStringLiteral("The continuation token provided is incorrect"));
    asked->keys.after = token.isEmpty() ? startAfter : *decoded;
    const KeyPage page = pageOf(*m_store.bucket(request.bucket), asked->keys);
    S3Xml xml(QStringLiteral("ListBucketResult"));
    writeHead(xml, request, *asked, page.isCut);
    xml.number("KeyCount", page.entries.size());
    if (!token.isEmpty())
        xml.text("ContinuationToken", token);
    else if (!startAfter.isEmpty())
        xml.text("StartAfter", asked->spelled(startAfter));
    if (page.isCut)
        xml.text("NextContinuationToken",
                 page.entries.last().name.toBase64(QByteArray::Base64UrlEncoding));
    writeEntries(xml, page, *asked);
    return xml.reply();
}

S3Result<HttpResponse> ListDesk::versions(const BucketRequest& request)
{
    const auto asked = askedOf(request);
    if (!asked)
        return tl::unexpected(asked.error());
    if (!asked->keys.delimiter.isEmpty() || request.has("version-id-marker"))
        return refusedByS3(501, "NotImplemented",
                           QStringLiteral("Versions are listed here without folders and with all "
                                          "versions of a key."));
    const auto& objects = m_store.bucket(request.bucket)->objects;
    const QByteArray marker = request.parameters.value("key-marker");
    auto at = marker < asked->keys.prefix || marker.isEmpty()
        ? objects.lower_bound(asked->keys.prefix)
        : objects.upper_bound(marker);
    S3Xml xml(QStringLiteral("ListVersionsResult"));
    QByteArray last;
    qsizetype count = 0;
    for (; at != objects.end() && at->first.startsWith(asked->keys.prefix); ++at) {
        if (count >= asked->keys.most)
            break;
        last = at->first;
        const StoredBucket::Versions& versions = at->second;
        for (auto each = versions.rbegin(); each != versions.rend(); ++each)
            writeVersion(xml, asked->spelled(last), *each, each == versions.rbegin());
        count += qsizetype(versions.size());
    }
    const bool isCut = at != objects.end() && at->first.startsWith(asked->keys.prefix) && count > 0;
    writeHead(xml, request, *asked, isCut);
    xml.text("KeyMarker", asked->spelled(marker));
    if (isCut)
        xml.text("NextKeyMarker", asked->spelled(last));
    return xml.reply();
}

} // namespace fuotadesk
