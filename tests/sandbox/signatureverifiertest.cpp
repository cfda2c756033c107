#include "sandbox/signatureverifier.h"
#include "sandbox/signedcall.h"
#include "support/fakes.h"
#include "support/testcase.h"

using namespace std::chrono_literals;

namespace fuotadesk {

class SignatureVerifierTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void acceptsWhatTheClientSigned_data();
    void acceptsWhatTheClientSigned();
    void acceptsTheReferenceSignatures_data();
    void acceptsTheReferenceSignatures();
    void changedBytesAreRefused_data();
    void changedBytesAreRefused();
    void wrongIdentityIsRefused_data();
    void wrongIdentityIsRefused();
    void badHeaderIsRefused_data();
    void badHeaderIsRefused();
    void clockMayBeFifteenMinutesOff_data();
    void clockMayBeFifteenMinutesOff();
    void expiryTellsTheServersTime();
    void dateOfTheScopeMustMatch();
    void payloadHashIsCheckedWhenSent();
    void emptySignedHeaderMayBeLeftOutByTheServer();

private:
    Served<HeldKey> verified(const HttpCall& call, const TestSigner& expected = {}) const;
    QByteArray refusalOf(const HttpCall& call, const TestSigner& expected = {}) const;

    FakeClock m_clock;
};

namespace {

HttpCall createCall()
{
    return {"POST", "/fuota-tasks", {{"Content-Type", "application/json"}}, "{}"};
}

void setHeader(HttpCall& call, const QByteArray& name, const QByteArray& value)
{
    for (HttpHeader& header : call.headers) {
        if (header.name.compare(name, Qt::CaseInsensitive) == 0)
            header.value = value;
    }
}

} // namespace

Served<HeldKey> SignatureVerifierTest::verified(const HttpCall& call,
                                                const TestSigner& expected) const
{
    FakeRandom random;
    KeyRing keys(m_clock, random);
    keys.add({expected.credentials(), {}, {}});
    return SignatureVerifier(keys, m_clock).signer(call, {"iotwireless", "eu-west-1"});
}

// The code, or nothing when the call is accepted.
QByteArray SignatureVerifierTest::refusalOf(const HttpCall& call, const TestSigner& expected) const
{
    const auto signer = verified(call, expected);
    if (!signer && signer.error().status != 403)
        return "not a 403";
    return signer ? QByteArray() : signer.error().code;
}

void SignatureVerifierTest::acceptsWhatTheClientSigned_data()
{
    QTest::addColumn<HttpCall>("call");
    QTest::newRow("create") << createCall();
    QTest::newRow("get") << HttpCall{"GET", "/fuota-tasks/a%2Fb%20c%25%3A%2B%C3%A9", {}, {}};
    QTest::newRow("list") << HttpCall{
        "GET", "/fuota-tasks?maxResults=2&nextToken=a%2Fb%2Bc%3D", {}, {}};
    QTest::newRow("query unsorted") << HttpCall{"GET", "/fuota-tasks?b=2&a=%7E&a=1", {}, {}};
    QTest::newRow("dot segments") << HttpCall{"GET", "/x/../fuota-tasks/./", {}, {}};
    QTest::newRow("other headers")
        << HttpCall{"DELETE",
                    "/fuota-tasks/x",
                    {{"X-Amz-User-Agent", "aws  sdk"}, {"Amz-Sdk-Request", "attempt=1; max=3"}},
                    {}};
    QTest::newRow("repeated header")
        << HttpCall{"GET", "/fuota-tasks", {{"X-Amz-Meta", "b"}, {"X-Amz-Meta", "a"}}, {}};
}

void SignatureVerifierTest::acceptsWhatTheClientSigned()
{
    QFETCH(HttpCall, call);
    QCOMPARE(refusalOf(TestSigner()(call)), QByteArray());
    TestSigner temporary;
    temporary.sessionToken = "FwoGZXIvYXdzEXAMPLETOKEN//+=";
    temporary.addPayloadHash = true;
    QCOMPARE(refusalOf(temporary(call), temporary), QByteArray());
}

// Recorded from botocore 1.43.67.
void SignatureVerifierTest::acceptsTheReferenceSignatures_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("signature");
    const auto row = [](const char* name, const char* method, const char* target, const char* body,
                        const char* signature) {
        QTest::newRow(name) << QByteArray(method) << QByteArray(target) << QByteArray(body)
                            << QByteArray(signature);
    };
    row("create", "POST", "/fuota-tasks",
        R"({"FirmwareUpdateImage": "s3://b/k", "FirmwareUpdateRole": "arn:aws:iam::123456789012:role/r", )"
        R"("ClientRequestToken": "tok-1", "LoRaWAN": {"RfRegion": "EU868"}})",
        "41d920fc7776e21fbddf4269e9448392a0497245295a9cabf3a243b4f789594c");
    row("list", "GET", "/fuota-tasks?maxResults=250&nextToken=a%2Fb%2Bc%3D", "",
        "be13cbcba76e22a0b42fa3c791ff333a703075ef0fbd40a875a4397a1086fbb3");
    row("delete", "DELETE", "/fuota-tasks/1f2c3d4e-0000-1111-2222-333344445555", "",
        "63c398f153d994392ead1307019f13ac03c08e6f585343593aecdd8a62b0968e");
    row("odd label", "GET", "/fuota-tasks/weird%20id%2Fwith%3Achars", "",
        "7c3bf47ccb13005ae686fb29d0630c3b0ae3e12e3415e39b59f5d3fed609fa50");
}

