#include "fleet/imagesize.h"
#include "support/testcase.h"

namespace fuotadesk {

class ImageSizeTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void nameSaysHowLargeItIs_data();
    void nameSaysHowLargeItIs();
};

void ImageSizeTest::nameSaysHowLargeItIs_data()
{
    QTest::addColumn<QString>("uri");
    QTest::addColumn<qint64>("bytes"); // 0: can not be sent
    const auto row = [](const char* uri, qint64 bytes) {
        QTest::newRow(uri) << QString::fromLatin1(uri) << bytes;
    };
    row("s3://bucket/fw-102400.bin", 102'400);
    row("s3://bucket/a/b/fw-100", 100);
    row("s3://bucket/fw-1048576.bin", 1'048'576);
    row("s3://bucket/first-steps.bin", 20'480);
    row("s3://bucket/meter-fw-2.4.1.bin", 20'480);
    row("s3://bucket/fw-99.bin", 20'480);
    row("s3://bucket/fw102400.bin", 20'480);
    row("s3://bucket-500.x/fw.bin", 20'480);
    row("s3://bucket/v-500/fw.bin", 20'480);
    row("s3://bucket/fw-1048577.bin", 0);
    row("s3://bucket/fw-000.bin", 0);
    row("s3://bucket/", 0);
    row("https://bucket/fw-100.bin", 0);
    row("", 0);
}

void ImageSizeTest::nameSaysHowLargeItIs()
{
    QFETCH(QString, uri);
    QTEST(sandboxImageBytes(uri).value_or(0), "bytes");
}

FUOTADESK_TEST(ImageSizeTest);

} // namespace fuotadesk

#include "imagesizetest.moc"
