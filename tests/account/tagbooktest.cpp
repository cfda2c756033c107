#include "account/tagbook.h"
#include "support/testcase.h"

namespace fuotadesk {

class TagBookTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void sameKeyIsReplacedInItsPlace();
    void whatItCameWithStaysUntilTouched();
    void tooManyChangeNothing();
    void removingTwiceIsRemovingOnce();
    void forgottenResourceHasWhatItCameWith();
    void repeatedKeyIsFound();

private:
    static Tag tag(const char* key, const char* value)
    {
        return {QString::fromLatin1(key), QString::fromLatin1(value)};
    }
    const QString m_arn = QStringLiteral("arn");
};

void TagBookTest::sameKeyIsReplacedInItsPlace()
{
    TagBook book;
    QVERIFY(book.add(m_arn, {tag("a", "1"), tag("b", "2")}));
    QVERIFY(book.add(m_arn, {tag("c", "3"), tag("a", "4")}));
    const QList<Tag> expected{tag("a", "4"), tag("b", "2"), tag("c", "3")};
    QCOMPARE(book.tagsOf(m_arn), expected);
    QVERIFY(book.tagsOf(QStringLiteral("other")).isEmpty());
}

void TagBookTest::whatItCameWithStaysUntilTouched()
{
    const QList<Tag> cameWith{tag("site", "north")};
    TagBook book;
    QCOMPARE(book.tagsOf(m_arn, cameWith), cameWith);
    QVERIFY(book.add(m_arn, {tag("a", "1")}, cameWith));
    QCOMPARE(book.tagsOf(m_arn, cameWith).size(), 2);
    book.remove(m_arn, {QStringLiteral("site"), QStringLiteral("a")}, cameWith);
    QVERIFY(book.tagsOf(m_arn, cameWith).isEmpty());
}

void TagBookTest::tooManyChangeNothing()
{
    TagBook book;
    QList<Tag> many;
    for (int i = 0; i < 200; ++i)
        many.append({QString::number(i), {}});
    QVERIFY(book.add(m_arn, many));
    QVERIFY(book.add(m_arn, {tag("7", "seven")}));
    const auto refused = book.add(m_arn, {tag("one more", "")});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, QByteArray("TooManyTagsException"));
    QCOMPARE(refused.error().resourceId, m_arn);
    QCOMPARE(book.tagsOf(m_arn).size(), 200);
}

void TagBookTest::removingTwiceIsRemovingOnce()
{
    TagBook book;
    QVERIFY(book.add(m_arn, {tag("a", "1"), tag("b", "2")}));
    for (int i = 0; i < 2; ++i)
        book.remove(m_arn, {QStringLiteral("a"), QStringLiteral("unknown")});
    QCOMPARE(book.tagsOf(m_arn), QList<Tag>{tag("b", "2")});
}

void TagBookTest::forgottenResourceHasWhatItCameWith()
{
    TagBook book;
    QVERIFY(book.add(m_arn, {tag("a", "1")}));
    book.forget(m_arn);
    QVERIFY(book.tagsOf(m_arn).isEmpty());
}

void TagBookTest::repeatedKeyIsFound()
{
    QVERIFY(!repeatedKey({tag("a", "1"), tag("b", "1")}));
    QVERIFY(repeatedKey({tag("a", "1"), tag("a", "2")}));
}

FUOTADESK_TEST(TagBookTest);

} // namespace fuotadesk

#include "tagbooktest.moc"
