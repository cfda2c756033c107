#include "fuota/imagelocation.h"

#include <QRegularExpression>
#include <QUrl>

namespace fuotadesk {

namespace {

// 3..63 of lower case, digits, dot and hyphen (Amazon S3 user guide, bucket naming rules).
bool isBucketName(const QString& name)
{
    static const QRegularExpression rule(QStringLiteral("^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]\\z"));
    return rule.match(name).hasMatch();
}

std::optional<ImageLocation> split(const QString& path)
{
    const qsizetype slash = path.indexOf(u'/');
    const ImageLocation location{path.left(slash), slash < 0 ? QString() : path.mid(slash + 1)};
    if (!isBucketName(location.bucket))
        return {};
    return location;
}

std::optional<ImageLocation> fromHttps(const QString& text)
{
    const QUrl url(text, QUrl::StrictMode);
    static const QRegularExpression host(QStringLiteral(
        "^(?:(.+)\\.)?s3(?:[.-](?:dualstack\\.)?[a-z0-9-]+)?\\.amazonaws\\.com(?:\\.cn)?$"));
    const auto match = host.match(url.host());
    if (url.scheme() != u"https" || !match.hasMatch())
        return {};
    const QString path = url.path(QUrl::FullyDecoded).mid(1);
    if (match.captured(1).isEmpty())
        return split(path);
    return split(match.captured(1) + u'/' + path);
}

} // namespace

std::optional<ImageLocation> parseImageLocation(const QString& uri)
{
    if (!uri.startsWith(u"s3://"))
        return {};
    return split(uri.mid(5));
}

QString imageUri(const ImageLocation& location)
{
    return QStringLiteral("s3://") + location.bucket + u'/' + location.key;
}

std::optional<QString> imageUriFromPasted(const QString& text)
{
    const QString trimmed = text.trimmed();
    static const QRegularExpression arn(QStringLiteral("^arn:aws[a-z-]*:s3:::(.+)$"));
    std::optional<ImageLocation> location;
    if (trimmed.startsWith(u"s3://", Qt::CaseInsensitive))
        location = split(trimmed.mid(5));
    else if (const auto match = arn.match(trimmed); match.hasMatch())
        location = split(match.captured(1));
    else
        location = fromHttps(trimmed);
    if (!location || location->key.isEmpty())
        return {};
    QString uri = imageUri(*location);
    if (uri != uri.trimmed()) // a blank at its end would be lost on the way
        return {};
    return uri;
}

} // namespace fuotadesk
