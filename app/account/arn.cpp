#include "account/arn.h"

#include <QStringList>

namespace fuotadesk {

namespace {

constexpr auto Account = "123456789012";

} // namespace

QString Arn::text() const
{
    return QStringLiteral("arn:aws:iotwireless:%1:%2:%3/%4")
        .arg(region, QLatin1String(Account), type, id);
}

std::optional<Arn> parseArn(const QString& text)
{
    const QStringList parts = text.split(u':');
    const QStringList resource = parts.value(5).split(u'/');
    const Arn arn{parts.value(3), resource.value(0), resource.value(1)};
    return arn.text() == text ? std::optional(arn) : std::nullopt;
}

} // namespace fuotadesk
