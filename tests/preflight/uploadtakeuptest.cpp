#include "preflight/imageupload.h"
#include "preflight/uploadbench.h"
#include "support/testcase.h"

namespace fuotadesk {

namespace {

using Fate = S3Double::Fate;

constexpr qint64 Small = 900'000;
constexpr qint64 Large = 17 * UploadBench::Mebibyte; // three parts

} // namespace

// Whose an upload is that was begun.
class UploadTakeUpTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void takingUpAChangedFileOnlyRemoves();
    void nothingIsTakenUpTwice();
    void whatIsElsewhereIsNotTakenUp();
    void startLeavesTheFailedOneToTheShelf();
    void goesOnAfterTheConnectionWasChanged();
};

void UploadTakeUpTest::takingUpAChangedFileOnlyRemoves()
{
    UploadBench bench;
    bench.bench.signIn();
    bench.writeFile(Large);
    bench.s3.plan(QStringLiteral("UploadPart"), {Fate::Answer, Fate::LoseRequest});
    bench.upload->start(bench.order());
    TRY_STATE(*bench.upload, UploadState::Failed);
    bench.restart();
    bench.writeFile(Large, 'b');
    bench.upload->takeUp(bench.rows().first().record);
    TRY_STATE(*bench.upload, UploadState::Failed);
    QCOMPARE(bench.upload->error()->kind, ErrorKind::FileUnreadable);
    QCOMPARE(bench.upload->error()->code, QStringLiteral("changed"));
    QVERIFY(!bench.upload->canResume());
    QCOMPARE(bench.s3.uploads.size(), 1);
    bench.upload->cancel();
    TRY_STATE(*bench.upload, UploadState::Cancelled);
    QVERIFY(bench.s3.uploads.isEmpty());
    QVERIFY(bench.rows().isEmpty());
}

void UploadTakeUpTest::nothingIsTakenUpTwice()
{
    UploadBench bench;
    bench.bench.signIn();
    bench.writeFile(Large);
    bench.s3.plan(QStringLiteral("UploadPart"), {Fate::Answer, Fate::Hang});
    bench.upload->start(bench.order());
    TRY_COUNT(bench.s3, QStringLiteral("UploadPart"), 2);
    UploadJournal journal(bench.journalFolder(), bench.bench.clock); // of another process
    ImageUpload other(bench.services, journal, bench.bench.clock);
    const UploadRecord record = bench.rows().first().record;
    other.takeUp(record);
    TRY_STATE(other, UploadState::Failed);
    QCOMPARE(other.error()->kind, ErrorKind::IntentClaimed);
    other.cancel();
    TRY_STATE(other, UploadState::Failed);
    QCOMPARE(bench.s3.uploads.size(), 1);
    bench.upload->cancel();
    TRY_STATE(*bench.upload, UploadState::Cancelled);
    other.takeUp(record); // it is gone by now
    TRY_STATE(other, UploadState::Failed);
    QCOMPARE(other.error()->code, QStringLiteral("upload-missing"));
}

void UploadTakeUpTest::whatIsElsewhereIsNotTakenUp()
{
    UploadBench bench;
    bench.bench.signIn();
    bench.writeFile(Small);
    UploadRecord record;
    record.endpoint = QStringLiteral("https://s3.eu-west-1.amazonaws.com");
    record.file = bench.path();
    record.number = resultOf(bench.journal->begin(record, this))->value();
    bench.restart();
    bench.upload->takeUp(record);
    TRY_STATE(*bench.upload, UploadState::Failed);
    QCOMPARE(bench.upload->error()->kind, ErrorKind::InputInvalid);
    QCOMPARE(bench.upload->error()->code, QStringLiteral("endpoint"));
    QVERIFY(bench.s3.operations.isEmpty());
}

void UploadTakeUpTest::startLeavesTheFailedOneToTheShelf()
{
    UploadBench bench;
    bench.bench.signIn();
    bench.writeFile(Small);
    bench.s3.plan(QStringLiteral("PutObject"), {Fate::LoseRequest});
    bench.upload->start(bench.order());
    TRY_STATE(*bench.upload, UploadState::Failed);
    QVERIFY(bench.rows().first().isHeld);
    bench.upload->start(bench.order());
    TRY_STATE(*bench.upload, UploadState::Done);
    QCOMPARE(bench.rows().size(), 1);
    QTRY_VERIFY(!bench.rows().first().isHeld);
}

void UploadTakeUpTest::goesOnAfterTheConnectionWasChanged()
{
    UploadBench bench;
    bench.bench.signIn();
    bench.writeFile(Large);
    bench.s3.plan(QStringLiteral("UploadPart"), {Fate::Answer, Fate::Hang});
    bench.upload->start(bench.order());
    TRY_COUNT(bench.s3, QStringLiteral("UploadPart"), 2);
    bench.upload->pause();
    Connection other = sandboxConnection();
    other.id = QStringLiteral("other");
    other.endpointUrl = QStringLiteral("http://127.0.0.1:2");
    bench.bench.session.activateOnce(other, bench.bench.sandbox.credentials());
    QTRY_VERIFY(bench.bench.session.isReady());
    bench.upload->resume();
    TRY_STATE(*bench.upload, UploadState::Done);
    QVERIFY(bench.isSent());
}

} // namespace fuotadesk

using fuotadesk::UploadTakeUpTest;
FUOTADESK_TEST(UploadTakeUpTest);
#include "uploadtakeuptest.moc"
