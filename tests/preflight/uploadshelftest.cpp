#include "preflight/uploadshelf.h"
#include "preflight/uploadbench.h"
#include "support/patience.h"
#include "support/testcase.h"

#include <QSignalSpy>

namespace fuotadesk {

namespace {

using Fate = S3Double::Fate;

const auto Bucket = QStringLiteral("firmware");

} // namespace

class UploadShelfTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void listsOursAndOthersOnce();
    void whatIsUnderWayIsInUse();
    void removesOurs();
    void removesAnothers();
    void goneIsRemoved();
    void removalOfOneWithoutIdSweeps();
    void deniedRemovalKeepsIt();
    void deniedListingLeavesTheJournals();
    void anotherConnectionForgets();

private:
    void begin();
    qint64 leave(qint64 partSize, const QString& uploadId);
    void refresh();
    UnfinishedUpload only();

    std::unique_ptr<UploadBench> m_bench;
    std::unique_ptr<UploadShelf> m_shelf;
};

// Everything anew.
void UploadShelfTest::begin()
{
    m_shelf.reset();
    m_bench = std::make_unique<UploadBench>();
    m_bench->bench.signIn();
    m_shelf = std::make_unique<UploadShelf>(m_bench->services, *m_bench->journal);
}

// As a run does that ended.
qint64 UploadShelfTest::leave(qint64 partSize, const QString& uploadId)
{
    UploadRecord record;
    record.endpoint = m_bench->services.endpoint();
    record.file = m_bench->path();
    record.bucket = Bucket;
    record.key = QStringLiteral("v1/fw.bin");
    record.partSize = partSize;
    record.uploadId = uploadId;
    record.begunAt = m_bench->bench.clock.now();
    UploadJournal other(m_bench->journalFolder(), m_bench->bench.clock);
    return resultOf(other.begin(record, this))->value();
}

void UploadShelfTest::refresh()
{
    m_shelf->refresh({Bucket});
    QVERIFY(m_shelf->isLoading());
    QTRY_VERIFY(!m_shelf->isLoading());
}

UnfinishedUpload UploadShelfTest::only()
{
    refresh();
    return m_shelf->uploads().size() == 1 ? m_shelf->uploads().first() : UnfinishedUpload{};
}

void UploadShelfTest::listsOursAndOthersOnce()
{
    begin();
    const QDateTime now = m_bench->bench.clock.now();
    const QString ours = m_bench->s3.addUpload(Place, now);
    const QString older = m_bench->s3.addUpload(QStringLiteral("firmware/older"), now.addDays(-1));
    m_bench->s3.addUpload(QStringLiteral("elsewhere/x"), now);
    const qint64 number = leave(8388608, ours);
    refresh();
    QCOMPARE(m_shelf->uploads().size(), 2);
    const UnfinishedUpload& first = m_shelf->uploads().first();
    QCOMPARE(first.record.uploadId, older);
    QCOMPARE(first.record.key, QStringLiteral("older"));
    QCOMPARE(first.record.bucket, Bucket);
    QVERIFY(!first.isOurs && !first.isInUse);
    const UnfinishedUpload& last = m_shelf->uploads().last();
    QCOMPARE(last.record.number, number);
    QVERIFY(last.isOurs && !last.isInUse);
    QCOMPARE(m_bench->s3.count(QStringLiteral("ListMultipartUploads")), 1);
}

void UploadShelfTest::whatIsUnderWayIsInUse()
{
    begin();
    m_bench->writeFile(17 * UploadBench::Mebibyte);
    m_bench->s3.plan(QStringLiteral("UploadPart"), {Fate::Hang});
    m_bench->upload->start(m_bench->order());
    TRY_COUNT(m_bench->s3, QStringLiteral("UploadPart"), 1);
    const UnfinishedUpload upload = only();
    QVERIFY(upload.isOurs && upload.isInUse);
    const auto removed = resultOf(m_shelf->remove(upload, this));
    QCOMPARE(removed->error().kind, ErrorKind::IntentClaimed);
    QCOMPARE(m_bench->s3.uploads.size(), 1);
}

