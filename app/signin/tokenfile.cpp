#include "signin/tokenfile.h"

#include "base/secret.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>

namespace fuotadesk {

namespace {

constexpr auto OwnerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

Result<QByteArray> readBounded(const QString& path)
{
    QFile file(path);
    if (!file.exists())
        return failure(ErrorKind::CredentialsMissing, {}, path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::FileUnreadable, {}, path);
    const QByteArray bytes = file.read(LargestTokenFileBytes + 1);
    if (file.error() != QFileDevice::NoError)
        return failure(ErrorKind::FileUnreadable, {}, path);
    if (bytes.size() > LargestTokenFileBytes)
        return failure(ErrorKind::FileTooLarge, {}, path);
    return bytes;
}

QString digestName(const QString& text, QCryptographicHash::Algorithm algorithm)
{
    return QString::fromLatin1(QCryptographicHash::hash(text.toUtf8(), algorithm).toHex())
        + QStringLiteral(".json");
}

} // namespace

Result<QJsonObject> readTokenFile(const QString& path)
{
    auto bytes = readBounded(path);
    if (!bytes)
        return failure(bytes.error());
    const QJsonDocument document = QJsonDocument::fromJson(*bytes);
    wipe(*bytes);
    if (!document.isObject())
        return failure(ErrorKind::FileMalformed, {}, path);
    return document.object();
}

Result<QByteArray> readTokenText(const QString& path)
{
    auto bytes = readBounded(path);
    if (!bytes)
        return bytes;
    QByteArray text = bytes->trimmed();
    if (text.isEmpty() || text.contains('\0'))
        return failure(ErrorKind::FileMalformed, {}, path);
    return text;
}

Result<void> writeTokenFile(const QString& path, const QJsonObject& token)
{
    QByteArray bytes = QJsonDocument(token).toJson(QJsonDocument::Indented);
    QDir().mkpath(QFileInfo(path).path());
    QSaveFile file(path);
    // Before the first byte is in it.
    const bool isSaved = file.open(QIODevice::WriteOnly) && file.setPermissions(OwnerOnly)
        && file.write(bytes) == bytes.size() && file.commit();
    wipe(bytes);
    if (!isSaved)
        return failure(ErrorKind::FileUnwritable, {}, path);
    return {};
}

QString ssoTokenFileName(const QString& sessionOrStartUrl)
{
    return digestName(sessionOrStartUrl, QCryptographicHash::Sha1);
}

QString loginTokenFileName(const QString& session)
{
    return digestName(session, QCryptographicHash::Sha256);
}

} // namespace fuotadesk
