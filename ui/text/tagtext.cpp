#include "text/tagtext.h"

namespace fuotadesk {

QString tagText(const Tag& tag)
{
    return tag.value.isEmpty() ? tag.key : tag.key + QStringLiteral(" = ") + tag.value;
}

QString tagsText(const QList<Tag>& tags)
{
    QStringList texts;
    for (const Tag& tag : tags)
        texts << tagText(tag);
    return texts.join(QStringLiteral(", "));
}

} // namespace fuotadesk
