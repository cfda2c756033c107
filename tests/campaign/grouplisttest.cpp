#include "campaign/grouplist.h"
#include "campaign/groupbench.h"
#include "campaign/sandboxbench.h"
#include "support/patience.h"
#include "support/testcase.h"

#include <QSignalSpy>

namespace fuotadesk {

class GroupListTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void nothingIsAskedBeforeItIsWanted();
    void rowsComeFirstAndDetailsBehind();
    void detailsThatFailLeaveTheRow();
    void failureKeepsTheRows();
    void deletedElsewhereLeavesTheList();
    void changedGroupIsReadAgain();
    void removedGroupLeavesTheList();
    void goneIsRemoved();
    void otherConnectionStartsEmpty();
    void sandboxHasTwoGroupsAndTakesChanges();
};

namespace {

struct Listed : GroupBench {
    GroupList list{session, clock};

    void read()
    {
        signIn();
        list.refresh();
        QTRY_COMPARE(list.state(), ListState::Ready);
        QTRY_VERIFY(list.rows().last().details.has_value());
    }
};

const QString First = QStringLiteral("g0");

} // namespace

void GroupListTest::nothingIsAskedBeforeItIsWanted()
{
    Listed bench;
    bench.signIn();
    letEventsPass();
    QCOMPARE(bench.asked, QStringList());
    bench.read();
    QCOMPARE(bench.list.asOf(), bench.clock.now());
    bench.session.activate(sandboxConnection().id);
    QTRY_COMPARE(bench.askedFor("ListMulticastGroups"), 2);
}

void GroupListTest::rowsComeFirstAndDetailsBehind()
{
    Listed bench;
    bench.silent.insert(QStringLiteral("GetMulticastGroup"));
    bench.signIn();
    bench.list.refresh();
    QTRY_COMPARE(bench.list.rows().size(), 2);
    QVERIFY(!bench.list.rows().first().details);
    bench.silent.clear();
    QSignalSpy changed(&bench.list, &GroupList::rowChanged);
    bench.list.refresh();
    QTRY_COMPARE(changed.count(), 2);
    const auto& details = bench.list.find(First)->details;
    QCOMPARE(details->devicesInGroup, 3);
    QCOMPARE(details->devicesRequested, 12);
    QCOMPARE(details->transmission.downlinkClass, QStringLiteral("ClassC"));
}

void GroupListTest::detailsThatFailLeaveTheRow()
{
    Listed bench;
    bench.fates.insert(QStringLiteral("GetMulticastGroup"), 403);
    bench.signIn();
    bench.list.refresh();
    QTRY_VERIFY(!bench.list.rows().isEmpty() && bench.list.rows().last().detailsError);
    QCOMPARE(bench.list.find(First)->summary.name, QStringLiteral("street"));
    bench.fates.clear();
    bench.list.refreshDetails(First);
    QTRY_VERIFY(bench.list.find(First)->details);
    QVERIFY(!bench.list.find(First)->detailsError);
}

void GroupListTest::failureKeepsTheRows()
{
    Listed bench;
    bench.read();
    bench.fates.insert(QStringLiteral("ListMulticastGroups"), 403);
    bench.list.refresh();
    QTRY_COMPARE(bench.list.state(), ListState::Failed);
    QCOMPARE(bench.list.error()->kind, ErrorKind::AccessDenied);
    QCOMPARE(bench.list.rows().size(), 2);
}

void GroupListTest::deletedElsewhereLeavesTheList()
{
    Listed bench;
    bench.read();
    bench.names.remove(First);
    bench.list.refreshDetails(First);
    QTRY_COMPARE(bench.list.rows().size(), 1);
    QVERIFY(!bench.list.find(First));
}

void GroupListTest::changedGroupIsReadAgain()
{
    Listed bench;
    bench.read();
    GroupChange change;
    change.name = QStringLiteral("avenue");
    QVERIFY(*resultOf(bench.list.update(First, change, this)));
    QTRY_COMPARE(bench.list.find(First)->summary.name, QStringLiteral("avenue"));
    bench.fates.insert(QStringLiteral("UpdateMulticastGroup"), 409);
    const int before = bench.askedFor("GetMulticastGroup");
    QCOMPARE(resultOf(bench.list.update(First, change, this))->error().kind, ErrorKind::Conflict);
    QTRY_COMPARE(bench.askedFor("GetMulticastGroup"), before + 1);
}

void GroupListTest::removedGroupLeavesTheList()
{
    Listed bench;
    bench.read();
    bench.fates.insert(QStringLiteral("DeleteMulticastGroup"), 409);
    QCOMPARE(resultOf(bench.list.remove(First, this))->error().kind, ErrorKind::Conflict);
    QVERIFY(bench.list.find(First));
    bench.fates.clear();
    QVERIFY(*resultOf(bench.list.remove(First, this)));
    QVERIFY(!bench.list.find(First));
}

void GroupListTest::goneIsRemoved()
{
    Listed bench;
    bench.read();
    bench.fates.insert(QStringLiteral("DeleteMulticastGroup"), 404);
    QVERIFY(*resultOf(bench.list.remove(First, this)));
    QVERIFY(!bench.list.find(First));
}

void GroupListTest::otherConnectionStartsEmpty()
{
    Listed bench;
    bench.read();
    bench.session.activate(sandboxConnection().id);
    QVERIFY(bench.list.rows().isEmpty());
    QCOMPARE(bench.list.state(), ListState::Empty);
    const auto refused = resultOf(bench.list.remove(First, this));
    QCOMPARE(refused->error().kind, ErrorKind::CredentialsMissing);
}

void GroupListTest::sandboxHasTwoGroupsAndTakesChanges()
{
    SandboxBench bench;
    bench.signIn();
    GroupList list(bench.session, bench.clock);
    list.refresh();
    QTRY_COMPARE_WITH_TIMEOUT(list.rows().size(), 2, 20000);
    QTRY_VERIFY_WITH_TIMEOUT(list.rows().first().details && list.rows().last().details, 20000);
    const QString id = list.rows().first().summary.id;
    GroupChange change;
    change.name = QStringLiteral("renamed");
    change.description = QStringLiteral("of the harbour");
    QVERIFY(*resultOf(list.update(id, change, this)));
    QTRY_COMPARE_WITH_TIMEOUT(list.find(id)->details->description, *change.description, 20000);
    QCOMPARE(list.find(id)->summary.name, *change.name);
    QVERIFY(*resultOf(list.remove(id, this)));
    QCOMPARE(list.rows().size(), 1);
}

} // namespace fuotadesk

using fuotadesk::GroupListTest;
FUOTADESK_TEST(GroupListTest);
#include "grouplisttest.moc"
