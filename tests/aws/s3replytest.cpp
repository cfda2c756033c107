#include "aws/s3/s3reply.h"
#include "support/testcase.h"

#include "aws/sigv4.h"

namespace fuotadesk {

// Answers are the examples of the S3 API Reference.
class S3ReplyTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void readsTheFactsOfAnObject();
    void tellsARestoredCopy();
    void needsTheHeadersOfAnObject_data();
    void needsTheHeadersOfAnObject();
    void findsTheSha256_data();
    void findsTheSha256();
    void readsARegion_data();
    void readsARegion();
    void readsAnUpload();
    void readsACompletion();
    void findsTheErrorInsideASuccess();
    void typesErrors_data();
    void typesErrors();
    void headHasOnlyItsStatus_data();
    void headHasOnlyItsStatus();
    void findsTheRegionTold_data();
    void findsTheRegionTold();
};

namespace {

HttpResponse response(const QByteArray& body, const HttpHeaders& headers = {}, int status = 200)
{
    return {status, headers, body, false};
}

HttpRequest request(const QByteArray& method)
{
    HttpRequest result;
    result.method = method;
    return result;
}

// https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html, with more of its headers
HttpHeaders objectHeaders()
{
    return {{"x-amz-id-2", "ef8yU9AS1ed4OpIszj7UDNEHGran"},
            {"x-amz-request-id", "318BC8BC143432E5"},
            {"x-amz-version-id", "3HL4kqtJlcpXroDTDmjVBH40Nrjfkd"},
            {"Date", "Wed, 28 Oct 2009 22:32:00 GMT"},
            {"Last-Modified", "Sun, 01 Jan 2006 12:00:00 GMT"},
            {"ETag", "\"fba9dede5f27731c9771645a39863328\""},
            {"Content-Length", "434234"},
            {"Content-Type", "text/plain"},
            {"x-amz-server-side-encryption", "aws:kms"},
            {"x-amz-server-side-encryption-aws-kms-key-id",
             "arn:aws:kms:eu-west-1:123456789012:key/1234abcd"},
            {"x-amz-storage-class", "STANDARD_IA"},
            {"x-amz-bucket-region", "eu-west-1"},
            {"Connection", "close"},
            {"Server", "AmazonS3"}};
}

void dropHeader(HttpHeaders& headers, const QByteArray& name)
{
    headers.removeIf([&](const HttpHeader& header) { return header.name == name; });
}

QByteArray errorXml(const QByteArray& code, const QByteArray& more = {})
{
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>" + code
        + "</Code><Message>Why.</Message>" + more
        + "<RequestId>656c76696e6727732072657175657374</RequestId><HostId>h</HostId></Error>";
}

} // namespace

void S3ReplyTest::readsTheFactsOfAnObject()
{
    HttpHeaders headers = objectHeaders();
    const auto facts = objectFactsFrom(response({}, headers));
    QVERIFY(facts);
    const S3ObjectFacts expected{434234,
                                 QStringLiteral("fba9dede5f27731c9771645a39863328"),
                                 QStringLiteral("3HL4kqtJlcpXroDTDmjVBH40Nrjfkd"),
                                 QDateTime(QDate(2006, 1, 1), QTime(12, 0), Qt::UTC),
                                 QStringLiteral("aws:kms"),
                                 QStringLiteral("arn:aws:kms:eu-west-1:123456789012:key/1234abcd"),
                                 QStringLiteral("STANDARD_IA"),
                                 false,
                                 {},
                                 QStringLiteral("eu-west-1")};
    QCOMPARE(*facts, expected);

    for (const char* name : {"x-amz-version-id", "x-amz-server-side-encryption",
                             "x-amz-server-side-encryption-aws-kms-key-id", "x-amz-storage-class",
                             "x-amz-bucket-region"})
        dropHeader(headers, name);
    headers.append(HttpHeader{"x-amz-version-id", "null"});
    const S3ObjectFacts few{
        expected.size, expected.eTag, {}, expected.modifiedAt, {}, {}, {}, {}, {}, {}};
    QCOMPARE(*objectFactsFrom(response({}, headers)), few);
}

