#include "fuota/descriptor.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <limits>

namespace fuotadesk {

std::optional<QByteArray> descriptorBytes(const QString& base64)
{
    const auto decoded = QByteArray::fromBase64Encoding(
        base64.toLatin1(), QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || base64.size() % 4 != 0)
        return {};
    return *decoded;
}

QString descriptorBase64(const QByteArray& bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

QString descriptorHex(const QByteArray& bytes)
{
    return QString::fromLatin1(bytes.toHex(' ')).toUpper();
}

std::optional<QByteArray> descriptorFromHex(const QString& hex)
{
    static const QRegularExpression pairs(
        QStringLiteral("^(?:0[xX])?[0-9A-Fa-f]{2}(?:[ :,-]*[0-9A-Fa-f]{2})*$"));
    const QString text = hex.trimmed();
    if (text.isEmpty())
        return QByteArray();
    if (!pairs.match(text).hasMatch())
        return {};
    const QString digits = text.startsWith(u"0x", Qt::CaseInsensitive) ? text.mid(2) : text;
    return QByteArray::fromHex(digits.toLatin1());
}

QByteArray descriptorFromVersion(const DescriptorVersion& version)
{
    QByteArray bytes;
    for (const quint8 number : version)
        bytes.append(static_cast<char>(number));
    return bytes;
}

std::optional<DescriptorVersion> versionOfDescriptor(const QByteArray& bytes)
{
    if (bytes.size() != DescriptorFieldBytes)
        return {};
    DescriptorVersion version{};
    std::ranges::transform(bytes, version.begin(),
                           [](char byte) { return static_cast<quint8>(byte); });
    return version;
}

QString versionText(const DescriptorVersion& version)
{
    QStringList numbers;
    for (const quint8 number : version)
        numbers << QString::number(number);
    if (version.front() == 0)
        numbers.removeFirst();
    return numbers.join(u'.');
}

std::optional<DescriptorVersion> versionFromText(const QString& text)
{
    static const QRegularExpression hex(QStringLiteral("^0[xX][0-9A-Fa-f]{8}\\z"));
    static const QRegularExpression dotted(
        QStringLiteral("^[vV]?([0-9]{1,3}(?:\\.[0-9]{1,3}){0,3})\\z"));
    const QString trimmed = text.trimmed();
    if (hex.match(trimmed).hasMatch())
        return versionOfDescriptor(*descriptorFromHex(trimmed));
    const auto match = dotted.match(trimmed);
    if (!match.hasMatch())
        return {};
    const QStringList numbers = match.captured(1).split(u'.');
    DescriptorVersion version{};
    auto place = version.end() - numbers.size();
    for (const QString& number : numbers) {
        if (number.toInt() > std::numeric_limits<quint8>::max())
            return {};
        *place++ = static_cast<quint8>(number.toInt());
    }
    return version;
}

} // namespace fuotadesk
