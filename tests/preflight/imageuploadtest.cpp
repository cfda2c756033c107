#include "preflight/imageupload.h"
#include "preflight/uploadbench.h"
#include "support/testcase.h"

#include <QFileInfo>

namespace fuotadesk {

namespace {

using Fate = S3Double::Fate;
using Existing = S3Client::Existing;

constexpr qint64 Small = 900'000;
constexpr qint64 Mebibyte = UploadBench::Mebibyte;

} // namespace

// An upload without trouble on the way; see UploadResumeTest for that.
class ImageUploadTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void goesInOneRequestUpToEightMebibytes_data();
    void goesInOneRequestUpToEightMebibytes();
    void standsInTheJournalBeforeTheFirstByte_data();
    void standsInTheJournalBeforeTheFirstByte();
    void theSameBytesAreNotSentAgain();
    void anotherObjectIsKept();
    void anotherObjectIsReplacedWhenTold();
    void anObjectThatComesMeanwhileIsKept_data();
    void anObjectThatComesMeanwhileIsKept();
    void whatS3DoesNotTellIsReadBack();
    void anotherEndIsNoSuccess_data();
    void anotherEndIsNoSuccess();
    void progressOnlyGrows();
    void signedOutIsSaid();
};

void ImageUploadTest::goesInOneRequestUpToEightMebibytes_data()
{
    QTest::addColumn<qint64>("size");
    QTest::addColumn<int>("parts");
    QTest::newRow("a byte") << qint64(1) << 0;
    QTest::newRow("a small one") << Small << 0;
    QTest::newRow("8 MiB") << 8 * Mebibyte << 0;
    QTest::newRow("a byte more") << 8 * Mebibyte + 1 << 2;
    QTest::newRow("17 MiB") << 17 * Mebibyte << 3;
}

void ImageUploadTest::goesInOneRequestUpToEightMebibytes()
{
    QFETCH(qint64, size);
    QFETCH(int, parts);
    UploadBench bench;
    bench.bench.signIn();
    bench.writeFile(size);
    bench.upload->start(bench.order());
    QVERIFY(bench.upload->isBusy());
    TRY_STATE(*bench.upload, UploadState::Done);
    QVERIFY(bench.isSent());
    QCOMPARE(bench.s3.count(QStringLiteral("PutObject")), parts == 0 ? 1 : 0);
    QCOMPARE(bench.s3.count(QStringLiteral("UploadPart")), parts);
    QCOMPARE(bench.s3.count(QStringLiteral("GetObject")), 0);
    QVERIFY(bench.s3.uploads.isEmpty());
    QVERIFY(bench.rows().isEmpty());
    QCOMPARE(bench.upload->sha256(), bench.sha256());
    QCOMPARE(bench.upload->facts()->sha256, bench.sha256());
    QCOMPARE(bench.upload->progress().done, size);
    QVERIFY(!bench.upload->wasThere());
}

void ImageUploadTest::standsInTheJournalBeforeTheFirstByte_data()
{
    QTest::addColumn<qint64>("size");
    QTest::addColumn<QString>("operation");
    QTest::addColumn<bool>("hasId");
    QTest::newRow("one request") << Small << QStringLiteral("PutObject") << false;
    QTest::newRow("beginning") << 9 * Mebibyte << QStringLiteral("CreateMultipartUpload") << false;
    QTest::newRow("part") << 9 * Mebibyte << QStringLiteral("UploadPart") << true;
}

void ImageUploadTest::standsInTheJournalBeforeTheFirstByte()
{
    QFETCH(qint64, size);
    QFETCH(QString, operation);
    UploadBench bench;
    bench.bench.signIn();
    bench.writeFile(size);
    bench.s3.plan(operation, {Fate::Hang});
    bench.upload->start(bench.order(Existing::Replace));
    TRY_COUNT(bench.s3, operation, 1);
    const auto rows = bench.rows();
    QCOMPARE(rows.size(), 1);
    QVERIFY(rows.first().isHeld);
    UploadRecord record = rows.first().record;
    QFETCH(bool, hasId);
    QCOMPARE(!record.uploadId.isEmpty(), hasId);
    record.number = 0;
    record.uploadId.clear();
    UploadRecord expected{0,
                          sandboxConnection().id,
                          QStringLiteral("http://127.0.0.1:1"),
                          bench.path(),
                          size,
                          QFileInfo(bench.path()).lastModified().toUTC(),
                          bench.sha256(),
                          QStringLiteral("firmware"),
                          QStringLiteral("v1/fw.bin"),
                          {},
                          size > 8 * Mebibyte ? 8 * Mebibyte : 0,
                          true,
                          bench.bench.clock.now()};
    QCOMPARE(record, expected);
}

void ImageUploadTest::theSameBytesAreNotSentAgain()
{
    UploadBench bench;
    bench.bench.signIn();
    bench.writeFile(Small);
    bench.s3.addObject(Place, bench.bytes, bench.sha256().toHex());
    bench.upload->start(bench.order());
    TRY_STATE(*bench.upload, UploadState::Done);
    QVERIFY(bench.upload->wasThere());
    QCOMPARE(bench.s3.operations, QStringList{QStringLiteral("HeadObject")});
    QVERIFY(bench.rows().isEmpty());
}