// https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html, Restore
void S3ReplyTest::tellsARestoredCopy()
{
    const auto isRestored = [](const QByteArray& value) {
        return objectFactsFrom(
                   response({}, objectHeaders() + HttpHeaders{{"x-amz-restore", value}}))
            ->isRestored;
    };
    QVERIFY(isRestored(R"(ongoing-request="false", expiry-date="Fri, 21 Dec 2012 00:00:00 GMT")"));
    QVERIFY(!isRestored(R"(ongoing-request="true")"));
}

void S3ReplyTest::needsTheHeadersOfAnObject_data()
{
    QTest::addColumn<QByteArray>("value");
    for (const char* name : {"Content-Length", "ETag", "Last-Modified"}) {
        QTest::addRow("%s absent", name) << QByteArray();
        QTest::addRow("%s senseless", name)
            << QByteArray(QByteArray(name) == "ETag" ? "\"\"" : "-1");
    }
}

void S3ReplyTest::needsTheHeadersOfAnObject()
{
    QFETCH(const QByteArray, value);
    const QByteArray name = QByteArray(QTest::currentDataTag()).split(' ').first();
    HttpHeaders headers = objectHeaders();
    dropHeader(headers, name);
    if (!value.isEmpty())
        headers.append({name, value});
    const auto facts = objectFactsFrom(response({}, headers));
    QVERIFY(!facts);
    QCOMPARE(facts.error().kind, ErrorKind::AnswerMalformed);
    QCOMPARE(facts.error().code, QString::fromLatin1(name));
}

void S3ReplyTest::findsTheSha256_data()
{
    QTest::addColumn<HttpHeaders>("headers");
    QTest::addColumn<QByteArray>("sha256"); // hex
    const QByteArray meta = sha256Hex("noted");
    const QByteArray own = sha256Hex("own");
    const QByteArray base64 = QByteArray::fromHex(own).toBase64();
    QTest::newRow("none") << HttpHeaders() << QByteArray();
    QTest::newRow("noted") << HttpHeaders{{"x-amz-meta-sha256", meta}} << meta;
    QTest::newRow("in capitals") << HttpHeaders{{"x-amz-meta-sha256", meta.toUpper()}} << meta;
    QTest::newRow("short") << HttpHeaders{{"x-amz-meta-sha256", meta.left(62)}} << QByteArray();
    QTest::newRow("no hex") << HttpHeaders{{"x-amz-meta-sha256", meta.left(62) + "zz"}}
                            << QByteArray();
    QTest::newRow("S3's own first")
        << HttpHeaders{{"x-amz-meta-sha256", meta}, {"x-amz-checksum-sha256", base64}} << own;
    QTest::newRow("of the parts' only")
        << HttpHeaders{{"x-amz-meta-sha256", meta}, {"x-amz-checksum-sha256", base64 + "-2"}}
        << meta;
    QTest::newRow("said to be of the parts")
        << HttpHeaders{{"x-amz-checksum-sha256", base64}, {"x-amz-checksum-type", "COMPOSITE"}}
        << QByteArray();
}

void S3ReplyTest::findsTheSha256()
{
    QFETCH(const HttpHeaders, headers);
    QTEST(objectFactsFrom(response({}, objectHeaders() + headers))->sha256.toHex(), "sha256");
}

void S3ReplyTest::readsARegion_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("region");
    QTest::newRow("named") << QByteArray("us-west-2") << QStringLiteral("us-west-2");
    QTest::newRow("the first one") << QByteArray() << QStringLiteral("us-east-1");
    QTest::newRow("the second one") << QByteArray("EU") << QStringLiteral("eu-west-1");
    QTest::newRow("senseless") << QByteArray("evil.com/") << QString();
}

void S3ReplyTest::readsARegion()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, region);
    const auto read =
        bucketRegionFrom(response("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<LocationConstraint "
                                  "xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">"
                                  + text + "</LocationConstraint>"));
    QCOMPARE(read.value_or(QString()), region);
    if (!read)
        QCOMPARE(read.error().code, QStringLiteral("LocationConstraint"));
}