void UploadShelfTest::removesOurs()
{
    begin();
    leave(8388608, m_bench->s3.addUpload(Place, m_bench->bench.clock.now()));
    const UnfinishedUpload upload = only();
    QSignalSpy changes(m_shelf.get(), &UploadShelf::changed);
    QVERIFY(resultOf(m_shelf->remove(upload, this))->has_value());
    QVERIFY(m_shelf->uploads().isEmpty());
    QCOMPARE(changes.size(), 1);
    QVERIFY(m_bench->s3.uploads.isEmpty());
    QVERIFY(m_bench->rows().isEmpty());
}

void UploadShelfTest::removesAnothers()
{
    begin();
    m_bench->s3.addUpload(Place, m_bench->bench.clock.now());
    const UnfinishedUpload upload = only();
    QVERIFY(resultOf(m_shelf->remove(upload, this))->has_value());
    QVERIFY(m_bench->s3.uploads.isEmpty());
    QVERIFY(m_shelf->uploads().isEmpty());
}

void UploadShelfTest::goneIsRemoved()
{
    begin();
    leave(8388608, QStringLiteral("long gone"));
    QVERIFY(resultOf(m_shelf->remove(only(), this))->has_value());
    QVERIFY(m_bench->rows().isEmpty());
    leave(0, {}); // in one request: nothing is there
    QVERIFY(resultOf(m_shelf->remove(only(), this))->has_value());
    QVERIFY(m_bench->rows().isEmpty());
}

// Its beginning was cut off: of the uploads of that key those are its own that have no part and
// were begun at that time.
void UploadShelfTest::removalOfOneWithoutIdSweeps()
{
    begin();
    const QDateTime now = m_bench->bench.clock.now();
    const QString ours = m_bench->s3.addUpload(Place, now.addSecs(2));
    const QString filled = m_bench->s3.addUpload(Place, now.addSecs(2));
    m_bench->s3.uploads[filled].parts.insert(1, "bytes");
    const QString older = m_bench->s3.addUpload(Place, now.addSecs(-3600));
    const QString other = m_bench->s3.addUpload(QStringLiteral("firmware/x"), now);
    leave(8388608, {});
    refresh();
    const auto uploads = m_shelf->uploads();
    const auto found = std::find_if(uploads.cbegin(), uploads.cend(),
                                    [](const UnfinishedUpload& each) { return each.isOurs; });
    QVERIFY(found != uploads.cend());
    QVERIFY(resultOf(m_shelf->remove(*found, this))->has_value());
    QCOMPARE(m_bench->s3.uploads.keys(), (QStringList{filled, older, other}));
    QVERIFY(m_bench->rows().isEmpty());
}

void UploadShelfTest::deniedRemovalKeepsIt()
{
    begin();
    leave(8388608, m_bench->s3.addUpload(Place, m_bench->bench.clock.now()));
    m_bench->s3.plan(QStringLiteral("AbortMultipartUpload"), {Fate::Deny});
    const auto removed = resultOf(m_shelf->remove(only(), this));
    QCOMPARE(removed->error().kind, ErrorKind::AccessDenied);
    QCOMPARE(m_shelf->uploads().size(), 1);
    QTRY_VERIFY(!m_bench->rows().first().isHeld); // it can be tried again
    QVERIFY(resultOf(m_shelf->remove(only(), this))->has_value());
}

void UploadShelfTest::deniedListingLeavesTheJournals()
{
    begin();
    leave(0, {});
    m_bench->s3.always(QStringLiteral("ListMultipartUploads"), Fate::Deny);
    refresh();
    QCOMPARE(m_shelf->uploads().size(), 1);
    QCOMPARE(m_shelf->error()->kind, ErrorKind::AccessDenied);
}

void UploadShelfTest::anotherConnectionForgets()
{
    begin();
    leave(0, {});
    refresh();
    m_bench->bench.session.activate(sandboxConnection().id);
    QVERIFY(m_shelf->uploads().isEmpty());
}

} // namespace fuotadesk

using fuotadesk::UploadShelfTest;
FUOTADESK_TEST(UploadShelfTest);
#include "uploadshelftest.moc"
