#include "preflight/bucketbrowser.h"
#include "preflight/uploadbench.h"
#include "support/patience.h"
#include "support/testcase.h"

#include <QSignalSpy>

namespace fuotadesk {

namespace {

using Fate = S3Double::Fate;

const auto Bucket = QStringLiteral("firmware");
const auto List = QStringLiteral("ListObjectsV2");

} // namespace

class BucketBrowserTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void readsTheBuckets();
    void readsAFolderToItsEnd();
    void opensOnce();
    void closeStopsAndOpenGoesOn();
    void refreshDropsLateAnswers();
    void failureKeepsWhatWasRead();
    void listThatGoesInCirclesEnds();
    void folderWithoutAnEndIsLeft();
    void searchKeepsWhatContainsTheText();
    void searchEndsAtTheMostHits();
    void anotherSearchDropsTheFirst();
    void signedOutIsSaid();
    void anotherConnectionForgets();

private:
    void begin();
    void fill(int count);
    const BucketFolder& folder(const QString& prefix = {});

    std::unique_ptr<UploadBench> m_bench;
    std::unique_ptr<BucketBrowser> m_browser;
};

// Everything anew.
void BucketBrowserTest::begin()
{
    m_browser.reset();
    m_bench = std::make_unique<UploadBench>();
    m_bench->bench.signIn();
    m_bench->s3.buckets = {Bucket, QStringLiteral("other")};
    m_browser = std::make_unique<BucketBrowser>(m_bench->services);
}

void BucketBrowserTest::fill(int count)
{
    for (int i = 0; i < count; ++i)
        m_bench->s3.addObject(QStringLiteral("firmware/all/Image-%1").arg(i, 6, 10, QChar(u'0')),
                              "x");
}

const BucketFolder& BucketBrowserTest::folder(const QString& prefix)
{
    static const BucketFolder None;
    const BucketFolder* found = m_browser->folder(Bucket, prefix);
    return found ? *found : None;
}

void BucketBrowserTest::readsTheBuckets()
{
    begin();
    QSignalSpy changes(m_browser.get(), &BucketBrowser::bucketsChanged);
    m_browser->refresh();
    QVERIFY(m_browser->isReadingBuckets());
    QTRY_VERIFY(!m_browser->isReadingBuckets());
    QCOMPARE(m_browser->buckets().size(), 2);
    QCOMPARE(m_browser->buckets().first().name, Bucket);
    QCOMPARE(changes.size(), 2);
    m_bench->s3.plan(QStringLiteral("ListBuckets"), {Fate::Deny});
    m_browser->refresh();
    QTRY_VERIFY(m_browser->bucketsError());
    QCOMPARE(m_browser->bucketsError()->kind, ErrorKind::AccessDenied);
}

void BucketBrowserTest::readsAFolderToItsEnd()
{
    begin();
    fill(2500);
    m_bench->s3.addObject(QStringLiteral("firmware/top + 1%.bin"), "1234");
    QSignalSpy changes(m_browser.get(), &BucketBrowser::folderChanged);
    m_browser->open(Bucket, {});
    QTRY_VERIFY(folder().isComplete);
    QCOMPARE(folder().folders, QStringList{QStringLiteral("all/")});
    QCOMPARE(folder().objects.size(), 1);
    QCOMPARE(folder().objects.first().key, QStringLiteral("top + 1%.bin"));
    QCOMPARE(folder().objects.first().size, 4);
    changes.clear();
    m_browser->open(Bucket, QStringLiteral("all/"));
    QTRY_VERIFY(folder(QStringLiteral("all/")).isComplete);
    QCOMPARE(folder(QStringLiteral("all/")).objects.size(), 2500);
    QCOMPARE(changes.size(), 4); // opened, and three pages
    QCOMPARE(changes.last(), (QList<QVariant>{Bucket, QStringLiteral("all/")}));
}

void BucketBrowserTest::opensOnce()
{
    begin();
    QVERIFY(!m_browser->folder(Bucket, {}));
    m_browser->open(Bucket, {});
    m_browser->open(Bucket, {});
    QTRY_VERIFY(folder().isComplete);
    m_browser->open(Bucket, {});
    letEventsPass();
    QCOMPARE(m_bench->s3.count(List), 1);
}

void BucketBrowserTest::closeStopsAndOpenGoesOn()
{
    begin();
    const auto all = QStringLiteral("all/");
    fill(2500);
    m_bench->s3.plan(List, {Fate::Answer, Fate::Hang});
    m_browser->open(Bucket, all);
    QTRY_COMPARE(m_bench->s3.count(List), 2);
    m_browser->close(Bucket, all);
    QVERIFY(!folder(all).isReading && !folder(all).isComplete);
    QCOMPARE(folder(all).objects.size(), 1000);
    m_browser->open(Bucket, all);
    QTRY_VERIFY(folder(all).isComplete);
    QCOMPARE(folder(all).objects.size(), 2500);
    QCOMPARE(m_bench->s3.count(List), 4);
}

void BucketBrowserTest::refreshDropsLateAnswers()
{
    begin();
    fill(10);
    m_browser->open(Bucket, {});
    m_browser->search(Bucket, QStringLiteral("image"));
    m_browser->refresh();
    QVERIFY(!m_browser->folder(Bucket, {}));
    QTRY_VERIFY(!m_browser->isReadingBuckets());
    letEventsPass();
    QVERIFY(!m_browser->folder(Bucket, {}));
    QVERIFY(m_browser->hits().objects.isEmpty());
}