void SignatureVerifierTest::acceptsTheReferenceSignatures()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, signature);
    const QByteArray names = body.isEmpty() ? "host;x-amz-date" : "content-type;host;x-amz-date";
    const HttpCall call{
        method,
        target,
        {{"Host", "api.iotwireless.eu-west-1.amazonaws.com"},
         {"Content-Type", "application/json"},
         {"X-Amz-Date", "20260102T030405Z"},
         {"Authorization",
          "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260102/eu-west-1/iotwireless/aws4_request, "
          "SignedHeaders="
              + names + ", Signature=" + signature}},
        body};
    QCOMPARE(refusalOf(call), QByteArray());
}

void SignatureVerifierTest::changedBytesAreRefused_data()
{
    QTest::addColumn<HttpCall>("call");
    const HttpCall good = TestSigner()(
        {"POST", "/fuota-tasks/a%2Fb?x=1", {{"Content-Type", "application/json"}}, "{}"});
    const auto row = [&](const char* name, auto change) {
        HttpCall call = good;
        change(call);
        QTest::newRow(name) << call;
    };
    row("method", [](HttpCall& call) { call.method = "PUT"; });
    row("path", [](HttpCall& call) { call.target.replace("a%2Fb", "a/b"); });
    row("query", [](HttpCall& call) { call.target.replace("x=1", "x=2"); });
    row("query added", [](HttpCall& call) { call.target += "&y"; });
    row("body", [](HttpCall& call) { call.body += ' '; });
    row("content type", [](HttpCall& call) { setHeader(call, "content-type", "text/plain"); });
    row("host", [](HttpCall& call) { setHeader(call, "host", "127.0.0.1:8001"); });
    row("time", [](HttpCall& call) { setHeader(call, "x-amz-date", "20260102T030406Z"); });
    row("signature", [](HttpCall& call) {
        QByteArray value = headerValue(call.headers, "authorization");
        value.back() = value.back() == '0' ? '1' : '0';
        setHeader(call, "authorization", value);
    });
    row("signature cut", [](HttpCall& call) {
        setHeader(call, "authorization", headerValue(call.headers, "authorization").chopped(1));
    });
    row("header twice", [](HttpCall& call) {
        call.headers.append(HttpHeader{"host", "127.0.0.1:8000"});
    });
}

void SignatureVerifierTest::changedBytesAreRefused()
{
    QFETCH(HttpCall, call);
    QCOMPARE(refusalOf(call), QByteArray("InvalidSignatureException"));
}

void SignatureVerifierTest::wrongIdentityIsRefused_data()
{
    QTest::addColumn<HttpCall>("call");
    QTest::addColumn<QByteArray>("code");
    const auto row = [](const char* name, const char* code, auto change) {
        TestSigner signer;
        change(signer);
        QTest::newRow(name) << signer(createCall()) << QByteArray(code);
    };
    row("secret", "InvalidSignatureException", [](TestSigner& s) { s.secret += 'x'; });
    row("key id", "UnrecognizedClientException",
        [](TestSigner& s) { s.accessKeyId = "AKIDOTHER"; });
    row("session token", "UnrecognizedClientException",
        [](TestSigner& s) { s.sessionToken = "t"; });
    row("region", "InvalidSignatureException", [](TestSigner& s) { s.region = "us-east-1"; });
    row("service", "InvalidSignatureException", [](TestSigner& s) { s.service = "iot"; });
}

void SignatureVerifierTest::wrongIdentityIsRefused()
{
    QFETCH(HttpCall, call);
    QTEST(refusalOf(call), "code");
}

