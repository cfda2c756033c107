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

} // namespace fuotadesk

using fuotadesk::DescriptorTest;
FUOTADESK_TEST(DescriptorTest);
#include "descriptortest.moc"