void BucketBrowserTest::failureKeepsWhatWasRead()
{
    begin();
    const auto all = QStringLiteral("all/");
    fill(1500);
    m_bench->s3.plan(List, {Fate::Answer, Fate::LoseRequest});
    m_browser->open(Bucket, all);
    QTRY_VERIFY(folder(all).error);
    QVERIFY(!folder(all).isReading && !folder(all).isComplete);
    QCOMPARE(folder(all).objects.size(), 1000);
    m_browser->open(Bucket, all);
    QVERIFY(!folder(all).error);
    QTRY_VERIFY(folder(all).isComplete);
    QCOMPARE(folder(all).objects.size(), 1500);
}

void BucketBrowserTest::listThatGoesInCirclesEnds()
{
    begin();
    fill(3);
    m_bench->s3.goesInCircles = true;
    m_browser->open(Bucket, QStringLiteral("all/"));
    m_browser->search(Bucket, QStringLiteral("image"));
    QTRY_VERIFY(folder(QStringLiteral("all/")).error && m_browser->hits().error);
    QCOMPARE(folder(QStringLiteral("all/")).error->kind, ErrorKind::AnswerMalformed);
    QCOMPARE(m_browser->hits().error->kind, ErrorKind::AnswerMalformed);
    QVERIFY(!m_browser->hits().isReading && !folder(QStringLiteral("all/")).isReading);
    QCOMPARE(m_bench->s3.count(List), 4);
}

void BucketBrowserTest::folderWithoutAnEndIsLeft()
{
    begin();
    m_browser = std::make_unique<BucketBrowser>(m_bench->services, nullptr, 2000);
    const auto all = QStringLiteral("all/");
    fill(2000);
    m_browser->open(Bucket, all);
    QTRY_VERIFY(folder(all).isComplete);
    QVERIFY(!folder(all).isFull);
    m_browser->refresh();
    fill(4500);
    m_browser->open(Bucket, all);
    QTRY_VERIFY(folder(all).isFull);
    QVERIFY(!folder(all).isReading && !folder(all).isComplete);
    QCOMPARE(folder(all).objects.size(), 2000);
    const int asked = m_bench->s3.count(List);
    m_browser->open(Bucket, all);
    QVERIFY(!folder(all).isReading);
    QCOMPARE(m_bench->s3.count(List), asked);
    m_browser->search(Bucket, QStringLiteral("image-004499"));
    QTRY_COMPARE(m_browser->hits().objects.size(), 1);
}

void BucketBrowserTest::searchKeepsWhatContainsTheText()
{
    begin();
    fill(2500);
    m_browser->search(Bucket, QStringLiteral("image-0012"));
    QVERIFY(m_browser->hits().isReading);
    QTRY_VERIFY(m_browser->hits().isComplete);
    QCOMPARE(m_browser->hits().objects.size(), 100);
    QCOMPARE(m_browser->searched(), 2500);
    m_browser->endSearch();
    QVERIFY(m_browser->hits().objects.isEmpty());
    QCOMPARE(m_browser->searched(), 0);
}

void BucketBrowserTest::searchEndsAtTheMostHits()
{
    begin();
    fill(BucketBrowser::MostHits + 500);
    m_browser->search(Bucket, QStringLiteral("all"));
    QTRY_COMPARE(m_browser->hits().objects.size(), BucketBrowser::MostHits);
    QVERIFY(!m_browser->hits().isReading);
    QVERIFY(!m_browser->hits().isComplete);
    QCOMPARE(m_bench->s3.count(List), 10);
}

void BucketBrowserTest::anotherSearchDropsTheFirst()
{
    begin();
    fill(3);
    m_browser->search(Bucket, QStringLiteral("000001"));
    m_browser->search(Bucket, QStringLiteral("000002"));
    QTRY_VERIFY(m_browser->hits().isComplete);
    letEventsPass();
    QCOMPARE(m_browser->hits().objects.size(), 1);
    QCOMPARE(m_browser->hits().objects.first().key, QStringLiteral("all/Image-000002"));
    QCOMPARE(m_browser->searched(), 3);
}

void BucketBrowserTest::signedOutIsSaid()
{
    begin();
    m_bench->bench.stacks.error = Error{ErrorKind::CaBundleUnusable, {}, {}, 0, {}, {}, false};
    m_bench->bench.session.activate(sandboxConnection().id);
    QTRY_COMPARE(m_bench->bench.session.state(), SessionState::SignedOut);
    m_browser->refresh();
    QCOMPARE(m_browser->bucketsError()->kind, ErrorKind::CredentialsMissing);
    m_browser->open(Bucket, {});
    QCOMPARE(folder().error->kind, ErrorKind::CredentialsMissing);
    QVERIFY(!folder().isReading);
}

void BucketBrowserTest::anotherConnectionForgets()
{
    begin();
    m_browser->refresh();
    m_browser->open(Bucket, {});
    QTRY_VERIFY(folder().isComplete && !m_browser->isReadingBuckets());
    m_bench->bench.session.activate(sandboxConnection().id);
    QVERIFY(m_browser->buckets().isEmpty());
    QVERIFY(!m_browser->folder(Bucket, {}));
}

} // namespace fuotadesk

using fuotadesk::BucketBrowserTest;
FUOTADESK_TEST(BucketBrowserTest);
#include "bucketbrowsertest.moc"
