#include "account/loglevels.h"
#include "support/testcase.h"

namespace fuotadesk {

class LogLevelsTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void kindsAreApart();
    void noMoreThanTwoHundred();
};

void LogLevelsTest::kindsAreApart()
{
    LogLevels levels;
    const QString id = QStringLiteral("id");
    QVERIFY(levels.put(QStringLiteral("FuotaTask"), id, QStringLiteral("INFO")));
    QVERIFY(!levels.get(QStringLiteral("WirelessDevice"), id));
    QCOMPARE(*levels.get(QStringLiteral("FuotaTask"), id), QStringLiteral("INFO"));
}

void LogLevelsTest::noMoreThanTwoHundred()
{
    LogLevels levels;
    const QString type = QStringLiteral("WirelessDevice");
    for (int i = 0; i < 200; ++i)
        QVERIFY(levels.put(type, QString::number(i), QStringLiteral("INFO")));
    const auto refused = levels.put(type, QStringLiteral("more"), QStringLiteral("INFO"));
    QVERIFY(!refused);
    QCOMPARE(refused.error().status, 400);
    QVERIFY(levels.put(type, QStringLiteral("7"), QStringLiteral("ERROR")));
    QVERIFY(levels.reset(type, QStringLiteral("7")));
    QVERIFY(levels.put(type, QStringLiteral("more"), QStringLiteral("INFO")));
}

FUOTADESK_TEST(LogLevelsTest);

} // namespace fuotadesk

#include "loglevelstest.moc"
