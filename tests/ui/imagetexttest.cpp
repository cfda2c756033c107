#include "text/imagetext.h"

#include "support/testcase.h"

#include <QLocale>

namespace fuotadesk {

using namespace std::chrono_literals;

class ImageTextTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void foundTellsAgeAndVersion();
    void everyErrorHasWords_data();
    void everyErrorHasWords();
    void progressTellsRateAndTimeLeft();
    void onlyTheConditionMeansTaken();

private:
    QLocale m_before;
};

namespace {

const auto Now = QDateTime({2026, 1, 2}, {3, 4, 5}, Qt::UTC);

Error errorOf(ErrorKind kind, const char* code)
{
    return {kind, QString::fromLatin1(code), {}, 0, {}, {}, false};
}

} // namespace

void ImageTextTest::initTestCase()
{
    m_before = QLocale();
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
}

void ImageTextTest::cleanupTestCase()
{
    QLocale::setDefault(m_before);
}

void ImageTextTest::foundTellsAgeAndVersion()
{
    S3ObjectFacts facts;
    facts.modifiedAt = Now.addDays(-2);
    QCOMPARE(imageFoundText(facts, Now), QStringLiteral("From S3 · modified 2 d 0 h ago"));
    facts.versionId = QStringLiteral("3HL4kq");
    QCOMPARE(imageFoundText(facts, Now),
             QStringLiteral("From S3 · modified 2 d 0 h ago · version 3HL4kq"));
    facts.versionId = QStringLiteral("null");
    facts.modifiedAt = {};
    QCOMPARE(imageFoundText(facts, Now), QStringLiteral("From S3"));
}

void ImageTextTest::everyErrorHasWords_data()
{
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QString>("part");
    const auto row = [](ErrorKind kind, const char* code, const char* part) {
        QTest::newRow(code) << kind << QByteArray(code) << QString::fromLatin1(part);
    };
    row(ErrorKind::AccessDenied, "AccessDenied", "s3:PutObject");
    row(ErrorKind::NotFound, "NoSuchBucket", "no bucket of that name");
    row(ErrorKind::NotFound, "NoSuchUpload", "Upload the file again");
    row(ErrorKind::InputInvalid, "key", "1024 bytes");
    row(ErrorKind::InputInvalid, "bucket", "3 to 63");
    row(ErrorKind::InputInvalid, "endpoint", "another connection");
    row(ErrorKind::Conflict, "object-differs", "somebody else");
    row(ErrorKind::FileUnreadable, "changed", "has changed since");
    row(ErrorKind::FileUnreadable, "", "can not be read");
    row(ErrorKind::Conflict, "PreconditionFailed", "is an image of that name");
    row(ErrorKind::IntentClaimed, "upload", "is at this upload");
    row(ErrorKind::JournalUnavailable, "upload-missing", "not in the journal any more");
    row(ErrorKind::JournalUnavailable, "locked", "journal of uploads");
    row(ErrorKind::TimedOut, "timeout", "did not answer in time");
}

void ImageTextTest::everyErrorHasWords()
{
    QFETCH(ErrorKind, kind);
    QFETCH(QByteArray, code);
    QFETCH(QString, part);
    const QString text = imageErrorText(errorOf(kind, code.constData()));
    QVERIFY2(text.contains(part), qPrintable(text));
}

void ImageTextTest::progressTellsRateAndTimeLeft()
{
    UploadProgress progress;
    progress.done = 512;
    progress.total = 102400;
    QCOMPARE(uploadText(UploadState::Sending, progress),
             QStringLiteral("512 bytes of 102,400 bytes (100 KiB)"));
    progress.bytesPerSecond = 2048;
    progress.left = 65s;
    QCOMPARE(uploadText(UploadState::Sending, progress),
             QStringLiteral("512 bytes of 102,400 bytes (100 KiB) · 2.0 KiB/s · about 1 min 05 s "
                            "left"));
    QCOMPARE(uploadText(UploadState::Paused, progress),
             QStringLiteral("Paused · 512 bytes of 102,400 bytes (100 KiB)"));
    progress.bytesPerSecond = 3.0 * 1024 * 1024;
    QVERIFY(uploadText(UploadState::Sending, progress).contains(QStringLiteral("3.0 MiB/s")));
    QCOMPARE(uploadText(UploadState::Idle, progress), QString());
}

void ImageTextTest::onlyTheConditionMeansTaken()
{
    QVERIFY(isTargetTaken(errorOf(ErrorKind::Conflict, "PreconditionFailed")));
    QVERIFY(!isTargetTaken(errorOf(ErrorKind::Conflict, "object-differs")));
}

FUOTADESK_TEST(ImageTextTest);

} // namespace fuotadesk

#include "imagetexttest.moc"
