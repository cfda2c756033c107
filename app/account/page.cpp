#include "account/page.h"

#include "iotwireless/answermembers.h"

#include <QJsonArray>

#include <limits>

namespace fuotadesk {

ListRequest listRequestOf(const QJsonObject& params)
{
    const qint64 size = numberOf(params, "MaxResults").value_or(0);
    return {size == 0 ? LargestPage : int(size), textOf(params, "NextToken").toLatin1()};
}

QByteArray pageToken(qint64 key)
{
    return ("after:" + QByteArray::number(key)).toBase64();
}

Served<qint64> keyBeforePage(const QByteArray& token)
{
    if (token.isEmpty())
        return std::numeric_limits<qint64>::min();
    const auto decoded =
        QByteArray::fromBase64Encoding(token, QByteArray::AbortOnBase64DecodingErrors);
    bool isNumber = false;
    const qint64 key = (*decoded).mid(6).toLongLong(&isNumber);
    // only what pageToken() makes, to the letter
    if (!isNumber || pageToken(key) != token)
        return refused(validationError(QStringLiteral("Value at 'nextToken' is not valid")));
    return key;
}

QJsonObject pageJson(const char* listName, const Page<QJsonObject>& page)
{
    QJsonArray items;
    for (const QJsonObject& item : page.items)
        items.append(item);
    QJsonObject object{{QLatin1String(listName), items}};
    put(object, "NextToken", QString::fromLatin1(page.nextToken));
    return object;
}

} // namespace fuotadesk