void SignatureVerifierTest::badHeaderIsRefused_data()
{
    QTest::addColumn<QByteArray>("authorization");
    QTest::addColumn<QByteArray>("code");
    const QByteArray good = headerValue(TestSigner()(createCall()).headers, "authorization");
    const auto row = [](const char* name, const QByteArray& authorization, const char* code) {
        QTest::newRow(name) << authorization << QByteArray(code);
    };
    constexpr auto Incomplete = "IncompleteSignatureException";
    constexpr auto Invalid = "InvalidSignatureException";
    row("none", {}, "MissingAuthenticationTokenException");
    row("empty", "", Incomplete);
    row("basic", "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==", Incomplete);
    row("other algorithm", QByteArray(good).replace("SHA256 ", "SHA512 "), Incomplete);
    row("algorithm alone", "AWS4-HMAC-SHA256", Incomplete);
    row("no signature", good.left(good.lastIndexOf(',')), Incomplete);
    row("no credential", QByteArray(good).replace("Credential=", "Credentials="), Incomplete);
    row("signature twice", good + ", Signature=00", Incomplete);
    row("something more", good + ", More=1", Incomplete);
    row("no equal sign", good + ", x", Incomplete);
    row("four parts", QByteArray(good).replace("/aws4_request", ""), Incomplete);
    row("six parts", QByteArray(good).replace("/aws4_request", "/aws4_request/x"), Incomplete);
    row("other terminator", QByteArray(good).replace("aws4_request", "aws5_request"), Invalid);
    row("capital names", QByteArray(good).replace("host", "Host"), Incomplete);
    row("empty name", QByteArray(good).replace("host;", "host;;"), Incomplete);
    row("without host", QByteArray(good).replace("host;", ""), Invalid);
    row("without the date", QByteArray(good).replace(";x-amz-date", ""), Invalid);
}

void SignatureVerifierTest::badHeaderIsRefused()
{
    QFETCH(QByteArray, authorization);
    HttpCall call = TestSigner()(createCall());
    call.headers.removeLast();
    if (!authorization.isNull())
        call.headers.append(HttpHeader{"Authorization", authorization});
    QTEST(refusalOf(call), "code");
}

void SignatureVerifierTest::clockMayBeFifteenMinutesOff_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QByteArray>("code");
    const QByteArray refused = "InvalidSignatureException";
    QTest::newRow("same") << qint64(0) << QByteArray();
    QTest::newRow("15 minutes behind") << qint64(-900) << QByteArray();
    QTest::newRow("15 minutes ahead") << qint64(900) << QByteArray();
    QTest::newRow("a second more behind") << qint64(-901) << refused;
    QTest::newRow("a second more ahead") << qint64(901) << refused;
}

void SignatureVerifierTest::clockMayBeFifteenMinutesOff()
{
    QFETCH(qint64, seconds);
    TestSigner signer;
    signer.time = m_clock.now().addSecs(seconds);
    QTEST(refusalOf(signer(createCall())), "code");
}

void SignatureVerifierTest::expiryTellsTheServersTime()
{
    TestSigner signer;
    signer.time = m_clock.now().addSecs(-1000);
    QCOMPARE(
        verified(signer(createCall()), signer).error().message,
        QStringLiteral("Signature expired: 20260102T024725Z is now earlier than 20260102T024905Z "
                       "(20260102T030405Z - 15 min.)"));
    signer.time = m_clock.now().addSecs(1000);
    QCOMPARE(verified(signer(createCall()), signer).error().message,
             QStringLiteral("Signature not yet current: 20260102T032045Z is still later than "
                            "20260102T031905Z (20260102T030405Z + 15 min.)"));
}

void SignatureVerifierTest::dateOfTheScopeMustMatch()
{
    HttpCall call = TestSigner()(createCall());
    setHeader(
        call, "authorization",
        QByteArray(headerValue(call.headers, "authorization")).replace("/20260102/", "/20260101/"));
    QCOMPARE(refusalOf(call), QByteArray("InvalidSignatureException"));
    call = TestSigner()(createCall());
    for (const char* timestamp :
         {"", "2026-01-02T03:04:05Z", "20260102T030405", "20261302T030405Z"}) {
        setHeader(call, "x-amz-date", timestamp);
        QCOMPARE(refusalOf(call), QByteArray("IncompleteSignatureException"));
    }
}

void SignatureVerifierTest::payloadHashIsCheckedWhenSent()
{
    TestSigner signer;
    signer.addPayloadHash = true;
    HttpCall call = signer(createCall());
    QCOMPARE(refusalOf(call), QByteArray());
    setHeader(call, "x-amz-content-sha256", "UNSIGNED-PAYLOAD");
    QCOMPARE(refusalOf(call), QByteArray("InvalidSignatureException"));
}

// Some HTTP parsers drop a header without a value; its line in the signature is the same.
void SignatureVerifierTest::emptySignedHeaderMayBeLeftOutByTheServer()
{
    HttpCall call = createCall();
    call.headers.append(HttpHeader{"X-Amz-Meta", ""});
    call = TestSigner()(call);
    call.headers.removeIf([](const HttpHeader& header) { return header.name == "X-Amz-Meta"; });
    QCOMPARE(refusalOf(call), QByteArray());
}

FUOTADESK_TEST(SignatureVerifierTest);

} // namespace fuotadesk

#include "signatureverifiertest.moc"
