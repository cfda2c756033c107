#include "sandbox/httpcall.h"

namespace fuotadesk {

Halves splitOnce(const QByteArray& text, char separator)
{
    const qsizetype at = text.indexOf(separator);
    return at < 0 ? Halves{text, {}} : Halves{text.left(at), text.mid(at + 1)};
}

QByteArray rawPath(const HttpCall& call)
{
    return splitOnce(call.target, '?').first;
}

QByteArray rawQuery(const HttpCall& call)
{
    return splitOnce(call.target, '?').second;
}

} // namespace fuotadesk
