#include "aws/uriencoding.h"
#include "support/testcase.h"

namespace fuotadesk {

class UriEncodingTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void encodesAllButUnreserved_data();
    void encodesAllButUnreserved();
    void pathKeepsSlashes();
    void decodes_data();
    void decodes();
    void everyByteComesBack();
};

void UriEncodingTest::encodesAllButUnreserved_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("encoded");
    const auto unreserved =
        QByteArrayLiteral("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~");
    QTest::newRow("unreserved") << unreserved << unreserved;
    QTest::newRow("empty") << QByteArray() << QByteArray();
    QTest::newRow("reserved") << QByteArrayLiteral(":/?#[]@!$&'()*+,;=")
                              << QByteArrayLiteral(
                                     "%3A%2F%3F%23%5B%5D%40%21%24%26%27%28%29%2A%2B%2C%3B%3D");
    QTest::newRow("space and percent")
        << QByteArrayLiteral("a b%") << QByteArrayLiteral("a%20b%25");
    QTest::newRow("utf-8") << QByteArrayLiteral("\xe3\x82\xa2") << QByteArrayLiteral("%E3%82%A2");
    QTest::newRow("nul") << QByteArray(1, '\0') << QByteArrayLiteral("%00");
}

void UriEncodingTest::encodesAllButUnreserved()
{
    QFETCH(const QByteArray, text);
    QTEST(percentEncoded(text), "encoded");
}

void UriEncodingTest::pathKeepsSlashes()
{
    QCOMPARE(percentEncodedPath("/a b/%2F"), QByteArrayLiteral("/a%20b/%252F"));
}

void UriEncodingTest::decodes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("decoded");
    QTest::newRow("either case") << QByteArrayLiteral("%2f%2F") << QByteArrayLiteral("//");
    QTest::newRow("plus stays") << QByteArrayLiteral("a+b") << QByteArrayLiteral("a+b");
    QTest::newRow("cut escape") << QByteArrayLiteral("%4") << QByteArrayLiteral("%4");
    QTest::newRow("no digits") << QByteArrayLiteral("%zz%") << QByteArrayLiteral("%zz%");
    QTest::newRow("once only") << QByteArrayLiteral("%252F") << QByteArrayLiteral("%2F");
}

void UriEncodingTest::decodes()
{
    QFETCH(const QByteArray, text);
    QTEST(percentDecoded(text), "decoded");
}

void UriEncodingTest::everyByteComesBack()
{
    QByteArray all;
    for (int c = 0; c < 256; ++c)
        all.append(static_cast<char>(c));
    QCOMPARE(percentDecoded(percentEncoded(all)), all);
}

} // namespace fuotadesk

using fuotadesk::UriEncodingTest;
FUOTADESK_TEST(UriEncodingTest);
#include "uriencodingtest.moc"
