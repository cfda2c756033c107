#include "buckets/conditions.h"

#include "support/testcase.h"

namespace fuotadesk {

class ConditionsTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void rangesAreThoseOfTheStandard_data();
    void rangesAreThoseOfTheStandard();
    void readsAreConditional_data();
    void readsAreConditional();
    void writesAreConditional_data();
    void writesAreConditional();

private:
    static StoredObject object();
};

StoredObject ConditionsTest::object()
{
    StoredObject object;
    object.eTag = "abc";
    object.modifiedAt = QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5), Qt::UTC);
    return object;
}

// RFC 9110, 14.1.2: "the first 500 bytes", "the second 500 bytes", "the final 500 bytes", of 10 000
void ConditionsTest::rangesAreThoseOfTheStandard_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<qint64>("first"); // -1: all of it; -2: refused
    QTest::addColumn<qint64>("count");
    const auto row = [](const char* header, qint64 first, qint64 count) {
        QTest::newRow(header) << QByteArray(header) << first << count;
    };
    row("bytes=0-499", 0, 500);
    row("bytes=500-999", 500, 500);
    row("bytes=-500", 9500, 500);
    row("bytes=9500-", 9500, 500);
    row("bytes=9999-", 9999, 1);
    row("bytes=9000-99999", 9000, 1000);
    row("bytes=-99999", 0, 10'000);
    row("bytes=10000-", -2, 0);
    row("bytes=-0", -2, 0);
    row("bytes=0-0,-1", -1, 0);
    row("bytes=5-4", -1, 0);
    row("bytes=-", -1, 0);
    row("bytes=a-b", -1, 0);
    row("bytes=1", -1, 0);
    row("lines=0-1", -1, 0);
    row("", -1, 0);
}

void ConditionsTest::rangesAreThoseOfTheStandard()
{
    QFETCH(QByteArray, header);
    QFETCH(qint64, first);
    QFETCH(qint64, count);
    const auto range = rangeOf(header, 10'000);
    QCOMPARE(range.has_value(), first != -2);
    if (!range) {
        QCOMPARE(range.error().status, 416);
        QCOMPARE(headerValue(range.error().headers, "Content-Range"), QByteArray("bytes */10000"));
        return;
    }
    QCOMPARE(range->has_value(), first >= 0);
    if (first >= 0)
        QCOMPARE(**range, (ByteRange{first, count}));
}

// https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html, "Conditional requests"
void ConditionsTest::readsAreConditional_data()
{
    QTest::addColumn<HttpHeaders>("headers");
    QTest::addColumn<int>("status");
    const auto before = QByteArrayLiteral("Fri, 02 Jan 2026 03:04:04 GMT");
    const auto after = QByteArrayLiteral("Fri, 02 Jan 2026 03:04:06 GMT");
    QTest::newRow("none") << HttpHeaders() << 200;
    QTest::newRow("same") << HttpHeaders{{"If-Match", "\"abc\""}} << 200;
    QTest::newRow("one of them") << HttpHeaders{{"If-Match", "\"x\", \"abc\""}} << 200;
    QTest::newRow("any") << HttpHeaders{{"If-Match", "*"}} << 200;
    QTest::newRow("other") << HttpHeaders{{"If-Match", "\"x\""}} << 412;
    QTest::newRow("had") << HttpHeaders{{"If-None-Match", "\"abc\""}} << 304;
    QTest::newRow("not had") << HttpHeaders{{"If-None-Match", "\"x\""}} << 200;
    QTest::newRow("newer") << HttpHeaders{{"If-Modified-Since", before}} << 200;
    QTest::newRow("not newer") << HttpHeaders{{"If-Modified-Since", after}} << 304;
    QTest::newRow("changed") << HttpHeaders{{"If-Unmodified-Since", before}} << 412;
    QTest::newRow("unchanged") << HttpHeaders{{"If-Unmodified-Since", after}} << 200;
    QTest::newRow("match and changed")
        << HttpHeaders{{"If-Match", "\"abc\""}, {"If-Unmodified-Since", before}} << 200;
    QTest::newRow("had and newer")
        << HttpHeaders{{"If-None-Match", "\"abc\""}, {"If-Modified-Since", before}} << 304;
}

void ConditionsTest::readsAreConditional()
{
    QFETCH(HttpHeaders, headers);
    BucketRequest request;
    request.headers = headers;
    const auto refusal = readRefusal(request, object());
    QTEST(refusal ? refusal->status : 200, "status");
}

// https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html
void ConditionsTest::writesAreConditional_data()
{
    QTest::addColumn<HttpHeaders>("headers");
    QTest::addColumn<int>("overOne");
    QTest::addColumn<int>("overNone");
    QTest::newRow("none") << HttpHeaders() << 200 << 200;
    QTest::newRow("new only") << HttpHeaders{{"If-None-Match", "*"}} << 412 << 200;
    QTest::newRow("other than") << HttpHeaders{{"If-None-Match", "\"x\""}} << 501 << 501;
    QTest::newRow("same") << HttpHeaders{{"If-Match", "\"abc\""}} << 200 << 404;
    QTest::newRow("other") << HttpHeaders{{"If-Match", "\"x\""}} << 412 << 404;
}

void ConditionsTest::writesAreConditional()
{
    QFETCH(HttpHeaders, headers);
    BucketRequest request;
    request.headers = headers;
    const StoredObject existing = object();
    const auto status = [](const std::optional<S3Refusal>& refusal) {
        return refusal ? refusal->status : 200;
    };
    QTEST(status(writeRefusal(request, &existing)), "overOne");
    QTEST(status(writeRefusal(request, nullptr)), "overNone");
}

FUOTADESK_TEST(ConditionsTest);

} // namespace fuotadesk

#include "conditionstest.moc"
