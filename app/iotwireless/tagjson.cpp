#include "iotwireless/tagjson.h"

#include "iotwireless/answermembers.h"

namespace fuotadesk {

QJsonArray tagsJson(const QList<Tag>& tags)
{
    QJsonArray array;
    for (const Tag& tag : tags)
        array.append(
            QJsonObject{{QStringLiteral("Key"), tag.key}, {QStringLiteral("Value"), tag.value}});
    return array;
}

void putTags(QJsonObject& object, const QList<Tag>& tags)
{
    if (!tags.isEmpty())
        object.insert(QStringLiteral("Tags"), tagsJson(tags));
}

QList<Tag> tagsOf(const QJsonObject& object)
{
    QList<Tag> tags;
    for (const auto items = object.value(u"Tags").toArray(); const auto& item : items)
        if (const QString key = textOf(item.toObject(), "Key"); !key.isEmpty())
            tags.append({key, textOf(item.toObject(), "Value")});
    return tags;
}

} // namespace fuotadesk
