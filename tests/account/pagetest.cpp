#include "account/page.h"
#include "support/testcase.h"

#include <QJsonArray>

#include <map>

namespace fuotadesk {

class PageTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void noSizeMeansTheMost();
    void pagesGoThroughEveryEntryOnce();
    void negativeKeysPageToo();
    void lastPageHasNoTokenInJson();
};

namespace {

const std::map<qint64, QString> Entries{
    {-3, QStringLiteral("a")}, {1, QStringLiteral("b")}, {7, QStringLiteral("c")}};

QString itself(const QString& text)
{
    return text;
}

} // namespace

void PageTest::noSizeMeansTheMost()
{
    QCOMPARE(listRequestOf({}).maxResults, 250);
    QCOMPARE(listRequestOf({{QStringLiteral("MaxResults"), 0}}).maxResults, 250);
    const ListRequest expected{7, "t"};
    QCOMPARE(listRequestOf({{QStringLiteral("MaxResults"), 7},
                            {QStringLiteral("NextToken"), QStringLiteral("t")}}),
             expected);
}

void PageTest::pagesGoThroughEveryEntryOnce()
{
    const auto first = pageOf(Entries, {2, {}}, itself);
    QVERIFY(first);
    QCOMPARE(first->items.join(u' '), QStringLiteral("a b"));
    const auto second = pageOf(Entries, {2, first->nextToken}, itself);
    QCOMPARE(second->items.join(u' '), QStringLiteral("c"));
    QVERIFY(second->nextToken.isEmpty());
}

void PageTest::negativeKeysPageToo()
{
    const auto page = pageOf(Entries, {1, {}}, itself);
    QCOMPARE(page->items.join(u' '), QStringLiteral("a"));
    QCOMPARE(*keyBeforePage(page->nextToken), qint64(-3));
    QVERIFY(!keyBeforePage("-3"));
}

void PageTest::lastPageHasNoTokenInJson()
{
    const QJsonObject item{{QStringLiteral("Id"), QStringLiteral("i")}};
    QCOMPARE(pageJson("L", {{item}, {}}), (QJsonObject{{QStringLiteral("L"), QJsonArray{item}}}));
    QVERIFY(pageJson("L", {{}, "t"}).contains(u"NextToken"));
}

FUOTADESK_TEST(PageTest);

} // namespace fuotadesk

#include "pagetest.moc"
