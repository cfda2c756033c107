#include "aws/canonicalrequest.h"

#include "aws/uriencoding.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace fuotadesk {

namespace {

constexpr std::array<QByteArrayView, 12> NeverSigned = {
    "authorization",
    "connection",
    "expect",
    "keep-alive",
    "proxy-authenticate",
    "proxy-authorization",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
    "user-agent",
    "x-amzn-trace-id",
};

// As botocore: a trailing slash stays, a trailing dot segment does not leave one.
QByteArray normalized(const QByteArray& path)
{
    std::vector<QByteArrayView> kept;
    const QByteArrayView view(path);
    for (qsizetype start = 0; start <= view.size();) {
        const qsizetype slash = view.indexOf('/', start);
        const qsizetype end = slash < 0 ? view.size() : slash;
        const QByteArrayView segment = view.sliced(start, end - start);
        if (segment == ".." && !kept.empty())
            kept.pop_back();
        else if (!segment.isEmpty() && segment != "." && segment != "..")
            kept.push_back(segment);
        start = end + 1;
    }
    QByteArray result;
    result.reserve(path.size() + 1);
    for (const QByteArrayView segment : kept)
        result.append('/').append(segment);
    if (kept.empty() || path.endsWith('/'))
        result.append('/');
    return result;
}

bool isSpace(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

void appendHeader(QByteArray& text, const QByteArray& name, const HttpHeaders& headers)
{
    text.append(name).append(':');
    bool first = true;
    for (const HttpHeader& header : headers) {
        if (header.name.compare(name, Qt::CaseInsensitive) != 0)
            continue;
        if (!std::exchange(first, false))
            text.append(',');
        text.append(canonicalValue(header.value));
    }
    text.append('\n');
}

} // namespace

QByteArray canonicalValue(const QByteArray& value)
{
    QByteArray result;
    result.reserve(value.size());
    bool pendingSpace = false;
    for (const char c : value) {
        if (isSpace(c)) {
            pendingSpace = true;
            continue;
        }
        if (std::exchange(pendingSpace, false) && !result.isEmpty())
            result.append(' ');
        result.append(c);
    }
    return result;
}

QByteArrayList headersToSign(const HttpHeaders& headers)
{
    QByteArrayList names;
    names.reserve(headers.size());
    for (const HttpHeader& header : headers) {
        const QByteArray name = header.name.toLower();
        if (std::ranges::find(NeverSigned, QByteArrayView(name)) == NeverSigned.end())
            names.append(name);
    }
    std::ranges::sort(names);
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
}

QByteArray canonicalPath(const QByteArray& path, const CanonicalRules& rules)
{
    QByteArray result = rules.normalizePath ? normalized(path) : path;
    if (result.isEmpty())
        result = QByteArrayLiteral("/");
    return rules.doubleEncodePath ? percentEncodedPath(result) : result;
}

QByteArray canonicalQuery(const QByteArray& query)
{
    if (query.isEmpty())
        return {};
    std::vector<std::pair<QByteArray, QByteArray>> pairs;
    for (const QByteArray& piece : query.split('&')) {
        if (piece.isEmpty())
            continue;
        const qsizetype equals = piece.indexOf('=');
        const QByteArray name = equals < 0 ? piece : piece.left(equals);
        const QByteArray value = equals < 0 ? QByteArray() : piece.mid(equals + 1);
        pairs.emplace_back(percentEncoded(percentDecoded(name)),
                           percentEncoded(percentDecoded(value)));
    }
    std::ranges::sort(pairs);
    QByteArray result;
    result.reserve(query.size() + 16);
    for (const auto& [name, value] : pairs) {
        if (!result.isEmpty())
            result.append('&');
        result.append(name).append('=').append(value);
    }
    return result;
}

QByteArray canonicalRequest(const RequestParts& parts, const QByteArrayList& signedHeaders,
                            const CanonicalRules& rules)
{
    QByteArray text;
    text.reserve(512);
    text.append(parts.method).append('\n');
    text.append(canonicalPath(parts.path, rules)).append('\n');
    text.append(canonicalQuery(parts.query)).append('\n');
    for (const QByteArray& name : signedHeaders)
        appendHeader(text, name, parts.headers);
    text.append('\n').append(signedHeaders.join(';')).append('\n');
    return text.append(parts.payloadHash);
}

} // namespace fuotadesk
