#include "aws/providerdouble.h"
#include "aws/signingtransport.h"
#include "aws/timestamps.h"
#include "support/testcase.h"

#include "support/fakes.h"
#include "support/outcome.h"
#include "support/scriptedtransport.h"

namespace fuotadesk {

class S3SigningTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void signsAsDocumented_data();
    void signsAsDocumented();
    void pathIsSignedAsSent();
    void wordlessRefusalMayBeAboutTheClock_data();
    void wordlessRefusalMayBeAboutTheClock();
    void wordlessRefusalMayBeAboutTheToken_data();
    void wordlessRefusalMayBeAboutTheToken();
};

namespace {

HttpRequest requestTo(const QByteArray& method, const QByteArray& url)
{
    HttpRequest request;
    request.method = method;
    request.url = QUrl::fromEncoded(url, QUrl::StrictMode);
    return request;
}

// With the keys, the day and the region of the examples.
struct Bench {
    ScriptedTransport network;
    FakeClock clock;
    Credentials keys{QStringLiteral("AKIAIOSFODNN7EXAMPLE"),
                     Secret("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"),
                     {}};
    SigningTransport transport{network, keys, QStringLiteral("us-east-1"), clock, "s3"};
    QObject owner;
    Outcome<HttpResponse> outcome;

    Bench()
    {
        clock.set(QDateTime(QDate(2013, 5, 24), QTime(0, 0), Qt::UTC));
        network.answer(200);
    }

    void send(const HttpRequest& request)
    {
        outcome.watch(transport.send(request, &owner), &owner);
    }

    QByteArray sent(const QByteArray& header) const
    {
        return headerValue(network.requests().first().headers, header);
    }

    QByteArray signature() const
    {
        const QByteArray text = sent("Authorization");
        return text.mid(text.lastIndexOf('=') + 1);
    }
};

} // namespace

// https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html
void S3SigningTest::signsAsDocumented_data()
{
    QTest::addColumn<HttpRequest>("request");
    QTest::addColumn<QByteArray>("hash");
    QTest::addColumn<QByteArray>("signature");

    const QByteArray nothing = sha256Hex({});
    HttpRequest get = requestTo("GET", "https://examplebucket.s3.amazonaws.com/test.txt");
    get.headers = {{"Range", "bytes=0-9"}};
    QTest::newRow("an object")
        << get << nothing
        << QByteArray("f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41");

    HttpRequest put = requestTo("PUT", "https://examplebucket.s3.amazonaws.com/test%24file.text");
    put.headers = {{"Date", "Fri, 24 May 2013 00:00:00 GMT"},
                   {"x-amz-storage-class", "REDUCED_REDUNDANCY"}};
    put.body = "Welcome to Amazon S3.";
    QTest::newRow("a key that is encoded")
        << put << sha256Hex(put.body)
        << QByteArray("98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd");

    QTest::newRow("a list")
        << requestTo("GET", "https://examplebucket.s3.amazonaws.com/?max-keys=2&prefix=J")
        << nothing
        << QByteArray("34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7");
}

void S3SigningTest::signsAsDocumented()
{
    QFETCH(HttpRequest, request);
    Bench bench;
    bench.send(request);
    QTRY_COMPARE(bench.outcome.count, 1);
    QTEST(bench.sent("x-amz-content-sha256"), "hash");
    QTEST(bench.signature(), "signature");
}

