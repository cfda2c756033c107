#include "identity/stsreply.h"

#include "aws/timestamps.h"

#include <QXmlStreamWriter>

namespace fuotadesk {

namespace {

const auto Namespace = QStringLiteral("https://sts.amazonaws.com/doc/2011-06-15/");

void write(QXmlStreamWriter& writer, const XmlMember& member)
{
    writer.writeStartElement(member.name);
    if (member.members.isEmpty())
        writer.writeCharacters(member.text);
    for (const XmlMember& inner : member.members)
        write(writer, inner);
    writer.writeEndElement();
}

HttpResponse xmlReply(int status, const XmlMember& root)
{
    HttpResponse reply{status, {{"Content-Type", "text/xml"}}, {}};
    QXmlStreamWriter writer(&reply.body);
    writer.setAutoFormatting(true);
    writer.setAutoFormattingIndent(2);
    writer.writeStartElement(root.name);
    writer.writeDefaultNamespace(Namespace);
    for (const XmlMember& member : root.members)
        write(writer, member);
    writer.writeEndElement();
    reply.body = reply.body.trimmed() + '\n';
    return reply;
}

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
    const XmlMember metadata{
        QStringLiteral("ResponseMetadata"), {}, {{QStringLiteral("RequestId"), requestId}}};
    return xmlReply(200,
                    {action + QStringLiteral("Response"),
                     {},
                     {{action + QStringLiteral("Result"), {}, members}, metadata}});
}

HttpResponse stsReply(const StsRefusal& refusal, const QString& requestId)
{
    const auto blame = refusal.status < 500 ? QStringLiteral("Sender") : QStringLiteral("Receiver");
    const XmlMember error{QStringLiteral("Error"),
                          {},
                          {{QStringLiteral("Type"), blame},
                           {QStringLiteral("Code"), QString::fromLatin1(refusal.code)},
                           {QStringLiteral("Message"), refusal.message}}};
    return xmlReply(
        refusal.status,
        {QStringLiteral("ErrorResponse"), {}, {error, {QStringLiteral("RequestId"), requestId}}});
}

} // namespace fuotadesk
