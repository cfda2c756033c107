#include "signin/redirectrequest.h"

#include <QList>

#include <algorithm>

namespace fuotadesk {

namespace {

constexpr qsizetype LongestCode = qsizetype(4) * 1024;
constexpr qsizetype LongestErrorCode = 64;

struct Parameter {
    QByteArray name;
    QByteArray value;
};

QByteArray decoded(QByteArray text)
{
    return QByteArray::fromPercentEncoding(text.replace('+', ' '));
}

// What stands before the mark, and what behind it.
std::pair<QByteArray, QByteArray> partsOf(const QByteArray& text, char mark)
{
    const qsizetype at = text.indexOf(mark);
    return at < 0 ? std::pair(text, QByteArray()) : std::pair(text.left(at), text.mid(at + 1));
}

QList<Parameter> parametersOf(const QByteArray& query)
{
    QList<Parameter> list;
    for (const QByteArray& each : query.split('&')) {
        const auto [name, value] = partsOf(each, '=');
        list.append({decoded(name), decoded(value)});
    }
    return list;
}

// Empty unless it is there exactly once.
QByteArray onlyValue(const QList<Parameter>& parameters, const char* name)
{
    QByteArray value;
    int count = 0;
    for (const Parameter& each : parameters) {
        if (each.name != name)
            continue;
        value = each.value;
        ++count;
    }
    return count == 1 ? value : QByteArray();
}

bool isErrorCode(const QByteArray& text)
{
    return text.size() <= LongestErrorCode && std::all_of(text.begin(), text.end(), [](char each) {
               return (each >= 'a' && each <= 'z') || each == '_';
           });
}

bool isCode(const QByteArray& text)
{
    return text.size() <= LongestCode && std::all_of(text.begin(), text.end(), [](char each) {
               return each > ' ' && each <= '~';
           });
}

} // namespace

RedirectVerdict judgedRedirect(const QByteArray& method, const QByteArray& target,
                               const QByteArray& state)
{
    const auto [path, query] = partsOf(target, '?');
    if (method != "GET" || path != "/oauth/callback")
        return {404, {}};
    const QList<Parameter> parameters = parametersOf(query);
    const QByteArray code = onlyValue(parameters, "code");
    const QByteArray error = onlyValue(parameters, "error");
    if (state.isEmpty() || onlyValue(parameters, "state") != state
        || code.isEmpty() == error.isEmpty() || !isCode(code) || !isErrorCode(error))
        return {400, {}};
    if (!code.isEmpty())
        return {200, Secret(code)};
    const auto kind = error == "access_denied" ? ErrorKind::AccessDenied : ErrorKind::Refused;
    return {200, failure(kind, QString::fromLatin1(error))};
}

} // namespace fuotadesk
