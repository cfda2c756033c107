#include "campaign/taskgroups.h"

#include "campaign/groupbench.h"
#include "support/testcase.h"

#include <QSignalSpy>

namespace fuotadesk {

class TaskGroupsTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void idsComeFirstAndTheGroupsBehind();
    void aFailureKeepsTheRows();
    void aGroupThatCannotBeReadStays();
    void anotherTaskStartsEmpty();
};

namespace {

const QString Task = QStringLiteral("t1");

struct Looked : GroupBench {
    TaskGroups groups{session};
    QStringList ids{QStringLiteral("g0"), QStringLiteral("g1")};

    Looked()
    {
        service.answerInstead = [this](const HttpRequest& request) -> std::optional<HttpResponse> {
            if (request.operation != u"ListMulticastGroupsByFuotaTask")
                return answer(request);
            asked << request.operation;
            if (const int fate = fates.value(request.operation); fate > 0)
                return refusal(fate);
            QJsonArray list;
            for (const QString& id : ids)
                list.append(QJsonObject{{QStringLiteral("Id"), id}});
            return json({{QStringLiteral("MulticastGroupList"), list}});
        };
        signIn();
    }
};

} // namespace

void TaskGroupsTest::idsComeFirstAndTheGroupsBehind()
{
    Looked bench;
    bench.groups.lookAt(Task);
    QCOMPARE(bench.groups.state(), ListState::Loading);
    QTRY_COMPARE(bench.groups.rows().size(), 2);
    QTRY_VERIFY(bench.groups.rows().last().details);
    QCOMPARE(bench.groups.rows().first().summary.name, QStringLiteral("street"));
    bench.groups.lookAt(Task); // the same again reads nothing
    QCOMPARE(bench.askedFor("ListMulticastGroupsByFuotaTask"), 1);
}

void TaskGroupsTest::aFailureKeepsTheRows()
{
    Looked bench;
    bench.groups.lookAt(Task);
    QTRY_VERIFY(!bench.groups.rows().isEmpty() && bench.groups.rows().last().details);
    bench.fates.insert(QStringLiteral("ListMulticastGroupsByFuotaTask"), 403);
    bench.groups.refresh();
    QTRY_COMPARE(bench.groups.state(), ListState::Failed);
    QCOMPARE(bench.groups.error()->kind, ErrorKind::AccessDenied);
    QCOMPARE(bench.groups.rows().size(), 2);
}

void TaskGroupsTest::aGroupThatCannotBeReadStays()
{
    Looked bench;
    bench.ids << QStringLiteral("gone");
    bench.groups.lookAt(Task);
    QTRY_VERIFY(!bench.groups.rows().isEmpty() && bench.groups.rows().last().detailsError);
    QCOMPARE(bench.groups.rows().last().detailsError->kind, ErrorKind::NotFound);
    QTRY_VERIFY(bench.groups.rows().first().details);
}

void TaskGroupsTest::anotherTaskStartsEmpty()
{
    Looked bench;
    bench.groups.lookAt(Task);
    QTRY_COMPARE(bench.groups.rows().size(), 2);
    QSignalSpy reset(&bench.groups, &TaskGroups::rowsReset);
    bench.groups.lookAt({});
    QCOMPARE(reset.count(), 1);
    QCOMPARE(bench.groups.rows().size(), 0);
    QCOMPARE(bench.groups.state(), ListState::Empty);
}

} // namespace fuotadesk

using fuotadesk::TaskGroupsTest;
FUOTADESK_TEST(TaskGroupsTest);
#include "taskgroupstest.moc"
