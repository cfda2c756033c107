#include "aws/sigv4.h"
#include "support/testcase.h"

#include "aws/sigv4chunks.h"

namespace fuotadesk {

class SigV4Test : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void derivesThePublishedKey();
    void signsAsRecorded_data();
    void signsAsRecorded();
    void presignsThePublishedExample();
    void signsThePublishedChunks();
    void refusesWhatIsSigned_data();
    void refusesWhatIsSigned();
    void refusesExpiryOutOfRange();
    void canonicalPaths_data();
    void canonicalPaths();
    void leavesProxyHeadersUnsigned();
    void joinsRepeatedHeadersInOrder();
    void verifierListsTheHeadersItself();
};

namespace {

const QByteArray Create =
    QByteArrayLiteral(R"({"FirmwareUpdateImage": "s3://b/k", "FirmwareUpdateRole": )"
                      R"("arn:aws:iam::123456789012:role/r", "ClientRequestToken": "tok-1", )"
                      R"("LoRaWAN": {"RfRegion": "EU868"}})");

Signer exampleSigner(const QByteArray& token = {})
{
    const SigningScope scope{"20260102T030405Z", "eu-west-1", "iotwireless"};
    const Secret secret(QByteArrayLiteral("wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"));
    return {"AKIDEXAMPLE", signingKey(secret, scope), Secret(token), scope};
}

RequestParts exampleParts(const QByteArray& method, const QByteArray& path, const QByteArray& query,
                          const QByteArray& body)
{
    HttpHeaders headers{{"Host", "api.iotwireless.eu-west-1.amazonaws.com"}};
    if (!body.isEmpty())
        headers.append(HttpHeader{"Content-Type", "application/json"});
    return {method, path, query, headers, sha256Hex(body)};
}

// The example of the S3 API reference.
Signer s3Signer()
{
    const SigningScope scope{"20130524T000000Z", "us-east-1", "s3"};
    const Secret secret(QByteArrayLiteral("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"));
    return {"AKIAIOSFODNN7EXAMPLE", signingKey(secret, scope), {}, scope, {false, false}};
}

} // namespace

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-signing-examples.html
void SigV4Test::derivesThePublishedKey()
{
    const Secret key = signingKey(Secret("wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"),
                                  {"20150830T123600Z", "us-east-1", "iam"});
    QCOMPARE(key.reveal().toHex(),
             QByteArrayLiteral("c4afb1cc5771d871763a393e44b703571b55cc28424d1a5e86da6ed3c154a4b9"));
}

