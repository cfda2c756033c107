#include "store/uploadjournal.h"
#include "store/await.h"
#include "store/foreigndatabase.h"
#include "store/memberjournal.h"
#include "support/fakes.h"
#include "support/testcase.h"

#include <QFile>
#include <QTemporaryDir>

namespace fuotadesk {

namespace {

const auto Here = QStringLiteral("https://s3.eu-west-1.amazonaws.com");
const auto Elsewhere = QStringLiteral("http://127.0.0.1:4567");

UploadRecord recordOf(const QString& key, const QString& endpoint = Here)
{
    UploadRecord record;
    record.connectionId = QStringLiteral("6f2c1c52");
    record.endpoint = endpoint;
    record.file = QStringLiteral("/home/you/f\u00fcr %1 \u20ac.bin").arg(key);
    record.fileSize = qint64(5) * 1024 * 1024 * 1024;
    record.fileModifiedAt = FakeClock().now().addMSecs(-456);
    record.sha256 = QByteArray::fromHex("00ff") + QByteArray(30, '\0');
    record.bucket = QStringLiteral("firmware");
    record.key = key;
    record.partSize = 8388608;
    record.begunAt = FakeClock().now().addMSecs(789);
    return record;
}

} // namespace

class UploadJournalTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void givesBackWhatWasBegun();
    void theUploadsIdSurvivesARestart();
    void settledIsGone();
    void unfinishedAreOfOneEndpointAndInOrder();
    void nothingIsClaimedTwiceOver();
    void releasedIsThereForAnybody();
    void oldUploadsAreKept();
    void livesBesideTheMembers();
    void foreignFilesAreLeftAlone_data();
    void foreignFilesAreLeftAlone();

private:
    FakeClock m_clock;
};

void UploadJournalTest::givesBackWhatWasBegun()
{
    const QTemporaryDir folder;
    UploadRecord record = recordOf(QStringLiteral("fw.bin"));
    record.replaces = true;
    {
        UploadJournal journal(folder.filePath(QStringLiteral("new/deep")), m_clock);
        record.number = outcome(journal.begin(record, this)).value();
        QVERIFY(record.number > 0);
    }
    UploadJournal journal(folder.filePath(QStringLiteral("new/deep")), m_clock);
    QCOMPARE(outcome(journal.claim(record.number, this)).value(), record);
    QVERIFY(!outcome(journal.claim(record.number + 1, this)).value());
}

void UploadJournalTest::theUploadsIdSurvivesARestart()
{
    const QTemporaryDir folder;
    UploadRecord record = recordOf(QStringLiteral("fw.bin"));
    {
        UploadJournal journal(folder.path(), m_clock);
        record.number = outcome(journal.begin(record, this)).value();
        record.uploadId = QStringLiteral("VXBsb2FkIElE/+=");
        record.partSize *= 2;
        UploadRecord other = record;
        other.key = QStringLiteral("another"); // never changes
        journal.update(other, this); // not waited for: what was asked for is done
    }
    UploadJournal journal(folder.path(), m_clock);
    QCOMPARE(outcome(journal.claim(record.number, this)).value(), record);
}

void UploadJournalTest::settledIsGone()
{
    const QTemporaryDir folder;
    UploadJournal journal(folder.path(), m_clock);
    UploadRecord record = recordOf(QStringLiteral("fw.bin"));
    record.number = outcome(journal.begin(record, this)).value();
    QVERIFY(outcome(journal.settle(record.number, this)));
    QVERIFY(outcome(journal.unfinished(Here, this))->isEmpty());
    QVERIFY(!outcome(journal.claim(record.number, this)).value());
    const auto updated = outcome(journal.update(record, this));
    QCOMPARE(errorOf(updated), ErrorKind::JournalUnavailable);
    QCOMPARE(updated.error().code, QStringLiteral("upload-missing"));
    // Its number comes to no other: who has kept it meets nothing.
    QVERIFY(outcome(journal.begin(record, this)).value() > record.number);
}

void UploadJournalTest::unfinishedAreOfOneEndpointAndInOrder()
{
    const QTemporaryDir folder;
    UploadJournal journal(folder.path(), m_clock);
    UploadRecord later = recordOf(QStringLiteral("later"));
    later.number = outcome(journal.begin(later, this)).value();
    UploadRecord earlier = recordOf(QStringLiteral("earlier"));
    earlier.begunAt = earlier.begunAt.addSecs(-1);
    earlier.number = outcome(journal.begin(earlier, this)).value();
    QVERIFY(outcome(journal.begin(recordOf(QStringLiteral("x"), Elsewhere), this)));
    const QList<JournalledUpload> expected{{earlier, true}, {later, true}};
    QCOMPARE(outcome(journal.unfinished(Here, this)).value(), expected);
}

