#include "aws/signingtransport.h"
#include "support/testcase.h"

#include "aws/providerdouble.h"
#include "aws/timestamps.h"
#include "support/fakes.h"
#include "support/outcome.h"
#include "support/scriptedtransport.h"

#include <memory>

namespace fuotadesk {

class SigningTransportTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void signsAsRecorded();
    void signsThePortOfTheHost();
    void sendsTheSessionToken();
    void refusesWithoutCredentials();
    void signsEachDayAnew();
    void correctsTheClockOnce_data();
    void correctsTheClockOnce();
    void keepsTheOffset();
    void doesNotGoRoundInCircles();
    void leavesASmallOffsetAlone();
    void cancelReachesTheNetwork();
    void deadTransportCancels();
    void waitsForCredentials();
    void credentialsThatCanNotBeHadAreSaid();
    void obtainsOthersOnceTheseHaveEnded();
    void fixedOnesThatEndedAreNotTriedAgain();
    void cancelReachesWhoeverObtains();
};

namespace {

const QByteArray Refusal = QByteArrayLiteral(
    R"({"message":"Signature expired: 20260102T030405Z is now earlier than 20260102T040405Z"})");

struct Fixture {
    ScriptedTransport network;
    FakeClock clock;
    Credentials credentials{
        QStringLiteral("AKIDEXAMPLE"), Secret("wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"), {}};
    std::unique_ptr<SigningTransport> transport;
    QObject owner;
    Outcome<HttpResponse> outcome;

    CallOf<HttpResponse>*
    send(const QByteArray& url = "https://api.iotwireless.eu-west-1.amazonaws.com/fuota-tasks/"
                                 "weird%20id%2Fwith%3Achars")
    {
        if (!transport)
            transport = std::make_unique<SigningTransport>(network, credentials,
                                                           QStringLiteral("eu-west-1"), clock);
        HttpRequest request;
        request.method = "GET";
        request.url = QUrl::fromEncoded(url, QUrl::StrictMode);
        auto* call = transport->send(request, &owner);
        outcome.watch(call, &owner);
        return call;
    }

    QByteArray sent(qsizetype index, const QByteArray& header) const
    {
        return headerValue(network.requests().at(index).headers, header);
    }

    HttpHeaders refusalHeaders(int seconds) const
    {
        return {{"x-amzn-ErrorType", "InvalidSignatureException"},
                {"Date", httpDateText(clock.now().addSecs(seconds))}};
    }
};

struct ProvidedFixture : Fixture {
    std::shared_ptr<ProviderDouble> provider = std::make_shared<ProviderDouble>();

    ProvidedFixture()
    {
        transport = std::make_unique<SigningTransport>(network, provider,
                                                       QStringLiteral("eu-west-1"), clock);
    }
};

const QByteArray Ended =
    QByteArrayLiteral(R"({"message":"The security token included in the request is expired"})");
const HttpHeaders EndedHeaders{{"x-amzn-ErrorType", "ExpiredTokenException"}};

} // namespace

void SigningTransportTest::signsAsRecorded()
{
    Fixture f;
    f.network.answer(200, "{}");
    f.send();
    QTRY_COMPARE(f.outcome.count, 1);
    QCOMPARE(f.sent(0, "Authorization"),
             QByteArrayLiteral(
                 "AWS4-HMAC-SHA256 "
                 "Credential=AKIDEXAMPLE/20260102/eu-west-1/iotwireless/aws4_request, "
                 "SignedHeaders=host;x-amz-date, "
                 "Signature=7c3bf47ccb13005ae686fb29d0630c3b0ae3e12e3415e39b59f5d3fed609fa50"));
    QCOMPARE(f.sent(0, "X-Amz-Date"), QByteArrayLiteral("20260102T030405Z"));
    QCOMPARE(f.sent(0, "Host"), QByteArray()); // the network layer writes it
}

