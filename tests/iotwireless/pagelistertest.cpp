#include "iotwireless/pagelister.h"
#include "support/testcase.h"

#include "clientbench.h"

#include <memory>

namespace fuotadesk {

// What only shows while a list is under way; the whole of a list is FuotaTaskClientTest's.
class PageListerTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void pagesArriveBeforeTheEnd();
    void pageMayCancelTheList();
    void pageMayEndItsOwner();
    void nullListsAreEmpty();
    void listsTheGroupsOfATask();
};

namespace {

const QByteArray FirstPage =
    R"({"NextToken": "n", "FuotaTaskList": [{"Id": "1"}, {"Name": "no id"}, {"Id": "2"}]})";

} // namespace

void PageListerTest::pagesArriveBeforeTheEnd()
{
    ClientBench bench;
    bench.transport.answer(200, FirstPage);
    bench.transport.staySilent();
    QList<FuotaTaskSummary> rows;
    auto* call = bench.stack->fuotaTasks().list(
        &bench.owner, [&](const QList<FuotaTaskSummary>& page) { rows += page; });
    QVERIFY(rows.isEmpty());
    QTRY_COMPARE(rows.size(), 2);
    QVERIFY(!call->isSettled());
    QCOMPARE(rows.at(1).id, QStringLiteral("2"));
}

void PageListerTest::pageMayCancelTheList()
{
    ClientBench bench;
    bench.transport.answer(200, FirstPage);
    CallOf<QList<FuotaTaskSummary>>* call = nullptr;
    call = bench.stack->fuotaTasks().list(&bench.owner,
                                          [&](const QList<FuotaTaskSummary>&) { call->cancel(); });
    const auto result = bench.settled(call);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Cancelled);
    QCOMPARE(bench.transport.requests().size(), 1);
}

void PageListerTest::pageMayEndItsOwner()
{
    ClientBench bench;
    bench.transport.answer(200, FirstPage);
    auto owner = std::make_unique<QObject>();
    bench.stack->fuotaTasks().list(owner.get(),
                                   [&](const QList<FuotaTaskSummary>&) { owner.reset(); });
    QTRY_VERIFY(!owner);
    QCOMPARE(bench.transport.requests().size(), 1);
}

void PageListerTest::nullListsAreEmpty()
{
    for (const char* body : {"{}", R"({"FuotaTaskList": null, "NextToken": null})",
                             R"({"FuotaTaskList": [null, {}], "More": 1})", ""}) {
        ClientBench bench;
        bench.transport.answer(200, body);
        const auto tasks = bench.settled(bench.stack->fuotaTasks().list(&bench.owner));
        QVERIFY(tasks);
        QVERIFY(tasks->isEmpty());
    }
}

void PageListerTest::listsTheGroupsOfATask()
{
    ClientBench bench;
    bench.transport.answer(200, R"({"NextToken": "a/b", "MulticastGroupList": [{"Id": "g1"}]})");
    bench.transport.answer(200, R"({"MulticastGroupList": [{"Id": "g2", "New": []}, {}]})");
    const auto groups =
        bench.settled(bench.stack->fuotaTasks().listGroups(QStringLiteral("t 1"), &bench.owner));
    QVERIFY(groups);
    QCOMPARE(*groups, (QStringList{QStringLiteral("g1"), QStringLiteral("g2")}));
    const QByteArray line = "GET /fuota-tasks/t%201/multicast-groups?";
    QCOMPARE(bench.lines(),
             (QList<QByteArray>{line + "maxResults=250", line + "nextToken=a%2Fb&maxResults=250"}));
}

} // namespace fuotadesk

using fuotadesk::PageListerTest;
FUOTADESK_TEST(PageListerTest);
#include "pagelistertest.moc"
