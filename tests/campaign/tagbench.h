#pragma once

#include "campaign/bench.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUrlQuery>

namespace fuotadesk {

// The tags at the far end, by ARN; what fails is told by operation, as an HTTP status.
struct FarTags {
    QMap<QString, QMap<QString, QString>> tags;
    QHash<QString, int> fates;
    QStringList asked; // operations

    // Nothing for what is not about tags.
    std::optional<HttpResponse> answer(const HttpRequest& request)
    {
        if (request.url.path() != u"/tags")
            return {};
        asked << request.operation;
        if (const int status = fates.value(request.operation); status > 0)
            return HttpResponse{status, {}, R"({"Message": "no"})", false};
        const QUrlQuery query(request.url);
        auto& kept = tags[query.queryItemValue(QStringLiteral("resourceArn"), QUrl::FullyDecoded)];
        if (request.method == "DELETE")
            for (const QString& key :
                 query.allQueryItemValues(QStringLiteral("tagKeys"), QUrl::FullyDecoded))
                kept.remove(key);
        if (request.method == "POST")
            add(kept, request.body);
        return request.method == "GET" ? list(kept) : HttpResponse{204, {}, "{}", false};
    }

private:
    static void add(QMap<QString, QString>& kept, const QByteArray& body)
    {
        for (const auto& each : QJsonDocument::fromJson(body).object().value(u"Tags").toArray())
            kept.insert(each.toObject().value(u"Key").toString(),
                        each.toObject().value(u"Value").toString());
    }

    static HttpResponse list(const QMap<QString, QString>& kept)
    {
        QJsonArray all;
        for (auto it = kept.begin(); it != kept.end(); ++it)
            all.append(QJsonObject{{QStringLiteral("Key"), it.key()},
                                   {QStringLiteral("Value"), it.value()}});
        const QJsonObject body{{QStringLiteral("Tags"), all}};
        return {200, {}, QJsonDocument(body).toJson(QJsonDocument::Compact), false};
    }
};

} // namespace fuotadesk
