#include "aws/uriencoding.h"

#include <array>

namespace fuotadesk {

namespace {

constexpr bool isUnreserved(unsigned char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'
        || c == '.' || c == '_' || c == '~';
}

constexpr std::array<bool, 256> keepTable(bool keepSlash)
{
    std::array<bool, 256> keep{};
    for (std::size_t c = 0; c < keep.size(); ++c)
        keep[c] = isUnreserved(static_cast<unsigned char>(c)) || (keepSlash && c == '/');
    return keep;
}

constexpr auto KeepUnreserved = keepTable(false);
constexpr auto KeepSlashToo = keepTable(true);

QByteArray encoded(QByteArrayView bytes, const std::array<bool, 256>& keep)
{
    static constexpr char Digits[] = "0123456789ABCDEF";
    QByteArray result;
    result.reserve(bytes.size() + bytes.size() / 4);
    for (const char each : bytes) {
        const auto c = static_cast<unsigned char>(each);
        if (keep[c]) {
            result.append(each);
        } else {
            const char escape[] = {'%', Digits[c >> 4], Digits[c & 15]};
            result.append(escape, sizeof escape);
        }
    }
    return result;
}

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return -1;
}

} // namespace

QByteArray percentEncoded(QByteArrayView bytes)
{
    return encoded(bytes, KeepUnreserved);
}

QByteArray percentEncodedPath(QByteArrayView path)
{
    return encoded(path, KeepSlashToo);
}

QByteArray percentDecoded(QByteArrayView text)
{
    QByteArray result;
    result.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool escape = text[i] == '%' && i + 2 < text.size() && hexDigit(text[i + 1]) >= 0
            && hexDigit(text[i + 2]) >= 0;
        if (escape) {
            result.append(static_cast<char>(hexDigit(text[i + 1]) * 16 + hexDigit(text[i + 2])));
            i += 2;
        } else {
            result.append(text[i]);
        }
    }
    return result;
}

} // namespace fuotadesk
