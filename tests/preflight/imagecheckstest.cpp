#include "preflight/imagechecks.h"

#include "preflight/rowreading.h"
#include "support/testcase.h"

namespace fuotadesk {

class ImageChecksTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void factsBecomeRows_data();
    void factsBecomeRows();
    void failuresBecomeRows_data();
    void failuresBecomeRows();
    void textThatIsNoImage_data();
    void textThatIsNoImage();
    void rowsRunUntilTheAnswer();
    void regionIsAskedWhereItIsNotTold();
    void refusedHeadStillTellsTheRegion();
    void sizesAreFigures();
};

namespace {

const auto Region = QStringLiteral("eu-west-1");

CampaignDraft imageDraft()
{
    CampaignDraft draft;
    draft.task.firmwareUpdateImage = QStringLiteral("s3://firmware/fw.bin");
    draft.imageSizeBytes = 1000;
    draft.imageETag = QStringLiteral("abc");
    return draft;
}

S3ObjectFacts imageFacts()
{
    S3ObjectFacts facts;
    facts.size = 1000;
    facts.eTag = QStringLiteral("abc");
    facts.encryption = QStringLiteral("AES256");
    facts.region = Region;
    return facts;
}

ImageAnswers answered(const Result<S3ObjectFacts>& head,
                      const std::optional<Result<QString>>& region = {})
{
    ImageAnswers answers;
    answers.head = head;
    answers.region = region;
    return answers;
}

using Change = std::function<void(S3ObjectFacts&)>;

} // namespace

} // namespace fuotadesk

Q_DECLARE_METATYPE(fuotadesk::Change)

namespace fuotadesk {

void ImageChecksTest::factsBecomeRows_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("row");
    const auto add = [](const char* name, const Change& change, const char* row) {
        QTest::newRow(name) << change << QString::fromLatin1(row);
    };
    using Facts = S3ObjectFacts;
    add(
        "there", [](Facts&) {}, "image-there passed image-there");
    add(
        "archived", [](Facts& f) { f.storageClass = QStringLiteral("DEEP_ARCHIVE"); },
        "image-there failed image-archived");
    add(
        "restored",
        [](Facts& f) {
            f.storageClass = QStringLiteral("GLACIER");
            f.isRestored = true;
        },
        "image-there warning image-restored");
    add(
        "size", [](Facts&) {}, "image-size passed size-good");
    add(
        "empty", [](Facts& f) { f.size = 0; }, "image-size failed image-empty");
    add(
        "10^6", [](Facts& f) { f.size = 1'000'000; }, "image-size warning size-differs");
    add(
        "10^6 + 1", [](Facts& f) { f.size = 1'000'001; }, "image-size warning perhaps-too-large");
    add(
        "2^20", [](Facts& f) { f.size = 1'048'576; }, "image-size warning perhaps-too-large");
    add(
        "2^20 + 1", [](Facts& f) { f.size = 1'048'577; }, "image-size failed too-large");
    add(
        "other size", [](Facts& f) { f.size = 1001; }, "image-size warning size-differs");
    add(
        "same", [](Facts&) {}, "image-unchanged passed unchanged");
    add(
        "changed", [](Facts& f) { f.eTag = QStringLiteral("abd"); },
        "image-unchanged warning image-changed");
    add(
        "no ETag", [](Facts& f) { f.eTag.clear(); }, "image-unchanged passed not-recorded");
    add(
        "region", [](Facts&) {}, "image-region passed same-region");
    add(
        "other region", [](Facts& f) { f.region = QStringLiteral("us-east-1"); },
        "image-region failed other-region");
    add(
        "SSE-S3", [](Facts&) {}, "image-encryption passed encryption-s3");
    add(
        "untold", [](Facts& f) { f.encryption.clear(); },
        "image-encryption passed encryption-untold");
    add(
        "SSE-KMS", [](Facts& f) { f.encryption = QStringLiteral("aws:kms"); },
        "image-encryption warning encryption-kms");
    add(
        "DSSE-KMS", [](Facts& f) { f.encryption = QStringLiteral("aws:kms:dsse"); },
        "image-encryption warning encryption-kms");
    add(
        "other", [](Facts& f) { f.encryption = QStringLiteral("aws:fsx"); },
        "image-encryption warning encryption-other");
}

void ImageChecksTest::factsBecomeRows()
{
    QFETCH(Change, change);
    QFETCH(QString, row);
    S3ObjectFacts facts = imageFacts();
    change(facts);
    const QStringList rows = readRows(imageRows(imageDraft(), answered(facts), Region));
    QCOMPARE(rows.size(), 5);
    QVERIFY2(rows.contains(row), qPrintable(rows.join(u'\n')));
}

void ImageChecksTest::failuresBecomeRows_data()
{
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("code");
    QTest::addColumn<bool>("bucketIsThere");
    QTest::addColumn<QString>("row");
    const auto add = [](const char* name, ErrorKind kind, const char* code, bool there,
                        const char* row) {
        QTest::newRow(name) << kind << QString::fromLatin1(code) << there
                            << QStringLiteral("image-there ") + QString::fromLatin1(row);
    };
    using enum ErrorKind;
    add("no key", NotFound, "NotFound", true, "failed image-missing");
    add("no bucket", NotFound, "NotFound", false, "failed bucket-missing");
    add("no bucket, said at once", NotFound, "NoSuchBucket", true, "failed bucket-missing");
    add("refused", AccessDenied, "AccessDenied", true, "unknown not-allowed");
    add("late", TimedOut, "", true, "unknown not-answered");
    add("key", InputInvalid, "key", true, "failed key-unusable");
    add("bucket", InputInvalid, "bucket", true, "failed bucket-name");
}

