#include "s3bench.h"
#include "support/testcase.h"

namespace fuotadesk {

// The client of S3 where things are not as they were thought: in other regions, failed inside a
// success, done by an attempt whose answer was lost.
class S3SurpriseTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void followsToTheBucketsRegion_data();
    void followsToTheBucketsRegion();
    void followsOnceOnly();
    void ownEndpointIsOnlySignedAnew();
    void doesNotFollowWithoutARegion();
    void completesAgainAfterALateFailure();
    void lateFailuresComeToAnEnd();
    void refusalInsideASuccessIsFinal();
    void ownObjectIsNoConflict_data();
    void ownObjectIsNoConflict();
    void whatSeemsSureIsLookedAtToo();
    void ownCompletionIsFound();
    void endlessListsEnd();
    void cancelReachesTheNetwork();
    void callsEndWithTheClient();
};

namespace {

constexpr auto Keep = S3Client::Existing::Keep;
const QString Id = QStringLiteral("upload-1");

HttpHeaders objectHeaders(const QByteArray& size, const QByteArray& sha256,
                          const QByteArray& eTag = "e")
{
    HttpHeaders headers{{"ETag", '"' + eTag + '"'},
                        {"Content-Length", size},
                        {"Last-Modified", "Sun, 01 Jan 2006 12:00:00 GMT"}};
    if (!sha256.isEmpty())
        headers.append({QByteArrayLiteral("x-amz-meta-sha256"), sha256});
    return headers;
}

// printf image | sha256sum
const QByteArray ImageSha256("6105d6cc76af400325e94d588ce511be5bfdbb73b437dc51eca43917d7a43e3d");

// MD5 of "a" and of "b"; the second, of both digests one after the other, by md5sum.
const QList<S3Part> Parts{{1, 1, QStringLiteral("0cc175b9c0f1b6a831c399e269772661")},
                          {2, 1, QStringLiteral("92eb5ffee6ae2fec3ad71c777531578f")}};
const QByteArray WholeETag = "96e024ba2074fe77e8e965ba43a704be-2";

} // namespace

void S3SurpriseTest::followsToTheBucketsRegion_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<HttpHeaders>("headers");
    const HttpHeaders header{{"x-amz-bucket-region", "us-east-2"},
                             {"Location", "https://evil.example.com/"}};
    QTest::newRow("301") << 301
                         << s3ErrorXml("PermanentRedirect", "<Endpoint>evil.example.com</Endpoint>")
                         << header;
    QTest::newRow("307") << 307 << s3ErrorXml("TemporaryRedirect") << header;
    QTest::newRow("400 in the header") << 400 << QByteArray() << header;
    QTest::newRow("400 in the body")
        << 400 << s3ErrorXml("AuthorizationHeaderMalformed", "<Region>us-east-2</Region>")
        << HttpHeaders();
}

void S3SurpriseTest::followsToTheBucketsRegion()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    QFETCH(const HttpHeaders, headers);
    S3Bench bench;
    bench.answer(status, body, headers);
    bench.answer(206, "image");
    bench.answer(206, "image");
    Outcome<QByteArray> bytes;
    bytes.watch(bench.client->get(bench.object, 0, 4, &bench.owner), &bench.owner);
    QTRY_COMPARE(bytes.count, 1);
    QCOMPARE(bytes.result->value(), QByteArray("image"));
    const QByteArray path = ".amazonaws.com/a%20b/meter%2B1.bin";
    QCOMPARE(bench.line(0), "GET https://firmware.s3.eu-west-1" + path);
    QCOMPARE(bench.line(1), "GET https://firmware.s3.us-east-2" + path);
    QCOMPARE(headerValue(bench.sent(1).headers, "range"), QByteArray("bytes=0-4"));
    QCOMPARE(bench.services.signedNames,
             (QStringList{QStringLiteral("s3 eu-west-1"), QStringLiteral("s3 us-east-2")}));
    // The region is kept.
    bytes.watch(bench.client->get(bench.object, 0, 4, &bench.owner), &bench.owner);
    QTRY_COMPARE(bytes.count, 2);
    QCOMPARE(bench.line(2), bench.line(1));
}

void S3SurpriseTest::followsOnceOnly()
{
    S3Bench bench;
    bench.answer(301, s3ErrorXml("PermanentRedirect"), {{"x-amz-bucket-region", "us-east-2"}});
    bench.answer(301, s3ErrorXml("PermanentRedirect"), {{"x-amz-bucket-region", "eu-west-1"}});
    Outcome<QByteArray> bytes;
    bytes.watch(bench.client->get(bench.object, 0, 4, &bench.owner), &bench.owner);
    QTRY_COMPARE(bytes.count, 1);
    QCOMPARE(bytes.result->error().kind, ErrorKind::Refused);
    QCOMPARE(bytes.result->error().code, QStringLiteral("PermanentRedirect"));
    QCOMPARE(bench.sentCount(), 2);
}

