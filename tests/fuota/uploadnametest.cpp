#include "fuota/uploadname.h"
#include "support/testcase.h"

namespace fuotadesk {

class UploadNameTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void patterns_data();
    void patterns();
    void whatIsNotKnownStays();
    void besideAnotherImage_data();
    void besideAnotherImage();
};

void UploadNameTest::patterns_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("target");
    const auto row = [](const char* pattern, const char* file, const char* target) {
        QTest::addRow("%s of %s", pattern, file)
            << QString::fromUtf8(pattern) << QString::fromUtf8(file) << QString::fromUtf8(target);
    };
    row("s3://b/${file}", "fw.bin", "s3://b/fw.bin");
    row("s3://b/${name}.img", "meter.fw.bin", "s3://b/meter.fw.img");
    row("s3://b/${name}", ".hidden", "s3://b/.hidden");
    row("s3://b/${name}", "plain", "s3://b/plain");
    row("s3://b/${name}-${date}", "fw.bin", "s3://b/fw-2026-01-02");
    // SHA-256 of "abc", FIPS 180-2, appendix B.1
    row("s3://b/${sha256}", "fw.bin", "s3://b/ba7816bf8f01");
    row("s3://b/${version}/${file}", "fw.bin", "s3://b/2.4.1/fw.bin");
    row("s3://b/${file}", "${version}.bin", "s3://b/${version}.bin");
    row("s3://b/${other}", "fw.bin", "s3://b/${other}");
    row("s3://b/ä ${file}", "ö +%.bin", "s3://b/ä ö +%.bin");
    row("", "fw.bin", "");
}

void UploadNameTest::patterns()
{
    QFETCH(QString, pattern);
    QFETCH(QString, file);
    UploadNameParts parts;
    parts.file = file;
    parts.sha256 =
        QByteArray::fromHex("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    parts.date = QDate(2026, 1, 2);
    parts.values = {{QStringLiteral("version"), QStringLiteral("2.4.1")},
                    {QStringLiteral("file"), QStringLiteral("not this")}};
    QTEST(uploadTarget(pattern, parts), "target");
}

void UploadNameTest::whatIsNotKnownStays()
{
    const QString pattern = QStringLiteral("s3://b/${name}-${date}-${sha256}-${file}");
    QCOMPARE(uploadTarget(pattern, {}), pattern);
}

void UploadNameTest::besideAnotherImage_data()
{
    QTest::addColumn<QString>("uri");
    QTest::addColumn<QString>("pattern");
    const auto row = [](const char* uri, const char* pattern) {
        QTest::newRow(*uri ? uri : "empty")
            << QString::fromLatin1(uri) << QString::fromLatin1(pattern);
    };
    row("s3://bucket/a/b/fw.bin", "s3://bucket/a/b/${file}");
    row("s3://bucket/fw.bin", "s3://bucket/${file}");
    row("s3://bucket/a/", "s3://bucket/a/${file}");
    row("s3://bucket", "s3://bucket/${file}");
    row("https://example.org/fw.bin", "");
    row("", "");
}

void UploadNameTest::besideAnotherImage()
{
    QFETCH(QString, uri);
    QTEST(uploadPatternBeside(uri), "pattern");
}

} // namespace fuotadesk

using fuotadesk::UploadNameTest;
FUOTADESK_TEST(UploadNameTest);
#include "uploadnametest.moc"
