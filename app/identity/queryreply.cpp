#include "identity/queryreply.h"

#include <QXmlStreamWriter>

namespace fuotadesk {

namespace {

void write(QXmlStreamWriter& writer, const XmlMember& member)
{
    writer.writeStartElement(member.name);
    if (member.members.isEmpty())
        writer.writeCharacters(member.text);
    for (const XmlMember& inner : member.members)
        write(writer, inner);
    writer.writeEndElement();
}

HttpResponse xmlReply(int status, const QString& space, const XmlMember& root)
{
    HttpResponse reply{status, {{"Content-Type", "text/xml"}}, {}};
    QXmlStreamWriter writer(&reply.body);
    writer.setAutoFormatting(true);
    writer.setAutoFormattingIndent(2);
    writer.writeStartElement(root.name);
    writer.writeDefaultNamespace(space);
    for (const XmlMember& member : root.members)
        write(writer, member);
    writer.writeEndElement();
    reply.body = reply.body.trimmed() + '\n';
    return reply;
}

} // namespace

HttpResponse queryReply(const QString& space, const QString& action,
                        const QList<XmlMember>& members, const QString& requestId)
{
    XmlMember root{action + QStringLiteral("Response"), {}};
    if (!members.isEmpty())
        root.members.append({action + QStringLiteral("Result"), {}, members});
    root.members.append(
        {QStringLiteral("ResponseMetadata"), {}, {{QStringLiteral("RequestId"), requestId}}});
    return xmlReply(200, space, root);
}

HttpResponse queryReply(const QString& space, const QueryRefusal& refusal, const QString& requestId)
{
    const auto blame = refusal.status < 500 ? QStringLiteral("Sender") : QStringLiteral("Receiver");
    const XmlMember error{QStringLiteral("Error"),
                          {},
                          {{QStringLiteral("Type"), blame},
                           {QStringLiteral("Code"), QString::fromLatin1(refusal.code)},
                           {QStringLiteral("Message"), refusal.message}}};
    return xmlReply(
        refusal.status, space,
        {QStringLiteral("ErrorResponse"), {}, {error, {QStringLiteral("RequestId"), requestId}}});
}

} // namespace fuotadesk
