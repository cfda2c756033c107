#include "preflight/filereader.h"
#include "preflight/imageupload.h"
#include "preflight/uploadbench.h"
#include "support/patience.h"
#include "support/testcase.h"

namespace fuotadesk {

namespace {

using Fate = S3Double::Fate;

constexpr qint64 Small = 900'000;
constexpr qint64 Large = 17 * UploadBench::Mebibyte; // three parts

// Each request of an upload: size of the file, operation, which of them in its order.
void addRequests(std::initializer_list<std::pair<const char*, Fate>> fates)
{
    struct Step {
        const char* name;
        qint64 size;
        const char* operation;
        int before;
    };
    static constexpr std::array Steps{
        Step{"asking", Small, "HeadObject", 0},
        Step{"whole", Small, "PutObject", 0},
        Step{"verifying the whole", Small, "HeadObject", 1},
        Step{"beginning", Large, "CreateMultipartUpload", 0},
        Step{"first part", Large, "UploadPart", 0},
        Step{"last part", Large, "UploadPart", 2},
        Step{"completing", Large, "CompleteMultipartUpload", 0},
        Step{"verifying parts", Large, "HeadObject", 2},
    };
    QTest::addColumn<qint64>("size");
    QTest::addColumn<QString>("operation");
    QTest::addColumn<int>("before");
    QTest::addColumn<int>("fate");
    for (const Step& step : Steps)
        for (const auto& [word, fate] : fates)
            QTest::addRow("%s: %s", step.name, word)
                << step.size << QString::fromLatin1(step.operation) << step.before << int(fate);
}

} // namespace

// What an upload does about trouble at each of its requests.
class UploadResumeTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void resumesAfterTrouble_data();
    void resumesAfterTrouble();
    void resumesAfterPause_data() { addRequests({{"waits", Fate::Hang}}); }
    void resumesAfterPause();
    void cancelLeavesNothing_data() { resumesAfterPause_data(); }
    void cancelLeavesNothing();
    void anotherProcessTakesItUp_data();
    void anotherProcessTakesItUp();
    void pausesWhileItReads();
    void onlyMissingPartsAreSent();
    void partsOfOtherBytesAreSentAgain();
    void anUploadThatS3HasForgottenIsBegunAnew();
    void removalThatFailsCanBeTriedAgain();

private:
    void planAt(UploadBench& bench);
    void mustBeDone(UploadBench& bench);
};

// Like the row says.
void UploadResumeTest::planAt(UploadBench& bench)
{
    QFETCH(qint64, size);
    QFETCH(QString, operation);
    QFETCH(int, before);
    QFETCH(int, fate);
    bench.bench.signIn();
    bench.writeFile(size);
    const auto last = static_cast<Fate>(fate);
    if (before == 0)
        bench.s3.plan(operation, {last});
    else if (before == 1)
        bench.s3.plan(operation, {Fate::Answer, last});
    else
        bench.s3.plan(operation, {Fate::Answer, Fate::Answer, last});
}

void UploadResumeTest::mustBeDone(UploadBench& bench)
{
    TRY_STATE(*bench.upload, UploadState::Done);
    QVERIFY(bench.isSent());
    QVERIFY(bench.s3.uploads.isEmpty());
    QVERIFY(bench.rows().isEmpty());
    QCOMPARE(bench.upload->progress().done, bench.bytes.size());
}

void UploadResumeTest::resumesAfterTrouble_data()
{
    addRequests({{"request lost", Fate::LoseRequest},
                 {"answer lost", Fate::LoseAnswer},
                 {"500", Fate::Break},
                 {"403", Fate::Deny},
                 {"keys expired", Fate::Expire}});
}

void UploadResumeTest::resumesAfterTrouble()
{
    UploadBench bench;
    planAt(bench);
    bench.upload->start(bench.order());
    QTRY_VERIFY_WITH_TIMEOUT(!bench.upload->isBusy(), 20000);
    QFETCH(QString, operation);
    QFETCH(int, before);
    QVERIFY(bench.s3.count(operation) > before); // so the trouble was met
    if (bench.upload->state() == UploadState::Failed) {
        QFETCH(int, fate);
        const ErrorKind kind = bench.upload->error()->kind;
        if (fate == int(Fate::Deny))
            QCOMPARE(kind, ErrorKind::AccessDenied);
        if (fate == int(Fate::Expire))
            QCOMPARE(kind, ErrorKind::CredentialsExpired);
        QVERIFY(bench.upload->canResume());
        bench.upload->resume();
    }
    mustBeDone(bench);
}

void UploadResumeTest::resumesAfterPause()
{
    UploadBench bench;
    planAt(bench);
    bench.upload->start(bench.order());
    QFETCH(QString, operation);
    QFETCH(int, before);
    TRY_COUNT(bench.s3, operation, before + 1);
    bench.upload->pause();
    QCOMPARE(bench.upload->state(), UploadState::Paused);
    QVERIFY(bench.upload->isBusy());
    letEventsPass();
    QCOMPARE(bench.s3.count(operation), before + 1);
    bench.upload->resume();
    mustBeDone(bench);
}