void SigningTransportTest::signsThePortOfTheHost()
{
    Fixture f;
    f.network.answer(200, "{}");
    f.send("http://127.0.0.1:8080/fuota-tasks");
    const QByteArray text =
        canonicalRequest({"GET",
                          "/fuota-tasks",
                          {},
                          {{"Host", "127.0.0.1:8080"}, {"X-Amz-Date", "20260102T030405Z"}},
                          sha256Hex({})},
                         {"host", "x-amz-date"});
    const SigningScope scope{"20260102T030405Z", "eu-west-1", "iotwireless"};
    const QByteArray signature =
        signatureHex(signingKey(f.credentials.secretAccessKey, scope), stringToSign(scope, text));
    QVERIFY(f.sent(0, "Authorization").endsWith(signature));
    QTRY_COMPARE(f.outcome.count, 1);
}

void SigningTransportTest::sendsTheSessionToken()
{
    Fixture f;
    f.credentials.sessionToken = Secret("token//+=");
    f.network.answer(200, "{}");
    f.send();
    QCOMPARE(f.sent(0, "X-Amz-Security-Token"), QByteArrayLiteral("token//+="));
    QVERIFY(f.sent(0, "Authorization").contains("host;x-amz-date;x-amz-security-token"));
    QTRY_COMPARE(f.outcome.count, 1);
}

void SigningTransportTest::refusesWithoutCredentials()
{
    Fixture f;
    f.credentials.secretAccessKey = {};
    f.send();
    QCOMPARE(f.outcome.count, 0);
    QTRY_COMPARE(f.outcome.count, 1);
    QCOMPARE(f.outcome.result->error().kind, ErrorKind::CredentialsMissing);
    QVERIFY(f.network.requests().isEmpty());
}

void SigningTransportTest::signsEachDayAnew()
{
    Fixture f;
    f.network.answer(200);
    f.network.answer(200);
    f.send();
    f.clock.advance(std::chrono::hours(24));
    f.send();
    QVERIFY(f.sent(1, "Authorization").contains("/20260103/"));
    const QByteArray text = canonicalRequest(
        {"GET",
         "/fuota-tasks/weird%20id%2Fwith%3Achars",
         {},
         {{"Host", "api.iotwireless.eu-west-1.amazonaws.com"}, {"X-Amz-Date", "20260103T030405Z"}},
         sha256Hex({})},
        {"host", "x-amz-date"});
    const SigningScope scope{"20260103T030405Z", "eu-west-1", "iotwireless"};
    const QByteArray signature =
        signatureHex(signingKey(f.credentials.secretAccessKey, scope), stringToSign(scope, text));
    QVERIFY(f.sent(1, "Authorization").endsWith(signature));
    QTRY_COMPARE(f.outcome.count, 2);
}

void SigningTransportTest::correctsTheClockOnce_data()
{
    QTest::addColumn<int>("seconds");
    QTest::addColumn<QByteArray>("date");
    QTest::newRow("ours is behind") << 3600 << QByteArrayLiteral("20260102T040405Z");
    QTest::newRow("ours is ahead") << -3600 << QByteArrayLiteral("20260102T020405Z");
    QTest::newRow("just over four minutes") << 241 << QByteArrayLiteral("20260102T030806Z");
}

void SigningTransportTest::correctsTheClockOnce()
{
    QFETCH(const int, seconds);
    Fixture f;
    f.network.answer(403, Refusal, f.refusalHeaders(seconds));
    f.network.answer(200, "{}");
    f.send();
    QTRY_COMPARE(f.outcome.count, 1);
    QCOMPARE((*f.outcome.result)->status, 200);
    QTEST(f.sent(1, "X-Amz-Date"), "date");
    QVERIFY(f.sent(1, "Authorization") != f.sent(0, "Authorization"));
}

void SigningTransportTest::keepsTheOffset()
{
    Fixture f;
    f.network.answer(403, Refusal, f.refusalHeaders(3600));
    f.network.answer(200);
    f.network.answer(200);
    f.send();
    QTRY_COMPARE(f.outcome.count, 1);
    f.send();
    QTRY_COMPARE(f.outcome.count, 2);
    QCOMPARE(f.sent(2, "X-Amz-Date"), QByteArrayLiteral("20260102T040405Z"));
}

void SigningTransportTest::doesNotGoRoundInCircles()
{
    Fixture f;
    f.network.answer(403, Refusal, f.refusalHeaders(3600));
    f.network.answer(403, Refusal, f.refusalHeaders(-3600));
    f.send();
    QTRY_COMPARE(f.outcome.count, 1);
    QCOMPARE((*f.outcome.result)->status, 403);
    QCOMPARE(f.network.requests().size(), 2);
}