void S3SigningTest::pathIsSignedAsSent()
{
    const QByteArray path = "/bucket/a//b%20c%2Bd%25";
    Bench bench;
    bench.send(requestTo("GET", "https://s3.amazonaws.com" + path));
    QTRY_COMPARE(bench.outcome.count, 1);
    const QByteArray text =
        canonicalRequest({"GET",
                          path,
                          {},
                          {{"Host", "s3.amazonaws.com"},
                           {"X-Amz-Content-Sha256", sha256Hex({})},
                           {"X-Amz-Date", "20130524T000000Z"}},
                          sha256Hex({})},
                         {"host", "x-amz-content-sha256", "x-amz-date"}, {false, false});
    const SigningScope scope{"20130524T000000Z", "us-east-1", "s3"};
    const QByteArray signature =
        signatureHex(signingKey(bench.keys.secretAccessKey, scope), stringToSign(scope, text));
    QCOMPARE(bench.signature(), signature);
    QVERIFY(text.startsWith("GET\n" + path + '\n'));
}

void S3SigningTest::wordlessRefusalMayBeAboutTheClock_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<int>("seconds");
    QTest::addColumn<qsizetype>("requests");
    QTest::newRow("HEAD, an hour off") << QByteArray("HEAD") << 3600 << qsizetype(2);
    QTest::newRow("HEAD, on time") << QByteArray("HEAD") << 3 << qsizetype(1);
    QTest::newRow("GET") << QByteArray("GET") << 3600 << qsizetype(1);
}

void S3SigningTest::wordlessRefusalMayBeAboutTheClock()
{
    QFETCH(const QByteArray, method);
    QFETCH(const int, seconds);
    ScriptedTransport network;
    FakeClock clock;
    const QDateTime theirs = clock.now().addSecs(seconds);
    network.answer(403, {}, {{"Date", httpDateText(theirs)}});
    network.answer(200);
    SigningTransport transport(network, Bench().keys, QStringLiteral("us-east-1"), clock, "s3");
    QObject owner;
    Outcome<HttpResponse> outcome;
    outcome.watch(transport.send(requestTo(method, "https://s3.amazonaws.com/bucket/key"), &owner),
                  &owner);
    QTRY_COMPARE(outcome.count, 1);
    QTEST(network.requests().size(), "requests");
    if (network.requests().size() > 1)
        QCOMPARE(headerValue(network.requests().at(1).headers, "x-amz-date"), amzTimestamp(theirs));
}

void S3SigningTest::wordlessRefusalMayBeAboutTheToken_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<HttpHeaders>("headers");
    QTest::addColumn<qsizetype>("requests");
    const HttpHeaders elsewhere{{"x-amz-bucket-region", "eu-north-1"}};
    QTest::newRow("HEAD") << QByteArray("HEAD") << QByteArray("t") << HttpHeaders() << qsizetype(2);
    QTest::newRow("another region")
        << QByteArray("HEAD") << QByteArray("t") << elsewhere << qsizetype(1);
    QTest::newRow("without a token")
        << QByteArray("HEAD") << QByteArray() << HttpHeaders() << qsizetype(1);
    QTest::newRow("GET") << QByteArray("GET") << QByteArray("t") << HttpHeaders() << qsizetype(1);
}

void S3SigningTest::wordlessRefusalMayBeAboutTheToken()
{
    QFETCH(const QByteArray, method);
    QFETCH(const QByteArray, token);
    QFETCH(const HttpHeaders, headers);
    ScriptedTransport network;
    network.answer(400, {}, headers);
    network.answer(200);
    const FakeClock clock;
    const auto provider = std::make_shared<ProviderDouble>();
    provider->kept = Credentials{QStringLiteral("ASIAENDED"), Secret("s"), Secret(token)};
    SigningTransport transport(network, provider, QStringLiteral("us-east-1"), clock, "s3");
    QObject owner;
    Outcome<HttpResponse> outcome;
    outcome.watch(transport.send(requestTo(method, "https://s3.amazonaws.com/bucket/key"), &owner),
                  &owner);
    QTRY_COMPARE(outcome.count, 1);
    QTEST(network.requests().size(), "requests");
    QCOMPARE(provider->discarded.size(), network.requests().size() - 1);
}

} // namespace fuotadesk

using fuotadesk::S3SigningTest;
FUOTADESK_TEST(S3SigningTest);
#include "s3signingtest.moc"
