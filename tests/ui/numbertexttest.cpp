#include "text/numbertext.h"

#include "support/testcase.h"

#include <QLocale>
#include <QTimeZone>

namespace fuotadesk {

class NumberTextTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void bytesStandBesideKib_data();
    void bytesStandBesideKib();
    void durationsHaveTwoUnits_data();
    void durationsHaveTwoUnits();
    void timesNameTheirZone();
    void agesAreRound();

private:
    QLocale m_before;
};

void NumberTextTest::initTestCase()
{
    m_before = QLocale();
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
}

void NumberTextTest::cleanupTestCase()
{
    QLocale::setDefault(m_before);
}

void NumberTextTest::bytesStandBesideKib_data()
{
    QTest::addColumn<qint64>("bytes");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << qint64(0) << QStringLiteral("0 bytes");
    QTest::newRow("one") << qint64(1) << QStringLiteral("1 byte");
    QTest::newRow("below") << qint64(1023) << QStringLiteral("1,023 bytes");
    QTest::newRow("whole") << qint64(102400) << QStringLiteral("102,400 bytes (100 KiB)");
    QTest::newRow("part") << qint64(1536) << QStringLiteral("1,536 bytes (1.5 KiB)");
    QTest::newRow("large") << qint64(10485760) << QStringLiteral("10,485,760 bytes (10,240 KiB)");
}

void NumberTextTest::bytesStandBesideKib()
{
    QFETCH(qint64, bytes);
    QTEST(bytesText(bytes), "text");
}

void NumberTextTest::durationsHaveTwoUnits_data()
{
    QTest::addColumn<qint64>("ms");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << qint64(0) << QStringLiteral("0 s");
    QTest::newRow("negative") << qint64(-5) << QStringLiteral("0 s");
    QTest::newRow("tenth") << qint64(677) << QStringLiteral("0.7 s");
    QTest::newRow("whole seconds") << qint64(45000) << QStringLiteral("45 s");
    QTest::newRow("no 60.0 s") << qint64(59960) << QStringLiteral("1 min 00 s");
    QTest::newRow("minutes") << qint64(605000) << QStringLiteral("10 min 05 s");
    QTest::newRow("no 60 min") << qint64(3599600) << QStringLiteral("1 h 00 min");
    QTest::newRow("1098 fragments of 7 s") << qint64(7686000) << QStringLiteral("2 h 08 min");
    QTest::newRow("no 24 h") << qint64(86399000) << QStringLiteral("1 d 0 h");
    QTest::newRow("days") << qint64(3 * 86400000 + 4 * 3600000) << QStringLiteral("3 d 4 h");
}

void NumberTextTest::durationsHaveTwoUnits()
{
    QFETCH(qint64, ms);
    QTEST(durationText(std::chrono::milliseconds(ms)), "text");
}

void NumberTextTest::timesNameTheirZone()
{
    const QDateTime time(QDate(2026, 1, 2), QTime(3, 4, 5), Qt::UTC);
    QCOMPARE(utcTimeText(time), QStringLiteral("2 Jan 2026 03:04 UTC"));
    QVERIFY(localTimeText(time).endsWith(time.toLocalTime().timeZoneAbbreviation()));
    QVERIFY(localTimeText(QDateTime()).isEmpty());
    QVERIFY(utcTimeText(QDateTime()).isEmpty());
}

void NumberTextTest::agesAreRound()
{
    const QDateTime time(QDate(2026, 1, 2), QTime(3, 4, 5), Qt::UTC);
    QCOMPARE(ageText(time, time.addSecs(59)), QStringLiteral("just now"));
    QCOMPARE(ageText(time, time.addSecs(-30)), QStringLiteral("just now"));
    QCOMPARE(ageText(time, time.addSecs(185)), QStringLiteral("3 min ago"));
    QCOMPARE(ageText(time, time.addSecs(7680)), QStringLiteral("2 h 08 min ago"));
}

FUOTADESK_TEST(NumberTextTest);

} // namespace fuotadesk

#include "numbertexttest.moc"
