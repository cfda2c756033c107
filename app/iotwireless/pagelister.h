#pragma once

#include "aws/shape.h"
#include "iotwireless/operationcaller.h"

#include <QJsonArray>

#include <functional>
#include <memory>

namespace fuotadesk {

// Receives each page of a list as it arrives, before the list is complete; later, never inside the
// call that asked for the list. It may cancel the list.
template <typename T>
using OnPage = std::function<void(const QList<T>& page)>;

// What is listed: the operation, the member of its answer that holds the items, and its filters.
struct Listing {
    const Operation& operation;
    const char* listName;
    QJsonObject filters;
};

// Asks for page after page, 250 items each, and hands the items of each to take. A page token that
// comes again ends in AnswerMalformed (code "NextToken").
CallOf<void>* walkPages(OperationCaller& caller, const Listing& listing, QObject* owner,
                        std::function<void(const QJsonArray&)> take);

// All pages as one list; read(item) makes a T, or nothing of an item that is not one.
template <typename T>
CallOf<QList<T>>* listPages(OperationCaller& caller, const Listing& listing, QObject* owner,
                            std::optional<T> (*read)(const QJsonObject&), OnPage<T> onPage)
{
    auto* outer = new CallOf<QList<T>>(owner);
    const auto all = std::make_shared<QList<T>>();
    const auto take = [all, read, onPage = std::move(onPage)](const QJsonArray& items) {
        QList<T> page;
        for (const auto& item : items)
            if (auto each = read(item.toObject()))
                page.append(*std::move(each));
        all->append(page);
        if (onPage)
            onPage(page);
    };
    forward(walkPages(caller, listing, outer, take), outer,
            [all](const Result<void>& walked) -> Result<QList<T>> {
                if (!walked)
                    return failure(walked.error());
                return *all;
            });
    return outer;
}

} // namespace fuotadesk