void ImageUploadTest::anotherObjectIsKept()
{
    UploadBench bench;
    bench.bench.signIn();
    bench.writeFile(Small);
    bench.s3.addObject(Place, "older");
    bench.upload->start(bench.order());
    TRY_STATE(*bench.upload, UploadState::Failed);
    QCOMPARE(bench.upload->error()->kind, ErrorKind::Conflict);
    QCOMPARE(bench.upload->error()->code, QStringLiteral("PreconditionFailed"));
    QCOMPARE(bench.upload->facts()->size, 5);
    QVERIFY(!bench.upload->canResume());
    QCOMPARE(bench.s3.operations, QStringList{QStringLiteral("HeadObject")});
    QVERIFY(bench.rows().isEmpty());
}

void ImageUploadTest::anotherObjectIsReplacedWhenTold()
{
    UploadBench bench;
    bench.bench.signIn();
    bench.writeFile(Small);
    bench.s3.addObject(Place, "older");
    bench.upload->start(bench.order(Existing::Replace));
    TRY_STATE(*bench.upload, UploadState::Done);
    QVERIFY(bench.isSent());
}

void ImageUploadTest::anObjectThatComesMeanwhileIsKept_data()
{
    QTest::addColumn<qint64>("size");
    QTest::addColumn<QString>("operation");
    QTest::addColumn<bool>("knowsConditions");
    QTest::newRow("one request") << Small << QStringLiteral("PutObject") << true;
    QTest::newRow("parts") << 9 * Mebibyte << QStringLiteral("CompleteMultipartUpload") << true;
    QTest::newRow("parts, no conditions") << 9 * Mebibyte << QStringLiteral("UploadPart") << false;
}

void ImageUploadTest::anObjectThatComesMeanwhileIsKept()
{
    QFETCH(qint64, size);
    QFETCH(QString, operation);
    QFETCH(bool, knowsConditions);
    UploadBench bench;
    bench.bench.signIn();
    bench.writeFile(size);
    bench.s3.knowsConditions = knowsConditions;
    bench.s3.arriving = [&](const QString& arriving) {
        if (arriving == operation)
            bench.s3.addObject(Place, "somebody else's");
    };
    bench.upload->start(bench.order());
    TRY_STATE(*bench.upload, UploadState::Failed);
    QCOMPARE(bench.upload->error()->code, QStringLiteral("PreconditionFailed"));
    QCOMPARE(bench.upload->facts()->size, 15);
    QCOMPARE(bench.s3.objects.value(Place).bytes, QByteArray("somebody else's"));
    QVERIFY(bench.s3.uploads.isEmpty()); // nothing is left of ours
    QVERIFY(bench.rows().isEmpty());
}

void ImageUploadTest::whatS3DoesNotTellIsReadBack()
{
    UploadBench bench;
    bench.bench.signIn();
    bench.writeFile(6 * Mebibyte); // more than a piece
    bench.s3.carriedOut = [&](const QString& done) {
        if (done == u"PutObject")
            bench.s3.objects[Place].sha256.clear();
    };
    bench.upload->start(bench.order());
    TRY_STATE(*bench.upload, UploadState::Done);
    QCOMPARE(bench.s3.count(QStringLiteral("GetObject")), 2);
}

void ImageUploadTest::anotherEndIsNoSuccess_data()
{
    QTest::addColumn<bool>("isLonger");
    QTest::newRow("other size") << true;
    QTest::newRow("other bytes") << false; // only the ETag tells
}

void ImageUploadTest::anotherEndIsNoSuccess()
{
    QFETCH(bool, isLonger);
    UploadBench bench;
    bench.bench.signIn();
    bench.writeFile(Small);
    bench.s3.carriedOut = [&](const QString& done) {
        if (done != u"PutObject")
            return;
        QByteArray other = bench.bytes;
        other[0] = '!';
        bench.s3.addObject(Place, isLonger ? other + '!' : other, bench.sha256().toHex());
    };
    bench.upload->start(bench.order());
    TRY_STATE(*bench.upload, UploadState::Failed);
    QCOMPARE(bench.upload->error()->kind, ErrorKind::Conflict);
    QCOMPARE(bench.upload->error()->code, QStringLiteral("object-differs"));
}

void ImageUploadTest::progressOnlyGrows()
{
    UploadBench bench;
    bench.bench.signIn();
    bench.writeFile(17 * Mebibyte);
    QList<qint64> seen{0};
    connect(bench.upload.get(), &ImageUpload::stateChanged, this,
            [&] { seen.append(bench.upload->progress().done); });
    bench.s3.arriving = [&](const QString&) { seen.append(bench.upload->progress().done); };
    bench.upload->start(bench.order());
    TRY_STATE(*bench.upload, UploadState::Done);
    QVERIFY(std::is_sorted(seen.cbegin(), seen.cend()));
    QVERIFY(seen.contains(8 * Mebibyte));
    QCOMPARE(seen.last(), 17 * Mebibyte);
}

void ImageUploadTest::signedOutIsSaid()
{
    UploadBench bench;
    bench.writeFile(Small);
    bench.upload->start(bench.order());
    TRY_STATE(*bench.upload, UploadState::Failed);
    QCOMPARE(bench.upload->error()->kind, ErrorKind::CredentialsMissing);
    bench.bench.signIn();
    bench.upload->resume();
    TRY_STATE(*bench.upload, UploadState::Done);
}

} // namespace fuotadesk

using fuotadesk::ImageUploadTest;
FUOTADESK_TEST(ImageUploadTest);
#include "imageuploadtest.moc"
