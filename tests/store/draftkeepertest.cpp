#include "store/draftkeeper.h"
#include "store/await.h"
#include "store/files.h"
#include "support/testcase.h"

#include <QFile>
#include <QTemporaryDir>

#include <sys/stat.h>

namespace fuotadesk {

namespace {

Template someDraft()
{
    Template value;
    value.name = QStringLiteral("unfinished");
    value.draft.task.name =
        QString(); // typed and emptied again: half a form must come back as it was
    value.draft.task.clientRequestToken = QStringLiteral("token-of-mine");
    value.draft.task.tags = {{QStringLiteral("team"), QStringLiteral("meters")}};
    value.draft.imageSizeBytes = 102'400;
    return value;
}

struct Draft {
    QTemporaryDir folder;
    QString path = folder.filePath(QStringLiteral("state/unfinished.fuota.json"));
};

} // namespace

class DraftKeeperTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void nothingIsKeptAtFirst();
    void givesBackWhatWasKept();
    void keepsBeforeItDies();
    void discardsForGood();
    void noTokenOnDisk();
    void damageIsReportedOnceAndSetAside_data();
    void damageIsReportedOnceAndSetAside();
};

void DraftKeeperTest::nothingIsKeptAtFirst()
{
    const Draft draft;
    DraftKeeper keeper(draft.path);
    const auto restored = outcome(keeper.restore(this));
    QVERIFY(restored);
    QVERIFY(!*restored);
    QVERIFY(outcome(keeper.discard(this)));
}

void DraftKeeperTest::givesBackWhatWasKept()
{
    const Draft draft;
    DraftKeeper keeper(draft.path);
    QVERIFY(outcome(keeper.keep(someDraft(), this)));
    const auto restored = outcome(DraftKeeper(draft.path).restore(this));
    CampaignDraft expected = someDraft().draft;
    expected.task.clientRequestToken.reset();
    QCOMPARE(restored.value()->draft, expected);
    QCOMPARE(restored.value()->name, QStringLiteral("unfinished"));
}

void DraftKeeperTest::keepsBeforeItDies()
{
    const Draft draft;
    {
        DraftKeeper keeper(draft.path);
        keeper.keep(someDraft(), this);
    }
    DraftKeeper keeper(draft.path);
    QVERIFY(outcome(keeper.restore(this)).value());
}

void DraftKeeperTest::discardsForGood()
{
    const Draft draft;
    DraftKeeper keeper(draft.path);
    QVERIFY(outcome(keeper.keep(someDraft(), this)));
    QVERIFY(outcome(keeper.discard(this)));
    QVERIFY(!outcome(keeper.restore(this)).value());
    QVERIFY(!QFile::exists(draft.path));
}

void DraftKeeperTest::noTokenOnDisk()
{
    const Draft draft;
    DraftKeeper keeper(draft.path);
    QVERIFY(outcome(keeper.keep(someDraft(), this)));
    const QByteArray bytes = readBoundedFile(draft.path, LargestTemplateBytes).value();
    QVERIFY(bytes.contains("102400"));
    QVERIFY(!bytes.contains("token-of-mine"));
}

void DraftKeeperTest::damageIsReportedOnceAndSetAside_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<ErrorKind>("error");
    QTest::newRow("cut") << QByteArray(R"({"schema":1,"na)") << ErrorKind::FileMalformed;
    QTest::newRow("empty") << QByteArray() << ErrorKind::FileMalformed;
    QTest::newRow("newer") << QByteArray(R"({"schema":9})") << ErrorKind::FileTooNew;
    QTest::newRow("large") << QByteArray(10'000'000, ' ') << ErrorKind::FileTooLarge;
    QTest::newRow("a FIFO") << QByteArray("fifo") << ErrorKind::FileUnreadable;
}

void DraftKeeperTest::damageIsReportedOnceAndSetAside()
{
    QFETCH(QByteArray, bytes);
    QFETCH(ErrorKind, error);
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("unfinished.fuota.json"));
    if (error == ErrorKind::FileUnreadable)
        QCOMPARE(::mkfifo(QFile::encodeName(path).constData(), 0600), 0);
    else
        QVERIFY(writeFileAtomically(path, bytes));
    DraftKeeper keeper(path);
    QCOMPARE(errorOf(outcome(keeper.restore(this))), error);
    const auto again = outcome(keeper.restore(this));
    QVERIFY(again);
    QVERIFY(!*again);
    QVERIFY(QFile::exists(path + QStringLiteral(".damaged-1")));
}

} // namespace fuotadesk

using fuotadesk::DraftKeeperTest;
FUOTADESK_TEST(DraftKeeperTest);
#include "draftkeepertest.moc"
