#include "account/tagbook.h"

#include <QSet>

#include <algorithm>

namespace fuotadesk {

QList<Tag> TagBook::tagsOf(const QString& arn, const QList<Tag>& cameWith) const
{
    return m_tags.value(arn, cameWith);
}

Served<void> TagBook::add(const QString& arn, const QList<Tag>& more, const QList<Tag>& cameWith)
{
    QList<Tag> tags = tagsOf(arn, cameWith);
    for (const Tag& tag : more) {
        const auto same = std::ranges::find(tags, tag.key, &Tag::key);
        if (same == tags.end())
            tags.append(tag);
        else
            same->value = tag.value;
    }
    if (tags.size() > MostTags)
        return refused(tooManyTags(arn));
    m_tags.insert(arn, tags);
    return {};
}

void TagBook::remove(const QString& arn, const QStringList& keys, const QList<Tag>& cameWith)
{
    QList<Tag> tags = tagsOf(arn, cameWith);
    tags.removeIf([&keys](const Tag& tag) { return keys.contains(tag.key); });
    m_tags.insert(arn, tags);
}

void TagBook::forget(const QString& arn)
{
    m_tags.remove(arn);
}

std::optional<ServiceError> repeatedKey(const QList<Tag>& tags)
{
    QSet<QString> keys;
    for (const Tag& tag : tags) {
        if (keys.contains(tag.key))
            return validationError(QStringLiteral(
                "1 validation error detected: Value at 'Tags' failed to satisfy constraint: Keys "
                "must be unique"));
        keys.insert(tag.key);
    }
    return {};
}

} // namespace fuotadesk