void S3SurpriseTest::ownEndpointIsOnlySignedAnew()
{
    S3Bench bench;
    bench.client = std::make_unique<S3Client>(
        bench.services,
        ServiceAddress{QUrl(QStringLiteral("http://127.0.0.1:7480")), QStringLiteral("eu-west-1")});
    bench.answer(400, s3ErrorXml("AuthorizationHeaderMalformed", "<Region>us-east-2</Region>"));
    bench.answer(206, "image");
    Outcome<QByteArray> bytes;
    bytes.watch(bench.client->get(bench.object, 0, 4, &bench.owner), &bench.owner);
    QTRY_COMPARE(bytes.count, 1);
    QCOMPARE(bench.line(0), QByteArray("GET http://127.0.0.1:7480/firmware/a%20b/meter%2B1.bin"));
    QCOMPARE(bench.line(1), bench.line(0));
    QCOMPARE(bench.services.signedNames.last(), QStringLiteral("s3 us-east-2"));
}

void S3SurpriseTest::doesNotFollowWithoutARegion()
{
    S3Bench bench;
    bench.answer(307, s3ErrorXml("TemporaryRedirect"), {{"Location", "https://evil.example.com/"}});
    Outcome<QByteArray> bytes;
    bytes.watch(bench.client->get(bench.object, 0, 4, &bench.owner), &bench.owner);
    QTRY_COMPARE(bytes.count, 1);
    QCOMPARE(bytes.result->error().code, QStringLiteral("TemporaryRedirect"));
    QCOMPARE(bench.sentCount(), 1);
}

void S3SurpriseTest::completesAgainAfterALateFailure()
{
    S3Bench bench;
    bench.answer(200, "  \n" + s3ErrorXml("InternalError"));
    bench.answer(200, s3ErrorXml("SlowDown"));
    bench.answer(200,
                 "<CompleteMultipartUploadResult><ETag>\"e-2\"</ETag>"
                 "</CompleteMultipartUploadResult>");
    Outcome<S3Written> written;
    written.watch(bench.client->completeUpload(bench.object, Id, Parts, Keep, &bench.owner),
                  &bench.owner);
    QTRY_COMPARE(written.count, 1);
    QCOMPARE(written.result->value().eTag, QStringLiteral("e-2"));
    QCOMPARE(bench.sentCount(), 3);
    QCOMPARE(bench.sent(2), bench.sent(0));
}

void S3SurpriseTest::lateFailuresComeToAnEnd()
{
    S3Bench bench;
    for (int i = 0; i < 3; ++i)
        bench.answer(200, s3ErrorXml("InternalError"));
    Outcome<S3Written> written;
    written.watch(bench.client->completeUpload(bench.object, Id, Parts, Keep, &bench.owner),
                  &bench.owner);
    QTRY_COMPARE(written.count, 1);
    QCOMPARE(written.result->error().kind, ErrorKind::ServiceFailed);
    QCOMPARE(written.result->error().code, QStringLiteral("InternalError"));
    QVERIFY(written.result->error().maybeExecuted);
}

void S3SurpriseTest::refusalInsideASuccessIsFinal()
{
    S3Bench bench;
    bench.answer(200, s3ErrorXml("AccessDenied"));
    Outcome<S3Written> written;
    written.watch(bench.client->completeUpload(bench.object, Id, Parts, Keep, &bench.owner),
                  &bench.owner);
    QTRY_COMPARE(written.count, 1);
    QCOMPARE(written.result->error().kind, ErrorKind::AccessDenied);
    QCOMPARE(bench.sentCount(), 1);
}

void S3SurpriseTest::ownObjectIsNoConflict_data()
{
    QTest::addColumn<HttpResponse>("look");
    QTest::addColumn<bool>("isOurs");
    QTest::addColumn<bool>("isUnsure");
    const QByteArray other(64, 'a');
    QTest::newRow("ours") << HttpResponse{200, objectHeaders("5", ImageSha256), {}, false} << true
                          << false;
    QTest::newRow("another's") << HttpResponse{200, objectHeaders("5", other), {}, false} << false
                               << false;
    QTest::newRow("another size") << HttpResponse{200, objectHeaders("6", ImageSha256), {}, false}
                                  << false << false;
    QTest::newRow("nobody knows") << HttpResponse{200, objectHeaders("5", {}), {}, false} << false
                                  << true;
    QTest::newRow("not to be seen") << HttpResponse{403, {}, {}, false} << false << true;
    QTest::newRow("gone") << HttpResponse{404, {}, {}, false} << false << false;
}

