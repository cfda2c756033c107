#include "campaign/imageprobe.h"

#include "campaign/bench.h"
#include "support/testcase.h"

#include <QFile>
#include <QFileInfo>

namespace fuotadesk {

class ImageProbeTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void factsAreThoseOfTheFile_data();
    void factsAreThoseOfTheFile();
    void whatIsNoFileIsUnreadable_data();
    void whatIsNoFileIsUnreadable();
    void cancellingEndsTheReading();

private:
    QTemporaryDir m_folder;
    QObject m_context;
};

void ImageProbeTest::factsAreThoseOfTheFile_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("sha256");
    // FIPS 180-2, B.1 and B.3; the empty one by coreutils' sha256sum
    QTest::newRow("empty") << QByteArray(
        "") << QByteArray("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    QTest::newRow("abc") << QByteArray(
        "abc") << QByteArray("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    QTest::newRow("a million a") << QByteArray(
        1'000'000,
        'a') << QByteArray("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

void ImageProbeTest::factsAreThoseOfTheFile()
{
    QFETCH(QByteArray, bytes);
    const QString path = m_folder.filePath(QStringLiteral("fw.bin"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
    file.close();
    ImageProbe probe;
    const auto facts = resultOf(probe.facts(path, &m_context));
    QVERIFY(facts && *facts);
    QCOMPARE((*facts)->file, path);
    QCOMPARE((*facts)->size, bytes.size());
    QTEST((*facts)->sha256.toHex(), "sha256");
    QCOMPARE((*facts)->modifiedAt, QFileInfo(path).lastModified().toUTC());
}

void ImageProbeTest::whatIsNoFileIsUnreadable_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("missing") << m_folder.filePath(QStringLiteral("none"));
    QTest::newRow("folder") << m_folder.path();
    QTest::newRow("device") << QStringLiteral("/dev/zero");
    QTest::newRow("empty name") << QString();
}

void ImageProbeTest::whatIsNoFileIsUnreadable()
{
    QFETCH(QString, path);
    ImageProbe probe;
    const auto facts = resultOf(probe.facts(path, &m_context));
    QVERIFY(facts && !*facts);
    QCOMPARE(facts->error().kind, ErrorKind::FileUnreadable);
    const auto size = resultOf(probe.size(path, &m_context));
    QVERIFY(size && !*size);
}

// A sparse file takes no room and long to read.
void ImageProbeTest::cancellingEndsTheReading()
{
    const QString path = m_folder.filePath(QStringLiteral("large"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.resize(qint64(1) << 40));
    ImageProbe probe;
    auto* call = probe.facts(path, &m_context);
    std::optional<Result<ImageFileFacts>> facts;
    call->then(&m_context, [&facts](const Result<ImageFileFacts>& result) { facts = result; });
    call->cancel();
    QTRY_VERIFY(facts);
    QCOMPARE(facts->error().kind, ErrorKind::Cancelled);
}

FUOTADESK_TEST(ImageProbeTest);

} // namespace fuotadesk

#include "imageprobetest.moc"