void S3ReplyTest::readsAnUpload()
{
    const QByteArray xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                           "<InitiateMultipartUploadResult "
                           "xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">"
                           "<Bucket>example-bucket</Bucket><Key>example-object</Key>"
                           "<UploadId>VXBsb2FkIElEIGZvciA2aWWpbmcncyBteS1tb3ZpZS5tMnRzIHVwbG9hZA"
                           "</UploadId></InitiateMultipartUploadResult>";
    QCOMPARE(uploadIdFrom(response(xml)).value(),
             QStringLiteral("VXBsb2FkIElEIGZvciA2aWWpbmcncyBteS1tb3ZpZS5tMnRzIHVwbG9hZA"));
    QByteArray without = xml;
    without.replace("UploadId", "Upload");
    QCOMPARE(uploadIdFrom(response(without)).error().code, QStringLiteral("UploadId"));
    QCOMPARE(uploadIdFrom(response("<Other/>")).error().code,
             QStringLiteral("InitiateMultipartUploadResult"));
    QCOMPARE(
        partFrom(response({}, {{"ETag", "\"b54357faf0632cce46e942fa68356b38\""}}), 3, 77).value(),
        (S3Part{3, 77, QStringLiteral("b54357faf0632cce46e942fa68356b38")}));
    QCOMPARE(partFrom(response({}), 3, 77).error().code, QStringLiteral("ETag"));
}

void S3ReplyTest::readsACompletion()
{
    const QByteArray xml =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<CompleteMultipartUploadResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">\n"
        " <Location>http://Example-Bucket.s3.Region.amazonaws.com/Example-Object</Location>\n"
        " <Bucket>Example-Bucket</Bucket><Key>Example-Object</Key>\n"
        " <ETag>\"3858f62230ac3c915f300c664312c11f-9\"</ETag>\n</CompleteMultipartUploadResult>";
    const S3Written expected{QStringLiteral("3858f62230ac3c915f300c664312c11f-9"),
                             QStringLiteral("v1")};
    const HttpHeaders headers{{"x-amz-version-id", "v1"}};
    QCOMPARE(completedFrom(request("POST"), response(xml, headers)).value(), expected);
    // Blanks keep the connection alive until the answer is known.
    QCOMPARE(completedFrom(request("POST"), response("  \n  " + xml, headers)).value(), expected);
    QCOMPARE(completedFrom(request("POST"), response("<Other/>")).error().code,
             QStringLiteral("CompleteMultipartUploadResult"));
}

void S3ReplyTest::findsTheErrorInsideASuccess()
{
    const auto completed =
        completedFrom(request("POST"), response("\n " + errorXml("InternalError")));
    QVERIFY(!completed);
    QCOMPARE(completed.error().kind, ErrorKind::ServiceFailed);
    QCOMPARE(completed.error().code, QStringLiteral("InternalError"));
    QCOMPARE(completed.error().httpStatus, 200);
    QVERIFY(completed.error().maybeExecuted);
    QCOMPARE(completedFrom(request("POST"), response(errorXml("AccessDenied"))).error().kind,
             ErrorKind::AccessDenied);
    QCOMPARE(completedFrom(request("POST"), response(errorXml("SomethingNew"))).error().kind,
             ErrorKind::ServiceFailed);
}

