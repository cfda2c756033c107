#include "campaign/secretblob.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace fuotadesk {

namespace {

constexpr int BlobSchema = 1;
constexpr qsizetype LargestBlob = qsizetype{64} * 1024;
const auto SchemaMember = QStringLiteral("schema");
const auto SecretMember = QStringLiteral("secretAccessKey");
const auto TokenMember = QStringLiteral("sessionToken");

Secret secretOf(const QJsonObject& object, const QString& member)
{
    return Secret(object.value(member).toString().toUtf8());
}

} // namespace

Secret secretBlob(const Credentials& credentials)
{
    const QJsonObject object{
        {SchemaMember, BlobSchema},
        {SecretMember, QString::fromUtf8(credentials.secretAccessKey.reveal())},
        {TokenMember, QString::fromUtf8(credentials.sessionToken.reveal())},
    };
    return Secret(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

Result<Credentials> credentialsFromBlob(const QString& accessKeyId, const Secret& blob)
{
    const auto refuse = [](ErrorKind kind) {
        return failure(kind, SchemaMember, QStringLiteral("keychain entry"));
    };
    if (blob.reveal().size() > LargestBlob)
        return refuse(ErrorKind::FileMalformed);
    const QJsonObject object = QJsonDocument::fromJson(blob.reveal()).object();
    const int schema = object.value(SchemaMember).toInt();
    if (schema > BlobSchema)
        return refuse(ErrorKind::FileTooNew);
    const Credentials credentials{accessKeyId, secretOf(object, SecretMember),
                                  secretOf(object, TokenMember)};
    if (schema < 1 || credentials.secretAccessKey.isEmpty())
        return refuse(ErrorKind::FileMalformed);
    return credentials;
}

QString secretKey(const QString& connectionId)
{
    return QStringLiteral("fuotadesk/connection/") + connectionId;
}

} // namespace fuotadesk
