#include "aws/retryingtransport.h"
#include "support/testcase.h"

#include "support/fakes.h"
#include "support/outcome.h"
#include "support/scriptedtransport.h"

#include <QTimer>

#include <memory>

namespace fuotadesk {

using namespace std::chrono_literals;

class RetryingTransportTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void findsTheCause_data();
    void findsTheCause();
    void waitsLongerEachTime_data();
    void waitsLongerEachTime();
    void obeysTheServiceWithinReason_data();
    void obeysTheServiceWithinReason();
    void quotaChargesAndGivesBack();
    void triesThreeTimes();
    void repeatsOnlyWhatIsRepeatable();
    void numbersItsAttempts();
    void tellsOfAnUnsureAttempt_data();
    void tellsOfAnUnsureAttempt();
    void stopsWhenTheQuotaIsUsedUp();
    void cancelWhileWaitingSendsNoMore();
    void cancelReachesTheAttempt();
    void deadTransportCancels();
};

namespace {

Result<HttpResponse> answered(int status, const QByteArray& code = {})
{
    return HttpResponse{status, {{"x-amzn-errortype", code}}, {}};
}

struct Fixture {
    ScriptedTransport network;
    FakeRandom random;
    std::unique_ptr<RetryingTransport> transport =
        std::make_unique<RetryingTransport>(network, random);
    QObject owner;
    Outcome<HttpResponse> outcome;

    Fixture() { random.setUnit(0); } // no waiting

    CallOf<HttpResponse>* send(bool repeatable = true)
    {
        HttpRequest request;
        request.method = "POST";
        request.repeatable = repeatable;
        auto* call = transport->send(request, &owner);
        outcome.watch(call, &owner);
        return call;
    }
};

} // namespace

void RetryingTransportTest::findsTheCause_data()
{
    QTest::addColumn<Result<HttpResponse>>("outcome");
    QTest::addColumn<RetryCause>("cause");
    for (const int status : {200, 204, 302, 400, 403, 404, 409, 501})
        QTest::addRow("%d", status) << answered(status) << RetryCause::None;
    for (const int status : {500, 502, 503, 504})
        QTest::addRow("%d", status) << answered(status) << RetryCause::Transient;
    QTest::newRow("429") << answered(429) << RetryCause::Throttling;
    QTest::newRow("code") << answered(400, "ThrottlingException") << RetryCause::Throttling;
    QTest::newRow("slow down") << answered(503, "SlowDown") << RetryCause::Throttling;
    QTest::newRow("request time-out") << answered(400, "RequestTimeout") << RetryCause::Transient;
    const auto lost = [](const char* name, ErrorKind kind, RetryCause cause) {
        QTest::newRow(name) << Result<HttpResponse>(failure(kind)) << cause;
    };
    lost("lost", ErrorKind::ConnectionLost, RetryCause::Transient);
    lost("timed out", ErrorKind::TimedOut, RetryCause::Transient);
    lost("refused", ErrorKind::ConnectionRefused, RetryCause::Transient);
    lost("host", ErrorKind::HostNotFound, RetryCause::Transient);
    lost("TLS", ErrorKind::TlsFailed, RetryCause::None);
    lost("cancelled", ErrorKind::Cancelled, RetryCause::None);
    lost("too large", ErrorKind::AnswerTooLarge, RetryCause::None);
    lost("credentials", ErrorKind::CredentialsMissing, RetryCause::None);
}

void RetryingTransportTest::findsTheCause()
{
    QFETCH(const Result<HttpResponse>, outcome);
    QTEST(retryCause(outcome), "cause");
}

void RetryingTransportTest::waitsLongerEachTime_data()
{
    QTest::addColumn<RetryCause>("cause");
    QTest::addColumn<int>("attempt");
    QTest::addColumn<double>("unit");
    QTest::addColumn<int>("ms");
    QTest::newRow("first") << RetryCause::Transient << 1 << 1.0 << 50;
    QTest::newRow("second") << RetryCause::Transient << 2 << 1.0 << 100;
    QTest::newRow("half the chance") << RetryCause::Transient << 2 << 0.5 << 50;
    QTest::newRow("throttled") << RetryCause::Throttling << 1 << 1.0 << 1000;
    QTest::newRow("throttled again") << RetryCause::Throttling << 2 << 1.0 << 2000;
    QTest::newRow("bounded") << RetryCause::Throttling << 9 << 1.0 << 20000;
    QTest::newRow("far beyond") << RetryCause::Transient << 60 << 1.0 << 20000;
    QTest::newRow("no luck") << RetryCause::Throttling << 2 << 0.0 << 0;
}

void RetryingTransportTest::waitsLongerEachTime()
{
    QFETCH(const RetryCause, cause);
    QFETCH(const int, attempt);
    QFETCH(const double, unit);
    QFETCH(const int, ms);
    QCOMPARE(retryDelay(cause, attempt, unit, answered(500)).count(), ms);
    QCOMPARE(retryDelay(cause, attempt, unit, failure(ErrorKind::TimedOut)).count(), ms);
}

void RetryingTransportTest::obeysTheServiceWithinReason_data()
{
    QTest::addColumn<QByteArray>("asked");
    QTest::addColumn<int>("ms");
    QTest::newRow("more") << QByteArrayLiteral("1500") << 1500;
    QTest::newRow("less than computed") << QByteArrayLiteral("10") << 50;
    QTest::newRow("too much") << QByteArrayLiteral("90000") << 5050;
    QTest::newRow("negative") << QByteArrayLiteral("-1") << 50;
    QTest::newRow("no number") << QByteArrayLiteral("soon") << 50;
}

