#include "fuota/descriptor.h"

#include <QRegularExpression>

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

} // namespace fuotadesk
