#pragma once

#include "aws/httpmessage.h"

#include <QXmlStreamWriter>

#include <tl/expected.hpp>

#include <memory>

namespace fuotadesk {

// Why S3 says no. more: further elements of the answer, in order.
// https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
struct S3Refusal {
    int status = 400;
    QByteArray code;
    QString message;
    QList<std::pair<QString, QString>> more = {};
    HttpHeaders headers = {};
};

template <typename T>
using S3Result = tl::expected<T, S3Refusal>;

tl::unexpected<S3Refusal> refusedByS3(int status, const QByteArray& code, const QString& message);
S3Refusal tooManyForS3(); // its bounds are reached
S3Refusal malformedXml();
S3Refusal noSuchBucket(const QString& bucket);

// resource is the path; an answer to HEAD has no body.
HttpResponse s3ErrorReply(const S3Refusal& refusal, const QByteArray& method,
                          const QString& resource, const QString& requestId);

// The XML of an answer, written from its beginning to its end.
class S3Xml {
public:
    explicit S3Xml(const QString& root);

    S3Xml& open(const char* name);
    S3Xml& close();
    S3Xml& text(const char* name, const QString& text);
    S3Xml& text(const char* name, const QByteArray& utf8);
    S3Xml& number(const char* name, qint64 number);
    S3Xml& flag(const char* name, bool flag);
    S3Xml& time(const char* name, const QDateTime& time);
    S3Xml& quoted(const char* name, const QByteArray& eTag);
    HttpResponse reply();

private:
    std::unique_ptr<QByteArray> m_bytes = std::make_unique<QByteArray>();
    std::unique_ptr<QXmlStreamWriter> m_writer;
};

} // namespace fuotadesk