void RetryingTransportTest::obeysTheServiceWithinReason()
{
    QFETCH(const QByteArray, asked);
    const Result<HttpResponse> outcome = HttpResponse{500, {{"x-amz-retry-after", asked}}, {}};
    QTEST(int(retryDelay(RetryCause::Transient, 1, 1.0, outcome).count()), "ms");
}

void RetryingTransportTest::quotaChargesAndGivesBack()
{
    RetryQuota quota;
    quota.succeededAfter(RetryCause::None);
    QCOMPARE(quota.left(), 500);
    QVERIFY(quota.take(RetryCause::Transient));
    QCOMPARE(quota.left(), 486);
    QVERIFY(quota.take(RetryCause::Throttling));
    QCOMPARE(quota.left(), 481);
    quota.succeededAfter(RetryCause::Throttling);
    QCOMPARE(quota.left(), 486);
    quota.succeededAfter(RetryCause::None);
    QCOMPARE(quota.left(), 487);
    while (quota.take(RetryCause::Transient)) { }
    QCOMPARE(quota.left(), 487 % 14);
    QVERIFY(quota.take(RetryCause::Throttling));
}

void RetryingTransportTest::triesThreeTimes()
{
    Fixture f;
    for (int attempt = 0; attempt < 3; ++attempt)
        f.network.answer(500);
    f.send();
    QTRY_COMPARE(f.outcome.count, 1);
    QCOMPARE((*f.outcome.result)->status, 500);
    QVERIFY(f.network.isUsedUp());
}

void RetryingTransportTest::repeatsOnlyWhatIsRepeatable()
{
    Fixture f;
    f.network.answer(500);
    f.send(false);
    QTRY_COMPARE(f.outcome.count, 1);
    QCOMPARE(f.network.requests().size(), 1);
}

void RetryingTransportTest::numbersItsAttempts()
{
    Fixture f;
    f.network.answer(429);
    f.network.answer(200);
    f.send();
    QTRY_COMPARE(f.outcome.count, 1);
    const auto header = [&](qsizetype index, const char* name) {
        return headerValue(f.network.requests().at(index).headers, name);
    };
    QCOMPARE(header(0, "amz-sdk-request"), QByteArrayLiteral("attempt=1; max=3"));
    QCOMPARE(header(1, "amz-sdk-request"), QByteArrayLiteral("attempt=2; max=3"));
    QVERIFY(!header(0, "amz-sdk-invocation-id").isEmpty());
    QCOMPARE(header(1, "amz-sdk-invocation-id"), header(0, "amz-sdk-invocation-id"));
}

void RetryingTransportTest::tellsOfAnUnsureAttempt_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("unsure");
    QTest::newRow("server failed") << 500 << true;
    QTest::newRow("throttled") << 429 << false;
    QTest::newRow("connection lost") << 0 << true;
    QTest::newRow("never connected") << -1 << false;
}

void RetryingTransportTest::tellsOfAnUnsureAttempt()
{
    QFETCH(const int, status);
    QFETCH(const bool, unsure);
    Fixture f;
    for (const bool answers : {true, false}) {
        if (status > 0)
            f.network.answer(status);
        else
            f.network.fail(status == 0 ? ErrorKind::ConnectionLost : ErrorKind::ConnectionRefused,
                           status == 0);
        if (answers) {
            f.network.answer(409);
        } else {
            f.network.fail(ErrorKind::ConnectionRefused, false);
            f.network.fail(ErrorKind::ConnectionRefused, false);
        }
    }
    f.send();
    QTRY_COMPARE(f.outcome.count, 1);
    QCOMPARE((*f.outcome.result)->earlierMaybeExecuted, unsure);
    f.send();
    QTRY_COMPARE(f.outcome.count, 2);
    QCOMPARE(f.outcome.result->error().maybeExecuted, unsure);
}

void RetryingTransportTest::stopsWhenTheQuotaIsUsedUp()
{
    Fixture f;
    // 35 retries of 14 tokens; each failing request takes two of them.
    int sent = 0;
    for (int request = 1; request <= 20; ++request) {
        for (int attempt = 0; attempt < 3; ++attempt)
            f.network.answer(500);
        f.send();
        QTRY_COMPARE(f.outcome.count, request);
        if (request == 17)
            sent = int(f.network.requests().size());
    }
    QCOMPARE(sent, 17 * 3);
    QCOMPARE(f.network.requests().size(), 17 * 3 + 2 + 1 + 1);
}

void RetryingTransportTest::cancelWhileWaitingSendsNoMore()
{
    Fixture f;
    f.random.setUnit(0.02); // 20 ms
    f.network.answer(429);
    auto* call = f.send();
    QCoreApplication::sendPostedEvents();
    call->cancel();
    bool isLater = false;
    QTimer::singleShot(100, &f.owner, [&] { isLater = true; });
    QTRY_VERIFY(isLater);
    QCOMPARE(f.outcome.count, 1);
    QCOMPARE(f.outcome.result->error().kind, ErrorKind::Cancelled);
    QCOMPARE(f.network.requests().size(), 1);
}

void RetryingTransportTest::cancelReachesTheAttempt()
{
    Fixture f;
    f.network.staySilent();
    f.send()->cancel();
    QTRY_COMPARE(f.outcome.count, 1);
    QCOMPARE(f.network.cancelled(), 1);
}

void RetryingTransportTest::deadTransportCancels()
{
    Fixture f;
    f.network.answer(500);
    f.send();
    f.transport.reset();
    QTRY_COMPARE(f.outcome.count, 1);
    QCOMPARE(f.outcome.result->error().kind, ErrorKind::Cancelled);
}

} // namespace fuotadesk

using fuotadesk::RetryingTransportTest;
FUOTADESK_TEST(RetryingTransportTest);
#include "retryingtransporttest.moc"