void UploadJournalTest::nothingIsClaimedTwiceOver()
{
    const QTemporaryDir folder;
    auto first = std::make_unique<UploadJournal>(folder.path(), m_clock);
    UploadJournal second(folder.path(), m_clock);
    UploadRecord record = recordOf(QStringLiteral("fw.bin"));
    record.number = outcome(first->begin(record, this)).value();
    QCOMPARE(errorOf(outcome(first->claim(record.number, this))), ErrorKind::IntentClaimed);
    QVERIFY(outcome(second.unfinished(Here, this))->first().isHeld);
    QCOMPARE(errorOf(outcome(second.claim(record.number, this))), ErrorKind::IntentClaimed);
    QCOMPARE(errorOf(outcome(second.update(record, this))), ErrorKind::IntentClaimed);
    QCOMPARE(errorOf(outcome(second.settle(record.number, this))), ErrorKind::IntentClaimed);
    QCOMPARE(errorOf(outcome(second.release(record.number, this))), ErrorKind::IntentClaimed);
    first.reset(); // as the end of its process would
    QVERIFY(!outcome(second.unfinished(Here, this))->first().isHeld);
    // Looking does not claim.
    QCOMPARE(errorOf(outcome(second.settle(record.number, this))), ErrorKind::IntentClaimed);
    QVERIFY(outcome(second.claim(record.number, this)).value());
    QVERIFY(outcome(second.settle(record.number, this)));
}

void UploadJournalTest::releasedIsThereForAnybody()
{
    const QTemporaryDir folder;
    UploadJournal first(folder.path(), m_clock);
    UploadJournal second(folder.path(), m_clock);
    UploadRecord record = recordOf(QStringLiteral("fw.bin"));
    record.number = outcome(first.begin(record, this)).value();
    QVERIFY(outcome(first.release(record.number, this)));
    QVERIFY(!outcome(second.unfinished(Here, this))->first().isHeld);
    QCOMPARE(errorOf(outcome(first.settle(record.number, this))), ErrorKind::IntentClaimed);
    QVERIFY(outcome(second.claim(record.number, this)).value());
    QCOMPARE(errorOf(outcome(first.claim(record.number, this))), ErrorKind::IntentClaimed);
}

void UploadJournalTest::oldUploadsAreKept()
{
    const QTemporaryDir folder;
    {
        UploadJournal journal(folder.path(), m_clock);
        QVERIFY(outcome(journal.begin(recordOf(QStringLiteral("fw.bin")), this)));
    }
    m_clock.advance(std::chrono::hours(24 * 1000));
    UploadJournal journal(folder.path(), m_clock);
    QCOMPARE(outcome(journal.unfinished(Here, this))->size(), 1);
}

void UploadJournalTest::livesBesideTheMembers()
{
    const QTemporaryDir folder;
    UploadJournal journal(folder.path(), m_clock);
    MemberJournal members(folder.path(), m_clock);
    const qint64 number = outcome(journal.begin(recordOf(QStringLiteral("k")), this)).value();
    QVERIFY(outcome(members.unsettled(Here, this)));
    // The other's sweep of dead owners has not touched the claim.
    UploadJournal second(folder.path(), m_clock);
    QCOMPARE(errorOf(outcome(second.claim(number, this))), ErrorKind::IntentClaimed);
}

void UploadJournalTest::foreignFilesAreLeftAlone_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("schema");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("another journal's")
        << QStringLiteral("intents") << 1 << ErrorKind::JournalUnavailable;
    QTest::newRow("newer") << QStringLiteral("uploads") << 2 << ErrorKind::FileTooNew;
}

void UploadJournalTest::foreignFilesAreLeftAlone()
{
    QFETCH(QString, name);
    QFETCH(int, schema);
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("uploads.sqlite")));
    QVERIFY(makeForeignDatabase(file.fileName(), name, schema));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray before = file.readAll();
    {
        UploadJournal journal(folder.path(), m_clock);
        QFETCH(ErrorKind, kind);
        QCOMPARE(errorOf(outcome(journal.begin(recordOf(QStringLiteral("k")), this))), kind);
    }
    QVERIFY(file.seek(0));
    QCOMPARE(file.readAll(), before);
}

} // namespace fuotadesk

using fuotadesk::UploadJournalTest;
FUOTADESK_TEST(UploadJournalTest);
#include "uploadjournaltest.moc"
