#include "identity/stsreply.h"

#include "aws/timestamps.h"

namespace fuotadesk {

namespace {

const auto Namespace = QStringLiteral("https://sts.amazonaws.com/doc/2011-06-15/");

} // namespace

XmlMember credentialsMember(const HeldKey& key)
{
    const Credentials& keys = key.credentials;
    return {QStringLiteral("Credentials"),
            {},
            {{QStringLiteral("AccessKeyId"), keys.accessKeyId},
             {QStringLiteral("SecretAccessKey"), QString::fromUtf8(keys.secretAccessKey.reveal())},
             {QStringLiteral("SessionToken"), QString::fromUtf8(keys.sessionToken.reveal())},
             {QStringLiteral("Expiration"),
              QString::fromLatin1(iso8601Text(key.expiresAt.value_or(QDateTime())))}}};
}

HttpResponse stsReply(const QString& action, const QList<XmlMember>& members,
                      const QString& requestId)
{
    return queryReply(Namespace, action, members, requestId);
}

HttpResponse stsReply(const QueryRefusal& refusal, const QString& requestId)
{
    return queryReply(Namespace, refusal, requestId);
}

} // namespace fuotadesk
