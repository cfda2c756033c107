#include "sandbox/router.h"

#include "iotwireless/operations.h"

namespace fuotadesk {

namespace {

// The template of an operation, taken apart at its slashes.
struct Pattern {
    const Operation* operation;
    QList<QByteArray> segments;
};

const std::vector<Pattern>& patterns()
{
    static const std::vector<Pattern> all = [] {
        std::vector<Pattern> result;
        for (const Operation* operation : iotWirelessOperations())
            result.push_back({operation, operation->uri.toLatin1().split('/')});
        return result;
    }();
    return all;
}

bool isLabel(const QByteArray& segment)
{
    return segment.startsWith('{');
}

bool matches(const Pattern& pattern, const QList<QByteArray>& path)
{
    if (pattern.segments.size() != path.size())
        return false;
    for (qsizetype i = 0; i < path.size(); ++i)
        if (!isLabel(pattern.segments.at(i)) && pattern.segments.at(i) != path.at(i))
            return false;
    return true;
}

QHash<QString, QString> labelsOf(const Pattern& pattern, const QList<QByteArray>& path)
{
    QHash<QString, QString> labels;
    for (qsizetype i = 0; i < path.size(); ++i)
        if (const QByteArray& segment = pattern.segments.at(i); isLabel(segment))
            labels.insert(QString::fromLatin1(segment.mid(1, segment.size() - 2)),
                          QString::fromUtf8(QByteArray::fromPercentEncoding(path.at(i))));
    return labels;
}

QList<QueryItem> queryItems(const QByteArray& rawQuery)
{
    QList<QueryItem> items;
    const QList<QByteArray> pairs = rawQuery.split('&');
    for (const QByteArray& pair : pairs) {
        const auto [name, value] = splitOnce(pair, '=');
        if (!pair.isEmpty())
            items.append(
                {QByteArray::fromPercentEncoding(name), QByteArray::fromPercentEncoding(value)});
    }
    return items;
}

} // namespace

std::optional<Route> routeOf(const HttpCall& call)
{
    const QList<QByteArray> path = rawPath(call).split('/');
    for (const Pattern& pattern : patterns())
        if (pattern.operation->method == call.method && matches(pattern, path))
            return Route{pattern.operation, labelsOf(pattern, path), queryItems(rawQuery(call))};
    return {};
}

} // namespace fuotadesk
