#include "identity/madeup.h"

#include "base/random.h"

#include <QCryptographicHash>

namespace fuotadesk {

namespace {

constexpr qsizetype IdLength = 20;
constexpr qsizetype CodeLength = 8;

QByteArray digest(RandomSource& random)
{
    return QCryptographicHash::hash(random.uuid().toLatin1(), QCryptographicHash::Sha256);
}

// One letter a byte; the alphabet has 16 or 32, so that each is as likely.
QString inLetters(const QByteArray& bytes, QByteArrayView alphabet, qsizetype length)
{
    QString text;
    for (qsizetype i = 0; i < length; ++i) {
        const auto byte = static_cast<unsigned char>(bytes.at(i));
        text.append(QLatin1Char(alphabet.at(qsizetype(byte) % alphabet.size())));
    }
    return text;
}

} // namespace

QString madeUpToken(RandomSource& random, qsizetype length)
{
    QByteArray text;
    while (text.size() < length)
        text +=
            digest(random).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    if (text.startsWith('-'))
        text.front() = '_';
    return QString::fromLatin1(text.left(length));
}

QString madeUpId(RandomSource& random, const QString& prefix)
{
    return prefix
        + inLetters(digest(random), "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", IdLength - prefix.size());
}

QString madeUpUserCode(RandomSource& random)
{
    const QString code = inLetters(digest(random), "BCDFGHJKLMNPQRST", CodeLength);
    return code.left(CodeLength / 2) + u'-' + code.mid(CodeLength / 2);
}

} // namespace fuotadesk
