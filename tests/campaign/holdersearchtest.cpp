#include "campaign/holdersearch.h"

#include "campaign/bench.h"
#include "support/testcase.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QUrlQuery>

namespace fuotadesk {

class HolderSearchTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void thoseThatRunAreLookedThroughFirst();
    void theTaskWithTheDeviceIsFound();
    void whoIsRefusedTheDeviceTooHoldsNothing();
    void devicesOfGroupsAreLookedThrough();
    void pagesAfterTheDeviceAreNotRead();
    void aTaskThatIsGoneIsPassedOver();
    void aFailureEndsTheSearchAndKeepsWhatWasFound();
    void itIsCancelledAndStartsAnew();
    void anotherConnectionEndsIt();
    void tooManyTasksAreSaid();
};

namespace {

// Tasks and groups with devices, each a page of its own: "d1", or "d1!" for one that is held
// elsewhere.
struct Far : Bench {
    QMap<QString, QStringList> devices; // by task or group
    QMap<QString, QStringList> groups; // by task
    QMap<QString, int> failures; // by task
    QStringList asked;
    bool isSilent = false;
    HolderSearch search{session};

    Far()
    {
        service.setOthers(ServiceDouble::Fate::Hang);
        service.answerInstead = [this](const HttpRequest& request) { return answer(request); };
        signIn();
    }

    std::optional<HttpResponse> answer(const HttpRequest& request)
    {
        if (isSilent)
            return {};
        const QUrlQuery query(request.url);
        const QString task = query.queryItemValue(QStringLiteral("fuotaTaskId"));
        const QString group = query.queryItemValue(QStringLiteral("multicastGroupId"));
        const QString path = request.url.path();
        if (path != u"/wireless-devices") {
            asked << QStringLiteral("groups of ") + path.section(u'/', 2, 2);
            return json({{QStringLiteral("MulticastGroupList"), groupList(path)}});
        }
        asked << task + group;
        if (failures.contains(task))
            return HttpResponse{failures.value(task), {}, R"({"Message": "no"})", false};
        const QStringList all = devices.value(task + group);
        const int page = query.queryItemValue(QStringLiteral("nextToken")).toInt();
        QJsonObject body{{QStringLiteral("WirelessDeviceList"), deviceList(all.mid(page, 1))}};
        if (page + 1 < all.size())
            body.insert(QStringLiteral("NextToken"), QString::number(page + 1));
        return json(body);
    }

    QJsonArray groupList(const QString& path) const
    {
        QJsonArray list;
        for (const QString& id : groups.value(path.section(u'/', 2, 2)))
            list.append(QJsonObject{{QStringLiteral("Id"), id}});
        return list;
    }

    static QJsonArray deviceList(const QStringList& ids)
    {
        QJsonArray list;
        for (QString id : ids) {
            const bool isRefused = id.endsWith(u'!');
            list.append(
                QJsonObject{{QStringLiteral("Id"), id.remove(u'!')},
                            {QStringLiteral("FuotaDeviceStatus"),
                             isRefused ? QStringLiteral("Device_exist_in_conflict_fuota_task")
                                       : QStringLiteral("Initial")}});
        }
        return list;
    }

    static HttpResponse json(const QJsonObject& body)
    {
        return {200, {}, QJsonDocument(body).toJson(), false};
    }

    void look(const QStringList& tasks)
    {
        QList<FuotaTaskSummary> summaries;
        for (const QString& id : tasks)
            summaries.append({id, {}, QStringLiteral("name of ") + id});
        search.start(QStringLiteral("d1"), summaries);
        QTRY_VERIFY(!search.isRunning());
    }

    QString found() const
    {
        QStringList ids;
        for (const FuotaTaskSummary& task : search.holders())
            ids << task.id;
        return ids.join(u' ');
    }
};

TaskRow row(const char* id, std::optional<TaskStatus> status)
{
    TaskRow row;
    row.summary.id = QString::fromLatin1(id);
    if (status) {
        row.details.emplace();
        row.details->status = *status;
    }
    return row;
}

} // namespace

void HolderSearchTest::thoseThatRunAreLookedThroughFirst()
{
    const QList<TaskRow> rows{row("shown", TaskStatus::InSession),
                              row("pending", TaskStatus::Pending),
                              row("waits", TaskStatus::SessionWaiting),
                              row("runs", TaskStatus::InSession),
                              row("done", TaskStatus::Done),
                              row("going", TaskStatus::DeleteWaiting),
                              row("unread", {}),
                              row("new word", TaskStatus::Unknown)};
    QStringList ids;
    for (const auto& task : HolderSearch::candidates(rows, QStringLiteral("shown")))
        ids << task.id;
    QCOMPARE(ids.join(u' '), QStringLiteral("waits runs going unread new word pending done"));
}

