#include "console/startoption.h"

#include "support/fakes.h"
#include "support/testcase.h"

namespace fuotadesk {

class StartOptionTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void momentsAreRead_data();
    void momentsAreRead();
    void timesFromNowAreRead_data();
    void timesFromNowAreRead();
    void othersAreWrongUsage_data();
    void othersAreWrongUsage();
    void soonestIsNeverTooSoon();
    void momentIsTooSoonUpToHalfAnHour();
};

void StartOptionTest::momentsAreRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QDateTime>("at");
    const QDateTime noon(QDate(2026, 11, 25), QTime(12, 0), Qt::UTC);
    QTest::newRow("UTC") << QStringLiteral("2026-11-25T12:00:00Z") << noon;
    QTest::newRow("offset") << QStringLiteral("2026-11-25T13:00:00+01:00") << noon;
    QTest::newRow("west") << QStringLiteral("2026-11-25T04:30:00-07:30") << noon;
    QTest::newRow("no seconds") << QStringLiteral("2026-11-25T12:00Z") << noon;
    QTest::newRow("fraction") << QStringLiteral("2026-11-25T12:00:00.250Z") << noon.addMSecs(250);
    QTest::newRow("small letters") << QStringLiteral("2026-11-25t12:00:00z") << noon;
    QTest::newRow("blank") << QStringLiteral("2026-11-25 12:00:00Z") << noon;
}

void StartOptionTest::momentsAreRead()
{
    QFETCH(QString, text);
    const auto start = startOptionFrom(text);
    QVERIFY(start);
    QTEST(start->at, "at");
    QTEST(start->askedAt(FakeClock().now()), "at");
}

void StartOptionTest::timesFromNowAreRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("minutes");
    QTest::newRow("minutes") << QStringLiteral("+45m") << 45;
    QTest::newRow("now") << QStringLiteral("now+45m") << 45;
    QTest::newRow("hours") << QStringLiteral("+2h") << 120;
    QTest::newRow("days") << QStringLiteral("+1d") << 24 * 60;
}

void StartOptionTest::timesFromNowAreRead()
{
    QFETCH(QString, text);
    QFETCH(int, minutes);
    const auto start = startOptionFrom(text);
    QVERIFY(start);
    const QDateTime now = FakeClock().now();
    QCOMPARE(start->askedAt(now), now.addSecs(60 * minutes));
    QVERIFY(!start->isTooSoon(now));
}

void StartOptionTest::othersAreWrongUsage_data()
{
    QTest::addColumn<QString>("text");
    for (const char* text :
         {"", "now", "tomorrow", "12:00", "45m", "+45", "+45s", "+29m", "+0h", "-45m", "+9999999m",
          "2026-11-25", "2026-11-25T12:00:00", "2026-13-25T12:00:00Z", "2026-02-30T12:00:00Z",
          "2026-11-25T25:00:00Z", "2026-11-25T12:00:00+1", " 2026-11-25T12:00:00Z"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void StartOptionTest::othersAreWrongUsage()
{
    QFETCH(QString, text);
    const auto start = startOptionFrom(text);
    QVERIFY(!start);
    QCOMPARE(start.error().kind, ErrorKind::InputInvalid);
    QVERIFY(!start.error().detail.isEmpty());
}

// A request takes its time too.
void StartOptionTest::soonestIsNeverTooSoon()
{
    const QDateTime now = FakeClock().now();
    const QDateTime asked = startOptionFrom(QStringLiteral("+30m"))->askedAt(now);
    QVERIFY(asked >= now.addSecs(31 * 60));
    QVERIFY(asked <= now.addSecs(32 * 60));
}

void StartOptionTest::momentIsTooSoonUpToHalfAnHour()
{
    StartOption start;
    const QDateTime now = FakeClock().now();
    start.at = now.addSecs(30 * 60 - 1);
    QVERIFY(start.isTooSoon(now));
    start.at = now.addSecs(30 * 60);
    QVERIFY(!start.isTooSoon(now));
}

FUOTADESK_TEST(StartOptionTest);

} // namespace fuotadesk

#include "startoptiontest.moc"
