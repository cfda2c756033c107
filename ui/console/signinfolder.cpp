#include "console/signinfolder.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>

#include <algorithm>

namespace fuotadesk {

namespace {

const auto ListName = QStringLiteral("fuotadesk-sandbox.json");
const auto FilesMember = QStringLiteral("files");
constexpr qint64 LargestFile = qint64(1024) * 1024; // bytes; ours are far smaller
constexpr auto OwnerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

QString digestOf(const QByteArray& bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

// Nothing: it is no file that could be ours.
std::optional<QByteArray> bytesOf(const QFileInfo& place)
{
    QFile file(place.filePath());
    if (place.isSymLink() || !place.isFile() || place.size() > LargestFile
        || !file.open(QIODevice::ReadOnly))
        return {};
    return file.read(LargestFile);
}

QByteArray listText(const QJsonObject& digests)
{
    return QJsonDocument(QJsonObject{{FilesMember, digests}}).toJson();
}

bool exists(const QFileInfo& place)
{
    return place.exists() || place.isSymLink(); // a link may lead nowhere
}

const char* variableOf(SignInFile::Use use)
{
    switch (use) {
    case SignInFile::Use::Config:
        return "AWS_CONFIG_FILE";
    case SignInFile::Use::Credentials:
        return "AWS_SHARED_CREDENTIALS_FILE";
    case SignInFile::Use::LoginCache:
        return "AWS_LOGIN_CACHE_DIRECTORY";
    case SignInFile::Use::Named:
        break;
    }
    return nullptr;
}

} // namespace

SignInFolder::SignInFolder(const QString& path)
    : m_path(QDir::cleanPath(QFileInfo(path).absoluteFilePath()))
{
}

QString SignInFolder::pathOf(const QString& name) const
{
    return QDir(m_path).filePath(name);
}

// The digests by name; empty where nothing was written yet.
Result<QJsonObject> SignInFolder::written() const
{
    const QFileInfo place(pathOf(ListName));
    if (!exists(place))
        return QJsonObject();
    const auto bytes = bytesOf(place);
    const QJsonValue files =
        QJsonDocument::fromJson(bytes.value_or(QByteArray())).object().value(FilesMember);
    if (!files.isObject())
        return failure(ErrorKind::NameTaken, {}, place.filePath());
    return files.toObject();
}

Result<void> SignInFolder::checkFree(const SignInFile& file, const QJsonObject& written) const
{
    const QFileInfo place(pathOf(file.path));
    if (!exists(place))
        return {};
    const auto bytes = bytesOf(place);
    const bool isCache = file.use == SignInFile::Use::LoginCache && written.contains(file.path);
    const bool isOurs =
        bytes && (isCache || written.value(file.path).toString().contains(digestOf(*bytes)));
    if (isOurs)
        return {};
    return failure(ErrorKind::NameTaken, {}, place.filePath());
}

Result<void> SignInFolder::put(const QString& name, const QByteArray& bytes) const
{
    const QFileInfo place(pathOf(name));
    QSaveFile file(place.filePath());
    const bool isDone = QDir().mkpath(place.path()) && file.open(QIODevice::WriteOnly)
        && file.setPermissions(OwnerOnly) && file.write(bytes) == bytes.size() && file.commit();
    if (!isDone)
        return failure(ErrorKind::FileUnwritable, {}, place.filePath());
    return {};
}

// While it writes the list holds the old digests too: what is cut short is written anew.
Result<void> SignInFolder::write(const QList<SignInFile>& files) const
{
    const auto before = written();
    if (!before)
        return failure(before.error());
    QJsonObject both = *before;
    QJsonObject after = *before;
    for (const SignInFile& file : files) {
        if (auto isFree = checkFree(file, *before); !isFree)
            return isFree;
        const QString digest = digestOf(file.text.reveal());
        both.insert(file.path, before->value(file.path).toString() + u' ' + digest);
        after.insert(file.path, digest);
    }
    Result<void> done = put(ListName, listText(both));
    for (const SignInFile& file : files) {
        if (done)
            done = put(file.path, file.text.reveal());
    }
    return done ? put(ListName, listText(after)) : done;
}

QList<std::pair<QString, QString>> SignInFolder::variables(const QList<SignInFile>& files) const
{
    QList<std::pair<QString, QString>> variables;
    for (const SignInFile& file : files) {
        const QFileInfo place(pathOf(file.path));
        const bool isFolder = file.use == SignInFile::Use::LoginCache;
        if (const char* name = variableOf(file.use))
            variables.append({QLatin1String(name), isFolder ? place.path() : place.filePath()});
    }
    return variables;
}

} // namespace fuotadesk
