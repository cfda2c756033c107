#pragma once

#include "account/served.h"
#include "iotwireless/operations.h"

#include <QJsonObject>
#include <QList>

#include <type_traits>

namespace fuotadesk {

// What every list operation takes. 0 and absent both mean the most there are on a page.
struct ListRequest {
    int maxResults = LargestPage;
    QByteArray nextToken;

    friend bool operator==(const ListRequest&, const ListRequest&) = default;
};

ListRequest listRequestOf(const QJsonObject& params);

// One page of a list; nextToken is empty on the last one.
template <typename T>
struct Page {
    QList<T> items;
    QByteArray nextToken;
};

// A page token names the last key the page before showed, so it stays good while entries come and
// go.
QByteArray pageToken(qint64 key);
// The key after which the page begins; one before all for an empty token. Error: it is none of
// ours.
Served<qint64> keyBeforePage(const QByteArray& token);

// A page of a std::map by key, in its order; item(entry) makes what is shown.
template <typename Entries, typename Item>
auto pageOf(const Entries& entries, const ListRequest& request, Item item)
    -> Served<Page<std::decay_t<decltype(item(entries.begin()->second))>>>
{
    const auto before = keyBeforePage(request.nextToken);
    if (!before)
        return refused(before.error());
    Page<std::decay_t<decltype(item(entries.begin()->second))>> page;
    auto entry = entries.upper_bound(*before);
    for (; entry != entries.end() && page.items.size() < request.maxResults; ++entry) {
        page.items.append(item(entry->second));
        page.nextToken = pageToken(entry->first);
    }
    if (entry == entries.end())
        page.nextToken.clear();
    return page;
}

QJsonObject pageJson(const char* listName, const Page<QJsonObject>& page);

} // namespace fuotadesk
