#include "buckets/bucketsbench.h"
#include "support/testcase.h"

namespace fuotadesk {

class S3ListingTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void foldersAreThoseOfTheReference();
    void orderIsThatOfTheBytes();
    void pagesShowEachOnce_data();
    void pagesShowEachOnce();
    void versionOnePagesToo();
    void whatIsDeletedIsNotListed();
    void namesAreEncodedOnRequest();
    void wrongQueriesAreRefused_data();
    void wrongQueriesAreRefused();
    void versionsAreListedNewestFirst();

private:
    static void fill(BucketsBench& bench, const QList<QByteArray>& paths)
    {
        bench.store.addBucket(QStringLiteral("example"), QStringLiteral("eu-west-1"));
        for (const QByteArray& path : paths)
            QCOMPARE(bench.put("/example/" + path, "x").status, 200);
    }
};

// https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html, the examples with
// sample.jpg and with prefix and delimiter
void S3ListingTest::foldersAreThoseOfTheReference()
{
    BucketsBench bench;
    fill(bench,
         {"sample.jpg", "photos/2006/January/sample.jpg", "photos/2006/February/sample2.jpg",
          "photos/2006/February/sample3.jpg", "photos/2006/February/sample4.jpg"});
    const HttpResponse top = bench.ask("GET", "/example?list-type=2&delimiter=/");
    QCOMPARE(top.status, 200);
    QCOMPARE(BucketsBench::leaves(top, "Key"), QStringList{QStringLiteral("sample.jpg")});
    QCOMPARE(BucketsBench::leaves(top, "Prefix"),
             (QStringList{QString(), QStringLiteral("photos/")})); // ours is empty
    QCOMPARE(BucketsBench::leaf(top, "KeyCount"), QStringLiteral("2"));
    QCOMPARE(BucketsBench::leaf(top, "IsTruncated"), QStringLiteral("false"));
    const HttpResponse year =
        bench.ask("GET", "/example?list-type=2&prefix=photos/2006/&delimiter=/");
    QCOMPARE(BucketsBench::leaves(year, "Prefix"),
             (QStringList{QStringLiteral("photos/2006/"), QStringLiteral("photos/2006/February/"),
                          QStringLiteral("photos/2006/January/")}));
    QVERIFY(BucketsBench::leaves(year, "Key").isEmpty());
}

// In UTF-16 the last two would change places.
void S3ListingTest::orderIsThatOfTheBytes()
{
    BucketsBench bench;
    fill(bench, {"%F0%9F%98%80", "%EF%BC%A1", "a", "B", "b"});
    const HttpResponse listed = bench.ask("GET", "/example?list-type=2");
    QCOMPARE(
        BucketsBench::leaves(listed, "Key"),
        (QStringList{QStringLiteral("B"), QStringLiteral("a"), QStringLiteral("b"),
                     QString::fromUtf8("\xEF\xBC\xA1"), QString::fromUtf8("\xF0\x9F\x98\x80")}));
}

void S3ListingTest::pagesShowEachOnce_data()
{
    QTest::addColumn<int>("size");
    for (const int size : {1, 2, 3, 4, 1000})
        QTest::addRow("%d", size) << size;
}

void S3ListingTest::pagesShowEachOnce()
{
    QFETCH(int, size);
    BucketsBench bench;
    fill(bench, {"a", "d/1", "d/2", "d/", "d0", "e/x/y", "f"});
    QStringList keys;
    QStringList folders;
    QByteArray token;
    for (int pages = 0; pages < 10; ++pages) {
        const HttpResponse page = bench.ask(
            "GET",
            "/example?list-type=2&delimiter=%2F&max-keys=" + QByteArray::number(size) + token);
        QCOMPARE(page.status, 200);
        keys += BucketsBench::leaves(page, "Key");
        folders += BucketsBench::leaves(page, "Prefix");
        const QString next = BucketsBench::leaf(page, "NextContinuationToken");
        QCOMPARE(next.isEmpty(), BucketsBench::leaf(page, "IsTruncated") == u"false");
        if (next.isEmpty())
            break;
        token = "&continuation-token=" + next.toLatin1();
    }
    folders.removeAll(QString());
    QCOMPARE(keys, (QStringList{QStringLiteral("a"), QStringLiteral("d0"), QStringLiteral("f")}));
    QCOMPARE(folders, (QStringList{QStringLiteral("d/"), QStringLiteral("e/")}));
}

