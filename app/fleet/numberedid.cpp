#include "fleet/numberedid.h"

namespace fuotadesk {

QString numberedId(IdFamily family, int number)
{
    return QStringLiteral("%1-5a4d-4000-8000-%2")
        .arg(std::uint32_t(family), 8, 16, QLatin1Char('0'))
        .arg(number, 12, 16, QLatin1Char('0'));
}

std::optional<int> numberOfId(IdFamily family, const QString& id)
{
    bool isNumber = false;
    const int number = id.right(12).toInt(&isNumber, 16);
    return isNumber && numberedId(family, number) == id ? std::optional(number) : std::nullopt;
}

std::uint64_t spread(int index, std::uint64_t salt)
{
    std::uint64_t z = std::uint64_t(index) * 0x9e3779b97f4a7c15U + salt * 0xd1342543de82ef95U
        + 0x9e3779b97f4a7c15U;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
    return z ^ (z >> 31);
}

double spreadUnit(int index, std::uint64_t salt)
{
    return double(spread(index, salt) >> 11) / double(std::uint64_t(1) << 53);
}

} // namespace fuotadesk
