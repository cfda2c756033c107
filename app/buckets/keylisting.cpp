#include "buckets/keylisting.h"

#include <utility>

namespace fuotadesk {

namespace {

using Keys = std::map<QByteArray, StoredBucket::Versions>;

// The part of a key up to the delimiter behind the prefix; empty: there is none.
QByteArray folderOf(const QByteArray& key, const KeyQuery& query)
{
    if (query.delimiter.isEmpty())
        return {};
    const qsizetype at = key.indexOf(query.delimiter, query.prefix.size());
    return at < 0 ? QByteArray() : key.left(at + query.delimiter.size());
}

Keys::const_iterator behindFolder(const Keys& keys, const QByteArray& folder)
{
    const QByteArray next = behindAllWith(folder);
    return next.isEmpty() ? keys.end() : keys.lower_bound(next);
}

Keys::const_iterator begin(const Keys& keys, const KeyQuery& query)
{
    if (query.after < query.prefix || query.after.isEmpty())
        return keys.lower_bound(query.prefix);
    // Behind a folder: what is in it has been told with it.
    if (query.after.startsWith(query.prefix) && folderOf(query.after, query) == query.after)
        return behindFolder(keys, query.after);
    return keys.upper_bound(query.after);
}

// Where a folder has nothing but what is deleted it is none.
bool hasLive(const Keys& keys, Keys::const_iterator at, Keys::const_iterator end)
{
    for (; at != end && at != keys.end(); ++at)
        if (!at->second.back().isDeleteMarker)
            return true;
    return false;
}

} // namespace

QByteArray behindAllWith(QByteArray prefix)
{
    while (prefix.endsWith('\xff'))
        prefix.chop(1);
    if (!prefix.isEmpty())
        prefix.back() = char(uchar(prefix.back()) + 1);
    return prefix;
}

KeyPage keysOf(const StoredBucket& bucket, const KeyQuery& query)
{
    KeyPage page;
    const Keys& keys = bucket.objects;
    for (auto at = begin(keys, query); at != keys.end() && at->first.startsWith(query.prefix);) {
        const QByteArray folder = folderOf(at->first, query);
        const auto next = folder.isEmpty() ? std::next(at) : behindFolder(keys, folder);
        if (hasLive(keys, at, next)) {
            page.isCut = page.entries.size() >= query.most;
            if (page.isCut)
                return page;
            page.entries.append(folder.isEmpty() ? KeyPage::Entry{at->first, &at->second.back()}
                                                 : KeyPage::Entry{folder, nullptr});
        }
        at = next;
    }
    return page;
}

} // namespace fuotadesk
