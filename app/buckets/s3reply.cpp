#include "buckets/s3reply.h"

#include <QDateTime>

namespace fuotadesk {

namespace {

const auto Namespace = QStringLiteral("http://s3.amazonaws.com/doc/2006-03-01/");

HttpResponse xmlReply(int status, const QByteArray& bytes)
{
    return {status, {{"Content-Type", "application/xml"}}, bytes};
}

} // namespace

tl::unexpected<S3Refusal> refusedByS3(int status, const QByteArray& code, const QString& message)
{
    return tl::unexpected(S3Refusal{status, code, message});
}

S3Refusal tooManyForS3()
{
    return {403, "QuotaExceeded", QStringLiteral("The sandbox can not keep more than it has.")};
}

S3Refusal malformedXml()
{
    return {400, "MalformedXML",
            QStringLiteral("The XML you provided was not well-formed or did not validate against "
                           "our published schema")};
}

S3Refusal noSuchBucket(const QString& bucket)
{
    return {404,
            "NoSuchBucket",
            QStringLiteral("The specified bucket does not exist"),
            {{QStringLiteral("BucketName"), bucket}}};
}

HttpResponse s3ErrorReply(const S3Refusal& refusal, const QByteArray& method,
                          const QString& resource, const QString& requestId)
{
    HttpResponse reply = xmlReply(refusal.status, {});
    reply.headers += refusal.headers;
    if (method == "HEAD" || refusal.status == 304)
        return reply;
    QXmlStreamWriter writer(&reply.body);
    writer.writeStartDocument();
    writer.writeStartElement(QStringLiteral("Error"));
    writer.writeTextElement(QStringLiteral("Code"), QString::fromLatin1(refusal.code));
    writer.writeTextElement(QStringLiteral("Message"), refusal.message);
    for (const auto& [name, text] : refusal.more)
        writer.writeTextElement(name, text);
    writer.writeTextElement(QStringLiteral("Resource"), resource);
    writer.writeTextElement(QStringLiteral("RequestId"), requestId);
    writer.writeEndElement();
    return reply;
}

S3Xml::S3Xml(const QString& root) : m_writer(std::make_unique<QXmlStreamWriter>(m_bytes.get()))
{
    m_writer->writeStartDocument();
    m_writer->writeStartElement(root);
    m_writer->writeDefaultNamespace(Namespace);
}

S3Xml& S3Xml::open(const char* name)
{
    m_writer->writeStartElement(QLatin1String(name));
    return *this;
}

S3Xml& S3Xml::close()
{
    m_writer->writeEndElement();
    return *this;
}

S3Xml& S3Xml::text(const char* name, const QString& text)
{
    m_writer->writeTextElement(QLatin1String(name), text);
    return *this;
}

S3Xml& S3Xml::text(const char* name, const QByteArray& utf8)
{
    return text(name, QString::fromUtf8(utf8));
}

S3Xml& S3Xml::number(const char* name, qint64 number)
{
    return text(name, QString::number(number));
}

S3Xml& S3Xml::flag(const char* name, bool flag)
{
    return text(name, flag ? QStringLiteral("true") : QStringLiteral("false"));
}

S3Xml& S3Xml::time(const char* name, const QDateTime& time)
{
    return text(name, time.toString(Qt::ISODateWithMs));
}

S3Xml& S3Xml::quoted(const char* name, const QByteArray& eTag)
{
    return text(name, '"' + eTag + '"');
}

HttpResponse S3Xml::reply()
{
    m_writer->writeEndDocument();
    return xmlReply(200, *m_bytes);
}

} // namespace fuotadesk
