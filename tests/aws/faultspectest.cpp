#include "aws/faultspec.h"
#include "support/testcase.h"

using namespace std::chrono_literals;

namespace fuotadesk {

class FaultSpecTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void eachKindIsRead_data();
    void eachKindIsRead();
    void wrongPartIsNamed_data();
    void wrongPartIsNamed();
    void textReadsBack();
};

void FaultSpecTest::eachKindIsRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<FaultSpec>("fault");
    const auto row = [](const char* text, const FaultSpec& fault) {
        QTest::newRow(text) << QString::fromLatin1(text) << fault;
    };
    row("latency=200ms", {FaultKind::Latency, 1, 200ms, {}});
    row("latency=1.5s", {FaultKind::Latency, 1, 1500ms, {}});
    row("latency=60s", {FaultKind::Latency, 1, 60s, {}});
    row("reset=0.01", {FaultKind::Reset, 0.01, 0ms, {}});
    row("429=0.05", {FaultKind::TooManyRequests, 0.05, 0ms, {}});
    row("500=1", {FaultKind::ServerError, 1, 0ms, {}});
    row("truncate=0", {FaultKind::Truncate, 0, 0ms, {}});
    row("lost=.5:CreateFuotaTask", {FaultKind::Lost, 0.5, 0ms, QStringLiteral("CreateFuotaTask")});
    row("500=1:ListObjectsV2", {FaultKind::ServerError, 1, 0ms, QStringLiteral("ListObjectsV2")});
    row("latency=0ms:GetFuotaTask", {FaultKind::Latency, 1, 0ms, QStringLiteral("GetFuotaTask")});
}

void FaultSpecTest::eachKindIsRead()
{
    QFETCH(QString, text);
    QFETCH(FaultSpec, fault);
    const auto read = parseFault(text);
    QVERIFY(read);
    QCOMPARE(*read, fault);
}

void FaultSpecTest::wrongPartIsNamed_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("part");
    const auto row = [](const char* text, const char* part) {
        QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(part);
    };
    row("", "");
    row("fire=0.1", "fire");
    row("=0.1", "=0.1");
    row("reset", "reset");
    row("reset=", "reset=");
    row("reset=1.1", "1.1");
    row("reset=-0.1", "-0.1");
    row("reset=nan", "nan");
    row("reset=1e-2", "1e-2");
    row("reset=50%", "50%");
    row("latency=200", "200");
    row("latency=ms", "ms");
    row("latency=-1ms", "-1ms");
    row("latency=61s", "61s");
    row("latency=2m", "2m");
    row("429=0.1:", "429=0.1:");
    row("429=0.1:Get Task", "Get Task");
    row("429=0.1:A:B", "A:B");
}

void FaultSpecTest::wrongPartIsNamed()
{
    QFETCH(QString, text);
    const auto read = parseFault(text);
    QVERIFY(!read);
    QCOMPARE(read.error().kind, ErrorKind::InputInvalid);
    QTEST(read.error().code, "part");
}

void FaultSpecTest::textReadsBack()
{
    for (const char* text : {"latency=200ms", "reset=0.01", "429=0.05:GetFuotaTask", "500=1",
                             "truncate=0", "lost=0.00001"})
        QCOMPARE(faultText(*parseFault(QString::fromLatin1(text))), QString::fromLatin1(text));
}

FUOTADESK_TEST(FaultSpecTest);

} // namespace fuotadesk

#include "faultspectest.moc"