void HolderSearchTest::theTaskWithTheDeviceIsFound()
{
    Far far;
    far.devices = {{QStringLiteral("t1"), {QStringLiteral("d7")}},
                   {QStringLiteral("t2"), {QStringLiteral("d7"), QStringLiteral("d1")}}};
    const QSignalSpy changed(&far.search, &HolderSearch::changed);
    far.look({QStringLiteral("t1"), QStringLiteral("t2"), QStringLiteral("t3")});
    QCOMPARE(far.found(), QStringLiteral("t2"));
    QCOMPARE(far.search.holders().first().name, QStringLiteral("name of t2"));
    QCOMPARE(far.search.looked(), 3);
    QCOMPARE(far.search.total(), 3);
    QVERIFY(!far.search.error());
    QCOMPARE(changed.size(), 4); // one for each task, and the end
}

void HolderSearchTest::whoIsRefusedTheDeviceTooHoldsNothing()
{
    Far far;
    far.devices = {{QStringLiteral("t1"), {QStringLiteral("d1!")}}};
    far.look({QStringLiteral("t1")});
    QVERIFY(far.found().isEmpty());
}

void HolderSearchTest::devicesOfGroupsAreLookedThrough()
{
    Far far;
    far.groups = {{QStringLiteral("t1"), {QStringLiteral("g1"), QStringLiteral("g2")}}};
    far.devices = {{QStringLiteral("g2"), {QStringLiteral("d1!")}}}; // of which task it tells not
    far.look({QStringLiteral("t1"), QStringLiteral("t2")});
    QCOMPARE(far.found(), QStringLiteral("t1"));
    QCOMPARE(far.asked.join(u','), QStringLiteral("t1,groups of t1,g1,g2,t2,groups of t2"));
}

void HolderSearchTest::pagesAfterTheDeviceAreNotRead()
{
    Far far;
    far.devices = {
        {QStringLiteral("t1"), {QStringLiteral("d1"), QStringLiteral("d2"), QStringLiteral("d3")}}};
    far.look({QStringLiteral("t1")});
    QCOMPARE(far.found(), QStringLiteral("t1"));
    QCOMPARE(far.asked.join(u','), QStringLiteral("t1"));
}

void HolderSearchTest::aTaskThatIsGoneIsPassedOver()
{
    Far far;
    far.failures = {{QStringLiteral("t1"), 404}};
    far.devices = {{QStringLiteral("t2"), {QStringLiteral("d1")}}};
    far.look({QStringLiteral("t1"), QStringLiteral("t2")});
    QCOMPARE(far.found(), QStringLiteral("t2"));
    QVERIFY(!far.search.error());
}

void HolderSearchTest::aFailureEndsTheSearchAndKeepsWhatWasFound()
{
    Far far;
    far.devices = {{QStringLiteral("t1"), {QStringLiteral("d1")}}};
    far.failures = {{QStringLiteral("t2"), 403}};
    far.look({QStringLiteral("t1"), QStringLiteral("t2"), QStringLiteral("t3")});
    QCOMPARE(far.found(), QStringLiteral("t1"));
    QVERIFY(far.search.error());
    QCOMPARE(far.search.error()->httpStatus, 403);
    QCOMPARE(far.search.looked(), 1);
    QVERIFY(!far.asked.contains(QStringLiteral("t3")));
}

void HolderSearchTest::itIsCancelledAndStartsAnew()
{
    Far far;
    far.isSilent = true;
    far.search.start(QStringLiteral("d1"), {{QStringLiteral("t1"), {}, {}}});
    QVERIFY(far.search.isRunning());
    far.search.cancel();
    QVERIFY(!far.search.isRunning());
    QVERIFY(!far.search.error());
    far.isSilent = false;
    far.devices = {{QStringLiteral("t1"), {QStringLiteral("d1")}}};
    far.look({QStringLiteral("t1")});
    QCOMPARE(far.found(), QStringLiteral("t1"));
}

void HolderSearchTest::anotherConnectionEndsIt()
{
    Far far;
    far.isSilent = true;
    far.search.start(QStringLiteral("d1"), {{QStringLiteral("t1"), {}, {}}});
    Connection own;
    own.id = QStringLiteral("own");
    far.session.activateOnce(own, {QStringLiteral("AKIA"), Secret("secret"), {}});
    QVERIFY(!far.search.isRunning());
    far.look({}); // with nothing to look through it is over at once
    QCOMPARE(far.search.total(), 0);
}

void HolderSearchTest::tooManyTasksAreSaid()
{
    Far far;
    QStringList tasks;
    for (int i = 0; i < HolderSearch::MostTasks + 3; ++i)
        tasks << QStringLiteral("t%1").arg(i);
    far.look(tasks);
    QCOMPARE(far.search.looked(), HolderSearch::MostTasks);
    QCOMPARE(far.search.leftOut(), 3);
}

FUOTADESK_TEST(HolderSearchTest);

} // namespace fuotadesk

#include "holdersearchtest.moc"