void ImageChecksTest::failuresBecomeRows()
{
    QFETCH(ErrorKind, kind);
    QFETCH(QString, code);
    QFETCH(bool, bucketIsThere);
    QFETCH(QString, row);
    const Result<QString> region =
        bucketIsThere ? Result<QString>(Region) : failure(ErrorKind::NotFound);
    const auto rows =
        imageRows(imageDraft(), answered(failure(errorOf(kind, code)), region), Region);
    QCOMPARE(readRow(rows.first()), row);
    for (const CheckSubject subject :
         {CheckSubject::ImageSize, CheckSubject::ImageUnchanged, CheckSubject::ImageEncryption})
        QCOMPARE(rowOf(rows, subject).reason, QStringLiteral("image-unread"));
}

void ImageChecksTest::textThatIsNoImage_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("row");
    QTest::newRow("nothing") << QString() << QStringLiteral("image-there failed image-unset");
    QTest::newRow("no address") << QStringLiteral("fw.bin")
                                << QStringLiteral("image-there failed image-not-s3");
    QTest::newRow("no key") << QStringLiteral("s3://firmware/")
                            << QStringLiteral("image-there failed image-not-s3");
    QTest::newRow("variable") << QStringLiteral("s3://firmware/${version}.bin")
                              << QStringLiteral("image-there unknown open-variables");
}

void ImageChecksTest::textThatIsNoImage()
{
    QFETCH(QString, text);
    QFETCH(QString, row);
    CampaignDraft draft = imageDraft();
    draft.task.firmwareUpdateImage = text;
    QVERIFY(!checkedImage(draft));
    const auto rows = imageRows(draft, {}, Region);
    QCOMPARE(readRow(rows.first()), row);
    QCOMPARE(rows.first().place, CheckPlace::Field);
    QCOMPARE(rows.first().field, Field::FirmwareUpdateImage);
    QCOMPARE(rows.last().reason, QStringLiteral("image-unread"));
}

void ImageChecksTest::rowsRunUntilTheAnswer()
{
    for (const CheckRow& row : imageRows(imageDraft(), {}, Region))
        QCOMPARE(row.outcome, CheckOutcome::Running);
    // HEAD alone does not tell which of the two is missing.
    const auto rows = imageRows(imageDraft(), answered(failure(ErrorKind::NotFound)), Region);
    QCOMPARE(rows.first().outcome, CheckOutcome::Running);
}

void ImageChecksTest::regionIsAskedWhereItIsNotTold()
{
    S3ObjectFacts facts = imageFacts();
    QVERIFY(!needsBucketRegion(answered(facts)));
    facts.region.clear();
    QVERIFY(needsBucketRegion(answered(facts)));
    const auto regionRow = [&](const std::optional<Result<QString>>& region) {
        return readRow(rowOf(imageRows(imageDraft(), answered(facts, region), Region),
                             CheckSubject::ImageRegion));
    };
    QCOMPARE(regionRow({}), QStringLiteral("image-region running"));
    QCOMPARE(regionRow(QStringLiteral("eu-west-1")),
             QStringLiteral("image-region passed same-region"));
    QCOMPARE(regionRow(QStringLiteral("eu-central-1")),
             QStringLiteral("image-region failed other-region"));
    QCOMPARE(regionRow(Result<QString>(failure(ErrorKind::AccessDenied))),
             QStringLiteral("image-region unknown not-allowed"));
}

void ImageChecksTest::refusedHeadStillTellsTheRegion()
{
    const auto answers =
        answered(failure(ErrorKind::AccessDenied), Result<QString>(QStringLiteral("us-east-1")));
    const CheckRow row = rowOf(imageRows(imageDraft(), answers, Region), CheckSubject::ImageRegion);
    QCOMPARE(readRow(row), QStringLiteral("image-region failed other-region"));
    QCOMPARE(row.names, (QStringList{QStringLiteral("us-east-1"), Region}));
}

void ImageChecksTest::sizesAreFigures()
{
    S3ObjectFacts facts = imageFacts();
    facts.size = 2'000'000;
    const CheckRow large =
        rowOf(imageRows(imageDraft(), answered(facts), Region), CheckSubject::ImageSize);
    QCOMPARE(large.figure, 2'000'000);
    QCOMPARE(large.limit, 1'048'576);
    QCOMPARE(large.place, CheckPlace::UploadImage);
    facts.size = 900;
    const CheckRow other =
        rowOf(imageRows(imageDraft(), answered(facts), Region), CheckSubject::ImageSize);
    QCOMPARE(other.figure, 900);
    QCOMPARE(other.limit, 1000);
}

FUOTADESK_TEST(ImageChecksTest);

} // namespace fuotadesk

#include "imagecheckstest.moc"
