#include "fleet/imagesize.h"

#include "fuota/imagelocation.h"

#include <QRegularExpression>

namespace fuotadesk {

namespace {

constexpr qint64 DefaultBytes = 20'480;

} // namespace

std::optional<qint64> sandboxImageBytes(const QString& uri)
{
    static const QRegularExpression inName(QStringLiteral("-([0-9]{3,15})(\\.[^./]*)?$"));
    const auto location = parseImageLocation(uri);
    if (!location || location->key.isEmpty())
        return {};
    const auto found = inName.match(location->key);
    const qint64 bytes = found.hasMatch() ? found.captured(1).toLongLong() : DefaultBytes;
    return bytes >= 1 && bytes <= LargestImageBytes ? std::optional(bytes) : std::nullopt;
}

} // namespace fuotadesk