void SigningTransportTest::leavesASmallOffsetAlone()
{
    Fixture f;
    f.network.answer(403, Refusal, f.refusalHeaders(240));
    f.send();
    QTRY_COMPARE(f.outcome.count, 1);
    QCOMPARE((*f.outcome.result)->status, 403);
    QCOMPARE(f.network.requests().size(), 1);
}

void SigningTransportTest::cancelReachesTheNetwork()
{
    Fixture f;
    f.network.staySilent();
    f.send()->cancel();
    QTRY_COMPARE(f.outcome.count, 1);
    QCOMPARE(f.outcome.result->error().kind, ErrorKind::Cancelled);
    QCOMPARE(f.network.cancelled(), 1);
}

void SigningTransportTest::deadTransportCancels()
{
    Fixture f;
    f.network.answer(403, Refusal, f.refusalHeaders(3600));
    f.send();
    f.transport.reset();
    QTRY_COMPARE(f.outcome.count, 1);
    QCOMPARE(f.outcome.result->error().kind, ErrorKind::Cancelled);
    QCOMPARE(f.network.requests().size(), 1);
}

void SigningTransportTest::waitsForCredentials()
{
    ProvidedFixture f;
    f.network.answer(200, "{}");
    f.send();
    QVERIFY(f.network.requests().isEmpty());
    QTRY_COMPARE(f.outcome.count, 1);
    QVERIFY(f.outcome.result->has_value());
    QVERIFY(f.sent(0, "Authorization").contains("Credential=ASIANEXT/"));
    QCOMPARE(f.sent(0, "X-Amz-Security-Token"), QByteArrayLiteral("t"));
}

// Whatever became of the sign-in's own request: this one was not sent.
void SigningTransportTest::credentialsThatCanNotBeHadAreSaid()
{
    ProvidedFixture f;
    Error lost;
    lost.kind = ErrorKind::ConnectionLost;
    lost.maybeExecuted = true;
    f.provider->next = failure(lost);
    f.send();
    QTRY_COMPARE(f.outcome.count, 1);
    QCOMPARE(f.outcome.result->error().kind, ErrorKind::ConnectionLost);
    QVERIFY(!f.outcome.result->error().maybeExecuted);
    QVERIFY(f.network.requests().isEmpty());
}

void SigningTransportTest::obtainsOthersOnceTheseHaveEnded()
{
    ProvidedFixture f;
    f.provider->kept = f.credentials;
    f.network.answer(403, Ended, EndedHeaders);
    f.network.answer(403, Ended, EndedHeaders);
    f.send();
    QTRY_COMPARE(f.outcome.count, 1);
    QCOMPARE(f.outcome.result->value().status, 403); // the second refusal stands
    QCOMPARE(f.network.requests().size(), 2);
    QVERIFY(f.sent(0, "Authorization").contains("Credential=AKIDEXAMPLE/"));
    QVERIFY(f.sent(1, "Authorization").contains("Credential=ASIANEXT/"));
    QCOMPARE(f.provider->obtained, 1);
    QCOMPARE(f.provider->discarded, QStringList{QStringLiteral("AKIDEXAMPLE")});
}

void SigningTransportTest::fixedOnesThatEndedAreNotTriedAgain()
{
    Fixture f;
    f.network.answer(403, Ended, EndedHeaders);
    f.send();
    QTRY_COMPARE(f.outcome.count, 1);
    QCOMPARE(f.network.requests().size(), 1);
}

void SigningTransportTest::cancelReachesWhoeverObtains()
{
    ProvidedFixture f;
    f.provider->silent = true;
    auto* call = f.send();
    call->cancel();
    QTRY_COMPARE(f.outcome.count, 1);
    QCOMPARE(f.outcome.result->error().kind, ErrorKind::Cancelled);
    QCOMPARE(f.provider->cancelled, 1);
}

} // namespace fuotadesk

using fuotadesk::SigningTransportTest;
FUOTADESK_TEST(SigningTransportTest);
#include "signingtransporttest.moc"
