#include "account/arn.h"
#include "support/testcase.h"

namespace fuotadesk {

class ArnTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void readsWhatItWrites();
    void othersAreNone_data();
    void othersAreNone();
};

void ArnTest::readsWhatItWrites()
{
    const QString text =
        QStringLiteral("arn:aws:iotwireless:eu-west-1:123456789012:FuotaTask/one-two");
    const auto arn = parseArn(text);
    QVERIFY(arn);
    QCOMPARE(arn->region, QStringLiteral("eu-west-1"));
    QCOMPARE(arn->type, QStringLiteral("FuotaTask"));
    QCOMPARE(arn->id, QStringLiteral("one-two"));
    QCOMPARE(arn->text(), text);
}

void ArnTest::othersAreNone_data()
{
    QTest::addColumn<QString>("text");
    for (const char* text : {"", "arn", "arn:aws:iotwireless:eu-west-1:123456789012:FuotaTask",
                             "arn:aws:iotwireless:eu-west-1:999999999999:FuotaTask/x",
                             "arn:aws:s3:eu-west-1:123456789012:FuotaTask/x",
                             "arn:aws:iotwireless:eu-west-1:123456789012:FuotaTask/x/y"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void ArnTest::othersAreNone()
{
    QFETCH(QString, text);
    QVERIFY(!parseArn(text));
}

FUOTADESK_TEST(ArnTest);

} // namespace fuotadesk

#include "arntest.moc"
