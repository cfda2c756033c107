#include "fuota/starttime.h"
#include "support/testcase.h"

namespace fuotadesk {

class StartTimeTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void wallClockBecomesUtc_data();
    void wallClockBecomesUtc();
    void soonestIsTakenByTheService();
};

namespace {

QDateTime utc(const char* text)
{
    return QDateTime::fromString(QLatin1String(text), Qt::ISODate);
}

} // namespace

void StartTimeTest::wallClockBecomesUtc_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QString>("local");
    QTest::addColumn<StartTime>("expected");
    const auto row = [](const char* name, const char* zone, const char* local,
                        const StartTime& expected) {
        QTest::newRow(name) << QByteArray(zone) << QString::fromLatin1(local) << expected;
    };
    using enum StartProblem;
    row("UTC", "UTC", "2026-11-24T12:00", {utc("2026-11-24T12:00:00Z"), None, false});
    row("winter", "Europe/Berlin", "2026-11-24T12:00", {utc("2026-11-24T11:00:00Z"), None, false});
    row("half an hour", "Asia/Kolkata", "2026-11-24T20:00",
        {utc("2026-11-24T14:30:00Z"), None, false});
    // 2027-03-28 02:00 to 03:00 is left out in Berlin; 2027-10-31 02:00 to 03:00 comes twice.
    row("gap", "Europe/Berlin", "2027-03-28T02:30", {{}, DoesNotExist, false});
    row("end of the gap", "Europe/Berlin", "2027-03-28T03:00",
        {utc("2027-03-28T01:00:00Z"), None, false});
    row("before the gap", "Europe/Berlin", "2027-03-28T01:59",
        {utc("2027-03-28T00:59:00Z"), None, false});
    row("twice", "Europe/Berlin", "2027-10-31T02:30", {utc("2027-10-31T00:30:00Z"), None, true});
    row("after twice", "Europe/Berlin", "2027-10-31T03:00",
        {utc("2027-10-31T02:00:00Z"), None, false});
    row("gap elsewhere", "America/New_York", "2027-03-14T02:15", {{}, DoesNotExist, false});
    row("29 minutes", "UTC", "2026-11-24T10:29", {utc("2026-11-24T10:29:00Z"), TooSoon, false});
    row("30 minutes", "UTC", "2026-11-24T10:30", {utc("2026-11-24T10:30:00Z"), None, false});
    row("past", "Europe/Berlin", "2026-11-24T10:45", {utc("2026-11-24T09:45:00Z"), TooSoon, false});
}

void StartTimeTest::wallClockBecomesUtc()
{
    QFETCH(QByteArray, zone);
    QFETCH(QString, local);
    QFETCH(StartTime, expected);
    const QDateTime wall = QDateTime::fromString(local, Qt::ISODate);
    const QTimeZone named(zone);
    QVERIFY(named.isValid());
    const StartTime start =
        startTimeOf(wall.date(), wall.time(), named, utc("2026-11-24T10:00:00Z"));
    QCOMPARE(start.utc, expected.utc);
    QCOMPARE(start.problem, expected.problem);
    QCOMPARE(start.comesTwice, expected.comesTwice);
}

void StartTimeTest::soonestIsTakenByTheService()
{
    for (const char* now :
         {"2026-11-24T10:00:00Z", "2026-11-24T10:00:01Z", "2026-11-24T10:00:59Z"}) {
        const QDateTime soonest = soonestStart(utc(now));
        QCOMPARE(soonest.time().second(), 0);
        QVERIFY(utc(now).secsTo(soonest) >= 31 * 60);
        QVERIFY(utc(now).secsTo(soonest) < 32 * 60);
        QCOMPARE(startTimeOf(soonest.date(), soonest.time(), QTimeZone::utc(), utc(now)).problem,
                 StartProblem::None);
    }
}

} // namespace fuotadesk

using fuotadesk::StartTimeTest;
FUOTADESK_TEST(StartTimeTest);
#include "starttimetest.moc"