void S3SurpriseTest::ownObjectIsNoConflict()
{
    QFETCH(const HttpResponse, look);
    QFETCH(const bool, isOurs);
    S3Bench bench;
    bench.answerUnsurely(412, s3ErrorXml("PreconditionFailed"));
    bench.services.network.answer(look);
    Outcome<S3Written> written;
    written.watch(bench.client->put(bench.object, {"image", {}, {}, nullptr}, Keep, &bench.owner),
                  &bench.owner);
    QTRY_COMPARE(written.count, 1);
    QCOMPARE(bench.sent(1).method, QByteArray("HEAD"));
    QCOMPARE(written.result->has_value(), isOurs);
    if (isOurs) {
        QCOMPARE(written.result->value().eTag, QStringLiteral("e"));
        return;
    }
    QCOMPARE(written.result->error().kind, ErrorKind::Conflict);
    QCOMPARE(written.result->error().code, QStringLiteral("PreconditionFailed"));
    QTEST(written.result->error().maybeExecuted, "isUnsure");
}

// The network layer may have sent it twice without a word.
void S3SurpriseTest::whatSeemsSureIsLookedAtToo()
{
    for (const QByteArray& kept : {ImageSha256, QByteArray(64, 'a')}) {
        S3Bench bench;
        bench.answer(412, s3ErrorXml("PreconditionFailed"));
        bench.answer(200, {}, objectHeaders("5", kept));
        Outcome<S3Written> written;
        written.watch(
            bench.client->put(bench.object, {"image", {}, {}, nullptr}, Keep, &bench.owner),
            &bench.owner);
        QTRY_COMPARE(written.count, 1);
        QCOMPARE(written.result->has_value(), kept == ImageSha256);
        if (!*written.result)
            QVERIFY(!written.result->error().maybeExecuted);
    }
}

void S3SurpriseTest::ownCompletionIsFound()
{
    for (const QByteArray& code :
         {QByteArrayLiteral("PreconditionFailed"), QByteArrayLiteral("NoSuchUpload")}) {
        for (const QByteArray& eTag : {WholeETag, 'f' + WholeETag.mid(1)}) {
            S3Bench bench;
            bench.answerUnsurely(code == "NoSuchUpload" ? 404 : 412, s3ErrorXml(code));
            bench.answer(200, {}, objectHeaders("2", {}, eTag));
            Outcome<S3Written> written;
            written.watch(bench.client->completeUpload(bench.object, Id, Parts, Keep, &bench.owner),
                          &bench.owner);
            QTRY_COMPARE(written.count, 1);
            QCOMPARE(written.result->has_value(), eTag == WholeETag);
            if (!*written.result)
                QCOMPARE(written.result->error().code, QString::fromLatin1(code));
        }
    }
}

void S3SurpriseTest::endlessListsEnd()
{
    S3Bench bench;
    const QByteArray page = "<ListPartsResult><IsTruncated>true</IsTruncated>"
                            "<NextPartNumberMarker>1</NextPartNumberMarker></ListPartsResult>";
    bench.answer(200, page);
    bench.answer(200, page);
    Outcome<QList<S3Part>> parts;
    parts.watch(bench.client->parts(bench.object, Id, &bench.owner), &bench.owner);
    QTRY_COMPARE(parts.count, 1);
    QCOMPARE(parts.result->error().kind, ErrorKind::AnswerMalformed);
    QCOMPARE(parts.result->error().code, QStringLiteral("part-number-marker"));
}

void S3SurpriseTest::cancelReachesTheNetwork()
{
    S3Bench bench;
    for (int i = 0; i < 3; ++i)
        bench.services.network.staySilent();
    QList<Call*> calls{
        bench.client->put(bench.object, {"image", {}, {}, nullptr}, Keep, &bench.owner),
        bench.client->head(bench.object, &bench.owner), bench.client->buckets(&bench.owner)};
    QCOMPARE(bench.sentCount(), 3);
    for (Call* call : std::as_const(calls))
        call->cancel();
    QCOMPARE(bench.services.network.cancelled(), 3);
}

void S3SurpriseTest::callsEndWithTheClient()
{
    S3Bench bench;
    bench.services.network.staySilent();
    bench.answer(200, "<ListPartsResult/>"); // on its way when the client ends
    Outcome<S3ObjectFacts> facts;
    Outcome<QList<S3Part>> parts;
    facts.watch(bench.client->head(bench.object, &bench.owner), &bench.owner);
    parts.watch(bench.client->parts(bench.object, Id, &bench.owner), &bench.owner);
    bench.client.reset();
    QTRY_COMPARE(facts.count, 1);
    QCOMPARE(facts.result->error().kind, ErrorKind::Cancelled);
    QTRY_COMPARE(parts.count, 1);
    QCOMPARE(parts.result->error().kind, ErrorKind::Cancelled);
}

} // namespace fuotadesk

using fuotadesk::S3SurpriseTest;
FUOTADESK_TEST(S3SurpriseTest);
#include "s3surprisetest.moc"