void SigV4Test::signsAsRecorded_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QByteArray>("canonicalHash");
    QTest::addColumn<QByteArray>("signature");
    const auto add = [](const char* name, const char* method, const char* path, const char* query,
                        const QByteArray& body, const char* token, const char* hash,
                        const char* signature) {
        QTest::newRow(name) << QByteArray(method) << QByteArray(path) << QByteArray(query) << body
                            << QByteArray(token) << QByteArray(hash) << QByteArray(signature);
    };
    const auto task = "/fuota-tasks/1f2c3d4e-0000-1111-2222-333344445555";
    add("create", "POST", "/fuota-tasks", "", Create, "",
        "6b77473d6a5134974c8e30aedf3e725d6a657c9139fcc1cc26576c87906d701d",
        "41d920fc7776e21fbddf4269e9448392a0497245295a9cabf3a243b4f789594c");
    add("create with a session token", "POST", "/fuota-tasks", "", Create,
        "FwoGZXIvYXdzEXAMPLETOKEN//+=",
        "1f9b67c5d6c41ec85e4df7ea1cdb7de99a74cc6bc08b7a7470c1e6f9a48d506c",
        "56413edadef7b9859ee5700d03a0ff7ba81700325e22aacf40a1141f4889e1a0");
    add("list", "GET", "/fuota-tasks", "maxResults=250&nextToken=a%2Fb%2Bc%3D", {}, "",
        "a6558a3a0e6b8d2efd48d6a72b416fa7bbbcb0010c1a1584a1a84fe17b8dd4b2",
        "be13cbcba76e22a0b42fa3c791ff333a703075ef0fbd40a875a4397a1086fbb3");
    add("repeated parameter", "DELETE", "/tags",
        "resourceArn=arn%3Aaws%3Aiotwireless%3Aeu-west-1%3A123456789012%3AFuotaTask%2F"
        "1f2c3d4e-0000-1111-2222-333344445555&tagKeys=a%20b&tagKeys=c",
        {}, "", "5db503e3fe5e2ab5a1a0e3ebd205432377e63c45f4d7a2a4c6e9fd6c18f0c58d",
        "f6bfeebaf174110528de201c256823b80419a28cf5a5bae1d7b023cb9e26fbdc");
    add("start", "PUT", task, "", R"({"LoRaWAN": {"StartTime": "2026-03-04T05:06:07Z"}})", "",
        "ca2d071ce6ac19236ded7450b6adf0d630378f18d63d0934e87f4e908240e1b9",
        "a741a1fb38aa2d63580851ac9b23a5c53cd3c8df9f85182734e20e6123e8a04a");
    add("delete", "DELETE", task, "", {}, "",
        "98bd08f9e1edf82e2ba97633ef2cbbd4fc0c11627a62af0f2b1482a0d7be3328",
        "63c398f153d994392ead1307019f13ac03c08e6f585343593aecdd8a62b0968e");
    add("encoded label", "GET", "/fuota-tasks/weird%20id%2Fwith%3Achars", "", {}, "",
        "8f9a4b1cfba53dff2bbc18f7b0a90cd9a4889a60ebdf725bf336778d5cf56f67",
        "7c3bf47ccb13005ae686fb29d0630c3b0ae3e12e3415e39b59f5d3fed609fa50");
}

void SigV4Test::signsAsRecorded()
{
    QFETCH(const QByteArray, method);
    QFETCH(const QByteArray, path);
    QFETCH(const QByteArray, query);
    QFETCH(const QByteArray, body);
    QFETCH(const QByteArray, token);
    const auto result =
        signWithHeaders(exampleParts(method, path, query, body), exampleSigner(token));
    QVERIFY(result);
    QTEST(sha256Hex(result->canonicalRequest), "canonicalHash");
    QTEST(result->hex, "signature");
    QVERIFY(headerValue(result->headers, "Authorization").endsWith(", Signature=" + result->hex));
    QCOMPARE(headerValue(result->headers, "X-Amz-Security-Token"), token);
}

// https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html
void SigV4Test::presignsThePublishedExample()
{
    const RequestParts parts{
        "GET", "/test.txt", {}, {{"host", "examplebucket.s3.amazonaws.com"}}, "UNSIGNED-PAYLOAD"};
    const auto result = signWithQuery(parts, s3Signer(), 86400);
    QVERIFY(result);
    QCOMPARE(result->hex,
             QByteArrayLiteral("aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404"));
    QVERIFY(result->query.contains("X-Amz-Signature=" + result->hex));
    QVERIFY(result->query.contains("X-Amz-Expires=86400"));
}

// https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming.html
void SigV4Test::signsThePublishedChunks()
{
    const Signer signer = s3Signer();
    const auto chunk = [&](const QByteArray& previous, qsizetype size) {
        return signatureHex(signer.key,
                            chunkStringToSign(signer.scope, previous, QByteArray(size, 'a')));
    };
    const QByteArray seed("4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9");
    const QByteArray first = chunk(seed, 65536);
    QCOMPARE(first, "ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648");
    const QByteArray second = chunk(first, 1024);
    QCOMPARE(second, "0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497");
    QCOMPARE(chunk(second, 0), "b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9");
    QCOMPARE(chunkHeader(1024, second), "400;chunk-signature=" + second + "\r\n");
}