void UploadResumeTest::cancelLeavesNothing()
{
    UploadBench bench;
    planAt(bench);
    bench.upload->start(bench.order());
    QFETCH(QString, operation);
    QFETCH(int, before);
    TRY_COUNT(bench.s3, operation, before + 1);
    bench.upload->cancel();
    TRY_STATE(*bench.upload, UploadState::Cancelled);
    QVERIFY(!bench.upload->isBusy());
    QVERIFY(bench.s3.uploads.isEmpty());
    QVERIFY(bench.rows().isEmpty());
    // What was complete stays.
    QVERIFY(bench.s3.objects.isEmpty() || (before > 0 && bench.isSent()));
}

void UploadResumeTest::anotherProcessTakesItUp_data()
{
    addRequests({{"request lost", Fate::LoseRequest}, {"answer lost", Fate::LoseAnswer}});
}

void UploadResumeTest::anotherProcessTakesItUp()
{
    UploadBench bench;
    planAt(bench);
    bench.upload->start(bench.order());
    TRY_STATE(*bench.upload, UploadState::Failed);
    bench.restart();
    const auto rows = bench.rows();
    if (rows.isEmpty()) { // nothing was sent yet
        QVERIFY(bench.s3.objects.isEmpty());
        return;
    }
    QVERIFY(!rows.first().isHeld);
    bench.upload->takeUp(rows.first().record);
    mustBeDone(bench);
    QCOMPARE(bench.upload->order().file, bench.path());
}

void UploadResumeTest::pausesWhileItReads()
{
    UploadBench bench;
    bench.bench.signIn();
    bench.writeFile(Large);
    bench.upload->start(bench.order());
    bench.upload->pause();
    QCOMPARE(bench.upload->state(), UploadState::Paused);
    FileReader another; // by the end of which the upload's has read as much
    QVERIFY(*resultOf(another.look(bench.path(), 0, this)));
    QVERIFY(*resultOf(another.look(bench.path(), 0, this)));
    letEventsPass();
    QVERIFY(bench.s3.operations.isEmpty());
    bench.upload->resume();
    bench.upload->pause();
    bench.upload->cancel();
    TRY_STATE(*bench.upload, UploadState::Cancelled);
    QVERIFY(bench.s3.operations.isEmpty());
    bench.upload->start(bench.order());
    mustBeDone(bench);
}

void UploadResumeTest::onlyMissingPartsAreSent()
{
    UploadBench bench;
    bench.bench.signIn();
    bench.writeFile(Large);
    bench.s3.plan(QStringLiteral("UploadPart"), {Fate::Answer, Fate::Answer, Fate::LoseRequest});
    bench.upload->start(bench.order());
    TRY_STATE(*bench.upload, UploadState::Failed);
    bench.restart();
    bench.s3.operations.clear();
    bench.upload->takeUp(bench.rows().first().record);
    mustBeDone(bench);
    QCOMPARE(bench.s3.count(QStringLiteral("UploadPart")), 1);
    QCOMPARE(bench.s3.count(QStringLiteral("CreateMultipartUpload")), 0);
}

void UploadResumeTest::partsOfOtherBytesAreSentAgain()
{
    UploadBench bench;
    bench.bench.signIn();
    bench.writeFile(Large);
    bench.s3.plan(QStringLiteral("UploadPart"), {Fate::Answer, Fate::Answer, Fate::LoseRequest});
    bench.upload->start(bench.order());
    TRY_STATE(*bench.upload, UploadState::Failed);
    bench.s3.uploads.first().parts[1][7] = '!';
    bench.s3.uploads.first().parts[2].chop(1);
    bench.upload->resume();
    mustBeDone(bench);
    QCOMPARE(bench.s3.count(QStringLiteral("UploadPart")), 6);
}

void UploadResumeTest::anUploadThatS3HasForgottenIsBegunAnew()
{
    UploadBench bench;
    bench.bench.signIn();
    bench.writeFile(Large);
    bench.s3.plan(QStringLiteral("UploadPart"), {Fate::Answer, Fate::LoseRequest});
    bench.upload->start(bench.order());
    TRY_STATE(*bench.upload, UploadState::Failed);
    bench.s3.uploads.clear(); // a rule of the bucket does that
    bench.upload->resume();
    mustBeDone(bench);
    QCOMPARE(bench.s3.count(QStringLiteral("CreateMultipartUpload")), 2);
}

void UploadResumeTest::removalThatFailsCanBeTriedAgain()
{
    UploadBench bench;
    bench.bench.signIn();
    bench.writeFile(Large);
    bench.s3.plan(QStringLiteral("UploadPart"), {Fate::Hang});
    bench.s3.plan(QStringLiteral("AbortMultipartUpload"), {Fate::Deny});
    bench.upload->start(bench.order());
    TRY_COUNT(bench.s3, QStringLiteral("UploadPart"), 1);
    bench.upload->cancel();
    QVERIFY(bench.upload->isCancelling());
    TRY_STATE(*bench.upload, UploadState::Failed);
    QVERIFY(!bench.upload->isCancelling());
    QCOMPARE(bench.upload->error()->kind, ErrorKind::AccessDenied);
    QCOMPARE(bench.rows().size(), 1);
    bench.upload->cancel();
    TRY_STATE(*bench.upload, UploadState::Cancelled);
    QVERIFY(bench.s3.uploads.isEmpty());
    QVERIFY(bench.rows().isEmpty());
}

} // namespace fuotadesk

using fuotadesk::UploadResumeTest;
FUOTADESK_TEST(UploadResumeTest);
#include "uploadresumetest.moc"