// https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html#ErrorCodeList
void S3ReplyTest::typesErrors_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<ErrorKind>("kind");
    const auto add = [](const char* code, int status, ErrorKind kind) {
        QTest::newRow(code) << status << kind;
    };
    add("AccessDenied", 403, ErrorKind::AccessDenied);
    add("NoSuchBucket", 404, ErrorKind::NotFound);
    add("NoSuchKey", 404, ErrorKind::NotFound);
    add("NoSuchUpload", 404, ErrorKind::NotFound);
    add("PreconditionFailed", 412, ErrorKind::Conflict);
    add("ConditionalRequestConflict", 409, ErrorKind::Conflict);
    add("OperationAborted", 409, ErrorKind::Conflict);
    add("SlowDown", 503, ErrorKind::Throttled);
    add("ServiceUnavailable", 503, ErrorKind::ServiceUnavailable);
    add("RequestTimeout", 400, ErrorKind::ServiceUnavailable);
    add("InternalError", 500, ErrorKind::ServiceFailed);
    add("ExpiredToken", 400, ErrorKind::CredentialsExpired);
    add("TokenRefreshRequired", 400, ErrorKind::CredentialsExpired);
    add("InvalidToken", 400, ErrorKind::UnknownAccessKey);
    add("InvalidAccessKeyId", 403, ErrorKind::UnknownAccessKey);
    add("SignatureDoesNotMatch", 403, ErrorKind::SignatureMismatch);
    add("RequestTimeTooSkewed", 403, ErrorKind::ClockSkewed);
    add("PermanentRedirect", 301, ErrorKind::Refused);
    add("AuthorizationHeaderMalformed", 400, ErrorKind::Refused);
    add("BadDigest", 400, ErrorKind::Refused);
    add("XAmzContentSHA256Mismatch", 400, ErrorKind::Refused);
    add("EntityTooSmall", 400, ErrorKind::Refused);
    add("InvalidPart", 400, ErrorKind::Refused);
    add("InvalidObjectState", 403, ErrorKind::Refused);
    add("KeyTooLongError", 400, ErrorKind::ValidationFailed);
}

void S3ReplyTest::typesErrors()
{
    QFETCH(const int, status);
    const Error error =
        s3Error(request("PUT"), response(errorXml(QTest::currentDataTag()), {}, status));
    QTEST(error.kind, "kind");
    QCOMPARE(error.code, QString::fromLatin1(QTest::currentDataTag()));
    QCOMPARE(error.detail, QStringLiteral("Why."));
    QCOMPARE(error.httpStatus, status);
    QCOMPARE(error.requestId, QStringLiteral("656c76696e6727732072657175657374"));
    QCOMPARE(error.maybeExecuted, status >= 500);
}

void S3ReplyTest::headHasOnlyItsStatus_data()
{
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("code");
    QTest::newRow("404") << ErrorKind::NotFound << QStringLiteral("NotFound");
    QTest::newRow("403") << ErrorKind::AccessDenied << QStringLiteral("403");
    QTest::newRow("412") << ErrorKind::Conflict << QStringLiteral("PreconditionFailed");
    QTest::newRow("503") << ErrorKind::ServiceUnavailable << QStringLiteral("503");
}

void S3ReplyTest::headHasOnlyItsStatus()
{
    const int status = QByteArray(QTest::currentDataTag()).toInt();
    const Error error =
        s3Error(request("HEAD"), response({}, {{"x-amz-request-id", "318BC8BC143432E5"}}, status));
    QTEST(error.kind, "kind");
    QTEST(error.code, "code");
    QCOMPARE(error.requestId, QStringLiteral("318BC8BC143432E5"));
    QVERIFY(!error.maybeExecuted);
}

void S3ReplyTest::findsTheRegionTold_data()
{
    QTest::addColumn<HttpResponse>("answer");
    QTest::addColumn<QString>("region");
    const QByteArray body = errorXml("AuthorizationHeaderMalformed", "<Region>eu-west-2</Region>");
    QTest::newRow("nowhere") << response(errorXml("AccessDenied"), {}, 403) << QString();
    QTest::newRow("in the body") << response(body, {}, 400) << QStringLiteral("eu-west-2");
    QTest::newRow("in the header")
        << response({}, {{"x-amz-bucket-region", "eu-west-3"}}, 301) << QStringLiteral("eu-west-3");
    QTest::newRow("in both") << response(body, {{"x-amz-bucket-region", "eu-west-3"}}, 400)
                             << QStringLiteral("eu-west-3");
    QTest::newRow("of a success") << response({}, {{"x-amz-bucket-region", "eu-west-3"}})
                                  << QStringLiteral("eu-west-3");
    QTest::newRow("no region") << response({}, {{"x-amz-bucket-region", "evil.com/"}}, 301)
                               << QString();
    QTest::newRow("in an object") << response(body, {}, 200) << QString();
}

void S3ReplyTest::findsTheRegionTold()
{
    QFETCH(const HttpResponse, answer);
    QTEST(regionTold(answer), "region");
}

} // namespace fuotadesk

using fuotadesk::S3ReplyTest;
FUOTADESK_TEST(S3ReplyTest);
#include "s3replytest.moc"
