#include "fuota/descriptor.h"
#include "support/testcase.h"

namespace fuotadesk {

class DescriptorTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void base64_data();
    void base64();
    void hex_data();
    void hex();
    void everyLengthGoesThereAndBack();
    void versions_data();
    void versions();
    void whatIsNoVersion_data();
    void whatIsNoVersion();
};

void DescriptorTest::base64_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("good");
    QTest::addColumn<QByteArray>("bytes");
    const auto good = [](const char* text, const QByteArray& bytes) {
        QTest::newRow(*text ? text : "empty") << QString::fromLatin1(text) << true << bytes;
    };
    const auto bad = [](const char* text) {
        QTest::newRow(text) << QString::fromUtf8(text) << false << QByteArray();
    };
    good("", {});
    good("AAIEAQ==", QByteArray("\0\x02\x04\x01", 4));
    good("AAI=", QByteArray("\0\x02", 2));
    good("+/+/", QByteArray("\xfb\xff\xbf"));
    bad("AAIEAQ");
    bad("AAIEAQ=");
    bad("A===");
    bad("====");
    bad("AA==AAAA");
    bad("AA-_");
    bad("AAIE\nAQ==");
    bad("AAI \n");
    bad(" AAI=");
    bad("AAI\xc3\xa4");
    bad("AAI\xf0\x9f\x93\xa1");
}

void DescriptorTest::base64()
{
    QFETCH(QString, text);
    QFETCH(bool, good);
    QFETCH(QByteArray, bytes);
    const auto decoded = descriptorBytes(text);
    QCOMPARE(decoded.has_value(), good);
    QCOMPARE(decoded.value_or(QByteArray()), bytes);
    if (good)
        QCOMPARE(descriptorBase64(bytes), text);
}

void DescriptorTest::hex_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("good");
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray four("\0\x02\x04\xab", 4);
    for (const auto* const text :
         {"000204AB", "00 02 04 ab", "0x000204ab", "0X000204AB", "00:02:04:AB", "00-02-04-AB",
          "00, 02, 04, AB", "  00 02 04 AB \n"})
        QTest::newRow(text) << QString::fromLatin1(text) << true << four;
    QTest::newRow("empty") << QString() << true << QByteArray();
    QTest::newRow("blank") << QStringLiteral("  ") << true << QByteArray();
    for (const auto* const text : {"0", "000", "0x", "00 2 04", "0g", "00;02", "0x00 0x02", "0 0",
                                   "x00", "\xef\xbc\x90\xef\xbc\x90"})
        QTest::newRow(text) << QString::fromUtf8(text) << false << QByteArray();
}

void DescriptorTest::hex()
{
    QFETCH(QString, text);
    QFETCH(bool, good);
    QFETCH(QByteArray, bytes);
    const auto decoded = descriptorFromHex(text);
    QCOMPARE(decoded.has_value(), good);
    QCOMPARE(decoded.value_or(QByteArray()), bytes);
}

void DescriptorTest::everyLengthGoesThereAndBack()
{
    for (int size = 0; size < 249; ++size) {
        QByteArray bytes;
        for (int i = 0; i < size; ++i)
            bytes.append(char(i * 37));
        QCOMPARE(descriptorBytes(descriptorBase64(bytes)), bytes);
        QCOMPARE(descriptorFromHex(descriptorHex(bytes)), bytes);
    }
    QCOMPARE(descriptorHex(QByteArray("\0\x02\x04\xab", 4)), QStringLiteral("00 02 04 AB"));
}

void DescriptorTest::versions_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("base64");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char* text, const char* base64, const char* shown) {
        QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(base64)
                            << QString::fromLatin1(shown);
    };
    // base64 by coreutils: printf '\\x00\\x02\\x04\\x01' | base64
    row("2.4.1", "AAIEAQ==", "2.4.1");
    row("0x00020401", "AAIEAQ==", "2.4.1");
    row("0.2.4.1", "AAIEAQ==", "2.4.1");
    row(" v2.4.1\n", "AAIEAQ==", "2.4.1");
    row("1.2.4.1", "AQIEAQ==", "1.2.4.1");
    row("0X01020401", "AQIEAQ==", "1.2.4.1");
    row("255.255.255.255", "/////w==", "255.255.255.255");
    row("0", "AAAAAA==", "0.0.0");
    row("3.7", "AAADBw==", "0.3.7");
    row("002.04.1", "AAIEAQ==", "2.4.1");
}

void DescriptorTest::versions()
{
    QFETCH(QString, text);
    QFETCH(QString, base64);
    const auto version = versionFromText(text);
    QVERIFY(version);
    const QByteArray bytes = descriptorFromVersion(*version);
    QCOMPARE(descriptorBase64(bytes), base64);
    QCOMPARE(versionOfDescriptor(bytes), version);
    QTEST(versionText(*version), "shown");
    QCOMPARE(versionFromText(versionText(*version)), version);
}

void DescriptorTest::whatIsNoVersion_data()
{
    QTest::addColumn<QString>("text");
    for (const auto* const text : {"", "v", "256", "2.4.1.0.0", "2..1", "2.4.", ".1", "2.4.x", "-1",
                                   "0x020401", "0x0002040100", "2,4,1", "\xd9\xa2", "2.4.1\x0b9"})
        QTest::newRow(*text ? text : "empty") << QString::fromUtf8(text);
}

void DescriptorTest::whatIsNoVersion()
{
    QFETCH(QString, text);
    QVERIFY(!versionFromText(text));
    for (const auto size : {0, 3, 5})
        QVERIFY(!versionOfDescriptor(QByteArray(size, '\1')));
}

} // namespace fuotadesk

using fuotadesk::DescriptorTest;
FUOTADESK_TEST(DescriptorTest);
#include "descriptortest.moc"
