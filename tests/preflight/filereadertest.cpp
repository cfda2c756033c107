#include "preflight/filereader.h"
#include "campaign/bench.h"
#include "support/testcase.h"

#include <QCryptographicHash>

namespace fuotadesk {

namespace {

using Hash = QCryptographicHash;

constexpr qint64 Mebibyte = qint64(1024) * 1024;

} // namespace

class FileReaderTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void hashesTheWholeAndItsParts();
    void partsAreAsFewAsMayBe_data();
    void partsAreAsFewAsMayBe();
    void aSizeThatWasChosenIsKept();
    void readsEachPart();
    void stopsWhenNobodyWaits();

private:
    QString write(const QByteArray& bytes);
    FileFacts look(const QString& path, qint64 partSize = 0);

    QTemporaryDir m_folder;
    FileReader m_reader;
};

QString FileReaderTest::write(const QByteArray& bytes)
{
    QFile file(m_folder.filePath(QStringLiteral("file")));
    if (file.open(QIODevice::WriteOnly))
        file.write(bytes);
    return file.fileName();
}

FileFacts FileReaderTest::look(const QString& path, qint64 partSize)
{
    return resultOf(m_reader.look(path, partSize, this))->value_or(FileFacts{});
}

// https://csrc.nist.gov/projects/cryptographic-standards-and-guidelines/example-values: "abc"; RFC
// 1321, A.5
void FileReaderTest::hashesTheWholeAndItsParts()
{
    const FileFacts whole = look(write("abc"));
    QCOMPARE(whole.sha256.toHex(),
             QByteArray("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    QCOMPARE(whole.partMd5s.size(), 1);
    QCOMPARE(whole.partMd5s.first().toHex(), QByteArray("900150983cd24fb0d6963f7d28e17f72"));
    QCOMPARE(whole.size, 3);
    QCOMPARE(m_reader.looked(), 3);
    QCOMPARE(m_reader.lookedOf(), 3);
    const FileFacts parts = look(write("abcabca"), 3);
    QCOMPARE(parts.partMd5s.size(), 3);
    QCOMPARE(parts.partMd5s.at(1), whole.partMd5s.first());
    QCOMPARE(parts.partMd5s.last().toHex(), QByteArray("0cc175b9c0f1b6a831c399e269772661"));
    QCOMPARE(sizeOfPart(parts, 1), 3);
    QCOMPARE(sizeOfPart(parts, 2), 1);
}

void FileReaderTest::partsAreAsFewAsMayBe_data()
{
    QTest::addColumn<qint64>("size");
    QTest::addColumn<qint64>("partSize");
    QTest::newRow("a byte") << qint64(1) << qint64(1);
    QTest::newRow("8 MiB") << 8 * Mebibyte << 8 * Mebibyte;
    QTest::newRow("more") << 8 * Mebibyte + 1 << 8 * Mebibyte;
}

void FileReaderTest::partsAreAsFewAsMayBe()
{
    QFETCH(qint64, size);
    QFETCH(qint64, partSize);
    QFile file(write({}));
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.resize(size));
    QCOMPARE(look(file.fileName()).partSize, partSize);
}

void FileReaderTest::aSizeThatWasChosenIsKept()
{
    const QString path = write(QByteArray(20, 'x'));
    QCOMPARE(look(path, 20).partMd5s.size(), 1);
    QCOMPARE(look(path, 6).partMd5s.size(), 4);
}

void FileReaderTest::readsEachPart()
{
    const FileFacts facts = look(write("abcdefg"), 3);
    const auto last = resultOf(m_reader.part(facts, 2, this));
    QCOMPARE((*last)->bytes, QByteArray("g"));
    QCOMPARE((*last)->sha256, Hash::hash("g", Hash::Sha256).toHex());
    QCOMPARE((*resultOf(m_reader.part(facts, 0, this)))->bytes, QByteArray("abc"));
    write("abcdefgh");
    const auto longer = resultOf(m_reader.part(facts, 0, this));
    QCOMPARE(longer->error().code, QStringLiteral("changed"));
}

void FileReaderTest::stopsWhenNobodyWaits()
{
    QFile file(write({}));
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.resize(512 * 1024 * Mebibyte)); // half a tebibyte of nothing
    auto owner = std::make_unique<QObject>();
    m_reader.look(file.fileName(), 0, owner.get());
    QTRY_VERIFY(m_reader.looked() > 0);
    owner.reset();
    QCOMPARE(look(write("abc")).size, 3); // the thread is free
}

} // namespace fuotadesk

using fuotadesk::FileReaderTest;
FUOTADESK_TEST(FileReaderTest);
#include "filereadertest.moc"