void SigV4Test::refusesWhatIsSigned_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("query");
    QTest::newRow("Authorization") << QByteArrayLiteral("AUTHORIZATION") << QByteArray();
    QTest::newRow("date") << QByteArrayLiteral("X-Amz-Date") << QByteArray();
    QTest::newRow("hash") << QByteArrayLiteral("x-amz-content-sha256") << QByteArray();
    QTest::newRow("signature") << QByteArrayLiteral("Accept")
                               << QByteArrayLiteral("a=b&X-Amz-Signature=00");
    QTest::newRow("encoded") << QByteArrayLiteral("Accept")
                             << QByteArrayLiteral("X-Amz%2DCredential=A");
}

void SigV4Test::refusesWhatIsSigned()
{
    QFETCH(const QByteArray, header);
    QFETCH(const QByteArray, query);
    RequestParts parts = exampleParts("GET", "/", query, {});
    parts.headers.append({header, "x"});
    for (const auto& result :
         {signWithHeaders(parts, exampleSigner()), signWithQuery(parts, exampleSigner(), 60)}) {
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::InputInvalid);
    }
}

void SigV4Test::refusesExpiryOutOfRange()
{
    const RequestParts parts = exampleParts("GET", "/", {}, {});
    for (const int bad : {-1, 0, 604801})
        QCOMPARE(signWithQuery(parts, exampleSigner(), bad).error().code,
                 QStringLiteral("X-Amz-Expires"));
    for (const int good : {1, 604800})
        QVERIFY(signWithQuery(parts, exampleSigner(), good));
}

void SigV4Test::canonicalPaths_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("others");
    QTest::addColumn<QByteArray>("s3");
    const auto add = [](const char* path, const char* others, const char* s3) {
        QTest::newRow(path) << QByteArray(path) << QByteArray(others) << QByteArray(s3);
    };
    add("", "/", "/");
    add("/", "/", "/");
    add("//", "/", "//");
    add("/a//b/../c/./d", "/a/c/d", "/a//b/../c/./d");
    add("/a/b/", "/a/b/", "/a/b/");
    add("/../..", "/", "/../..");
    add("/a%20b", "/a%2520b", "/a%20b");
    add("/$x", "/%24x", "/$x");
}

void SigV4Test::canonicalPaths()
{
    QFETCH(const QByteArray, path);
    QTEST(canonicalPath(path, {}), "others");
    QTEST(canonicalPath(path, {false, false}), "s3");
}

void SigV4Test::leavesProxyHeadersUnsigned()
{
    HttpHeaders headers{{"Host", "h"}, {"X-B", "1"}, {"x-a", "2"}, {"x-A", "3"}};
    for (const char* name : {"Authorization", "Connection", "Expect", "Keep-Alive",
                             "Proxy-Authenticate", "Proxy-Authorization", "TE", "Trailer",
                             "Transfer-Encoding", "Upgrade", "User-Agent", "X-Amzn-Trace-Id"})
        headers.append(HttpHeader{name, "v"});
    QCOMPARE(headersToSign(headers), (QByteArrayList{"host", "x-a", "x-b"}));
}

void SigV4Test::joinsRepeatedHeadersInOrder()
{
    const HttpHeaders headers{{"A", " z \t z "}, {"b", "1"}, {"a", "\"y   y\""}, {"a", "x\r\n  x"}};
    const QByteArray text = canonicalRequest({"GET", "/", {}, headers, "hash"}, {"a", "b"});
    QCOMPARE(text, QByteArrayLiteral("GET\n/\n\na:z z,\"y y\",x x\nb:1\n\na;b\nhash"));
}

// The far end takes the names and their order from the Authorization header.
void SigV4Test::verifierListsTheHeadersItself()
{
    const HttpHeaders headers{{"Host", "h"}, {"User-Agent", "u"}, {"X-Other", "o"}};
    const QByteArray text =
        canonicalRequest({"GET", "/a%2Fb", "b=2&a=1", headers, "hash"}, {"host", "user-agent"});
    QCOMPARE(
        text,
        QByteArrayLiteral("GET\n/a%252Fb\na=1&b=2\nhost:h\nuser-agent:u\n\nhost;user-agent\nhash"));
}

} // namespace fuotadesk

using fuotadesk::SigV4Test;
FUOTADESK_TEST(SigV4Test);
#include "sigv4test.moc"
