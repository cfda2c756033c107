#pragma once

#include "account/served.h"
#include "fuota/taskdraft.h"

#include <QHash>
#include <QStringList>

namespace fuotadesk {

// The tags that were given and taken, by ARN; at most 200 a resource. A resource that nobody has
// touched has the tags it came with, and takes no room here.
// https://docs.aws.amazon.com/iot-wireless/latest/apireference/API_TagResource.html
class TagBook {
public:
    static constexpr qsizetype MostTags = 200;

    // What the resource has; cameWith when nobody has touched it.
    QList<Tag> tagsOf(const QString& arn, const QList<Tag>& cameWith = {}) const;
    // A tag with the same key is replaced. Over 200: TooManyTagsException, and nothing is added.
    Served<void> add(const QString& arn, const QList<Tag>& more, const QList<Tag>& cameWith = {});
    void remove(const QString& arn, const QStringList& keys, const QList<Tag>& cameWith = {});
    // The resource is gone.
    void forget(const QString& arn);

private:
    QHash<QString, QList<Tag>> m_tags;
};

// The same key twice in one request is refused.
std::optional<ServiceError> repeatedKey(const QList<Tag>& tags);

} // namespace fuotadesk
