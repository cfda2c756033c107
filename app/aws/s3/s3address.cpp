#include "aws/s3/s3address.h"

#include "aws/endpoint.h"
#include "aws/uriencoding.h"

#include <QHostAddress>
#include <QRegularExpression>

#include <algorithm>

namespace fuotadesk {

namespace {

constexpr qsizetype LongestKey = 1024; // bytes

// Buckets of us-east-1 from before 2018 may have names that are none of a host.
bool canBeABucket(const QString& name)
{
    static const QRegularExpression rule(QStringLiteral("^[A-Za-z0-9._-]{3,255}\\z"));
    return rule.match(name).hasMatch();
}

bool isHostLabel(const QString& bucket)
{
    static const QRegularExpression rule(
        QStringLiteral("^(?=.{3,63}\\z)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?"
                       "(?:\\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*\\z"));
    static const QRegularExpression address(QStringLiteral("^\\d+\\.\\d+\\.\\d+\\.\\d+\\z"));
    return rule.match(bucket).hasMatch() && !address.match(bucket).hasMatch();
}

bool hasDotSegment(const QString& key)
{
    const QStringList segments = key.split(u'/');
    return std::ranges::any_of(segments,
                               [](const QString& each) { return each == u"." || each == u".."; });
}

bool canBeAKey(const QString& key)
{
    const QByteArray bytes = key.toUtf8();
    return !bytes.isEmpty() && bytes.size() <= LongestKey && QString::fromUtf8(bytes) == key
        && !hasDotSegment(key);
}

bool standsInThePath(const QUrl& endpoint, const QString& bucket)
{
    const QString host = endpoint.host();
    const bool isOverTls = endpoint.scheme() == u"https";
    return isLoopbackHost(host) || !QHostAddress(host).isNull() || !isHostLabel(bucket)
        || (isOverTls && bucket.contains(u'.'));
}

QByteArray encodedQuery(const S3Query& query)
{
    QByteArray text;
    for (const auto& [name, value] : query) {
        text += text.isEmpty() ? '?' : '&';
        text += percentEncoded(name);
        if (!value.isNull())
            text += '=' + percentEncoded(value);
    }
    return text;
}

} // namespace

Result<void> checkedS3Target(const ImageLocation& target, S3Scope scope)
{
    if (scope != S3Scope::Service && !canBeABucket(target.bucket))
        return failure(ErrorKind::InputInvalid, QStringLiteral("bucket"));
    if (scope == S3Scope::Object && !canBeAKey(target.key))
        return failure(ErrorKind::InputInvalid, QStringLiteral("key"));
    return {};
}

Result<QUrl> s3Url(const QUrl& endpoint, const ImageLocation& target, S3Scope scope,
                   const S3Query& query)
{
    if (const auto good = checkedS3Target(target, scope); !good)
        return failure(good.error());
    QByteArray authority = endpoint.authority(QUrl::FullyEncoded).toLatin1();
    QByteArray path = "/";
    if (scope != S3Scope::Service && standsInThePath(endpoint, target.bucket))
        path += target.bucket.toLatin1() + (scope == S3Scope::Object ? "/" : "");
    else if (scope != S3Scope::Service)
        authority.prepend(target.bucket.toLatin1() + '.');
    if (scope == S3Scope::Object)
        path += percentEncodedPath(target.key.toUtf8());
    QUrl url = QUrl::fromEncoded(endpoint.scheme().toLatin1() + "://" + authority + path
                                     + encodedQuery(query),
                                 QUrl::StrictMode);
    // What QUrl would change on the way is another key.
    if (!url.isValid() || url.path(QUrl::FullyEncoded).toLatin1() != path)
        return failure(ErrorKind::InputInvalid, QStringLiteral("key"));
    return url;
}

ServiceAddress s3AddressIn(const QString& region, const ServiceAddress& address)
{
    for (const bool useFips : {false, true})
        for (const bool useDualStack : {false, true})
            if (s3Address(address.region, useFips, useDualStack).endpoint == address.endpoint)
                return s3Address(region, useFips, useDualStack);
    return {address.endpoint, region};
}

bool isRegionName(const QString& text)
{
    static const QRegularExpression rule(
        QStringLiteral("^[a-z0-9](?:[a-z0-9-]{0,30}[a-z0-9])?\\z"));
    return rule.match(text).hasMatch();
}

} // namespace fuotadesk