void S3ListingTest::versionOnePagesToo()
{
    BucketsBench bench;
    fill(bench, {"a", "d/1", "d/2", "e"});
    const HttpResponse first = bench.ask("GET", "/example?delimiter=/&max-keys=2");
    QCOMPARE(BucketsBench::leaf(first, "NextMarker"), QStringLiteral("d/"));
    const HttpResponse second = bench.ask("GET", "/example?delimiter=/&max-keys=2&marker=d/");
    QCOMPARE(BucketsBench::leaves(second, "Key"), QStringList{QStringLiteral("e")});
    QCOMPARE(BucketsBench::leaf(second, "IsTruncated"), QStringLiteral("false"));
    QCOMPARE(BucketsBench::leaves(bench.ask("GET", "/example?list-type=2&start-after=d/1"), "Key"),
             (QStringList{QStringLiteral("d/2"), QStringLiteral("e")}));
    const HttpResponse none = bench.ask("GET", "/example?list-type=2&max-keys=0");
    QCOMPARE(BucketsBench::leaf(none, "IsTruncated"), QStringLiteral("false"));
}

void S3ListingTest::whatIsDeletedIsNotListed()
{
    BucketsBench bench;
    fill(bench, {"a", "d/1"});
    bench.store.bucket(QStringLiteral("example"))->keepsVersions = true;
    QCOMPARE(bench.ask("DELETE", "/example/d/1").status, 204);
    const HttpResponse listed = bench.ask("GET", "/example?list-type=2&delimiter=/");
    QCOMPARE(BucketsBench::leaf(listed, "KeyCount"), QStringLiteral("1"));
    QCOMPARE(BucketsBench::leaves(listed, "Key"), QStringList{QStringLiteral("a")});
}

void S3ListingTest::namesAreEncodedOnRequest()
{
    BucketsBench bench;
    fill(bench, {"a%20b%2Bc%25%26/%C3%A9"});
    QCOMPARE(BucketsBench::leaves(bench.ask("GET", "/example?list-type=2"), "Key"),
             QStringList{QString::fromUtf8("a b+c%&amp;/é")});
    const HttpResponse encoded = bench.ask("GET", "/example?list-type=2&encoding-type=url");
    QCOMPARE(BucketsBench::leaf(encoded, "Key"), QStringLiteral("a%20b%2Bc%25%26/%C3%A9"));
    QCOMPARE(BucketsBench::leaf(encoded, "EncodingType"), QStringLiteral("url"));
}

void S3ListingTest::wrongQueriesAreRefused_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::newRow("no number") << QByteArray("list-type=2&max-keys=x");
    QTest::newRow("negative") << QByteArray("list-type=2&max-keys=-1");
    QTest::newRow("encoding") << QByteArray("list-type=2&encoding-type=html");
    QTest::newRow("token") << QByteArray("list-type=2&continuation-token=%3F%3F");
    QTest::newRow("empty token") << QByteArray("list-type=2&continuation-token=");
}

void S3ListingTest::wrongQueriesAreRefused()
{
    QFETCH(QByteArray, query);
    BucketsBench bench;
    const HttpResponse refused = bench.ask("GET", "/sandbox-bucket?" + query);
    QCOMPARE(refused.status, 400);
    QCOMPARE(BucketsBench::code(refused), QStringLiteral("InvalidArgument"));
}

void S3ListingTest::versionsAreListedNewestFirst()
{
    BucketsBench bench;
    const auto first =
        headerValue(bench.put("/firmware-bucket/v/x", "1").headers, "x-amz-version-id");
    const auto second =
        headerValue(bench.put("/firmware-bucket/v/x", "2").headers, "x-amz-version-id");
    bench.put("/firmware-bucket/v/y", "3");
    const HttpResponse page = bench.ask("GET", "/firmware-bucket?versions&prefix=v/&max-keys=1");
    QCOMPARE(BucketsBench::leaves(page, "VersionId"),
             (QStringList{QString::fromLatin1(second), QString::fromLatin1(first)}));
    QCOMPARE(BucketsBench::leaf(page, "NextKeyMarker"), QStringLiteral("v/x"));
    const HttpResponse next =
        bench.ask("GET", "/firmware-bucket?versions&prefix=v/&max-keys=1&key-marker=v/x");
    QCOMPARE(BucketsBench::leaf(next, "Key"), QStringLiteral("v/y"));
    QCOMPARE(BucketsBench::leaf(next, "IsTruncated"), QStringLiteral("false"));
}

FUOTADESK_TEST(S3ListingTest);

} // namespace fuotadesk

#include "s3listingtest.moc"
