#include "iotwireless/tagclient.h"

#include "iotwireless/answermembers.h"
#include "iotwireless/operations.h"
#include "iotwireless/tagjson.h"

namespace fuotadesk {

namespace {

QJsonObject resourceParams(const QString& arn)
{
    QJsonObject params;
    put(params, "ResourceArn", arn);
    return params;
}

} // namespace

TagClient::TagClient(Transport& transport, const QUrl& endpoint)
    : m_service(transport, endpoint) { }

CallOf<QList<Tag>>* TagClient::list(const QString& arn, QObject* owner)
{
    return m_service.perform<QList<Tag>>(listTagsForResourceOperation(), resourceParams(arn), owner,
                                         tagsOf);
}

CallOf<void>* TagClient::add(const QString& arn, const QList<Tag>& tags, QObject* owner)
{
    QJsonObject params = resourceParams(arn);
    params.insert(QStringLiteral("Tags"), tagsJson(tags));
    return m_service.carryOut(tagResourceOperation(), params, owner);
}

CallOf<void>* TagClient::remove(const QString& arn, const QStringList& keys, QObject* owner)
{
    QJsonObject params = resourceParams(arn);
    params.insert(QStringLiteral("TagKeys"), QJsonArray::fromStringList(keys));
    return m_service.carryOut(untagResourceOperation(), params, owner);
}

} // namespace fuotadesk
