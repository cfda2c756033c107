#include "campaign/memberships.h"
#include "aws/pacedtransport.h"
#include "campaign/memberbench.h"
#include "support/testcase.h"

#include <QElapsedTimer>
#include <QSignalSpy>

namespace fuotadesk {

using Fate = FleetDouble::Fate;

class MembershipsTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void addsEachOnce();
    void removesEachOnce();
    void whatIsSoAlreadyIsNotSent();
    void groupsAreAddedAndRemoved();
    void devicesOrGroupsNeverBoth_data();
    void devicesOrGroupsNeverBoth();
    void invalidRequestsAreRefused();
    void pausedRunSendsNothingUntilItGoesOn();
    void cancelledRestIsNotOfferedAgain();
    void restartGoesOnWhereItStood();
    void oneBatchOfATask();
    void otherEndpointsBatchIsNotOffered();
    void changeOfConnectionDoesNotDisturb();
    void remainingTimeFollowsThePace();
    void keepsToTheQuotaAndFillsIt();
};

void MembershipsTest::addsEachOnce()
{
    MemberBench b(40);
    QStringList told;
    connect(b.memberships.get(), &Memberships::memberChanged, this, [&](qsizetype position) {
        const Member& member = b.memberships->run()->ledger().at(position);
        if (member.state == MemberState::Done)
            told.append(member.id);
    });
    const auto outcome = b.add(b.ids + b.ids.mid(0, 3));
    QCOMPARE(outcome.end, MembershipEnd::Finished);
    QCOMPARE(outcome.counts, (MemberCounts{0, 0, 40, 0}));
    QCOMPARE(b.inTask(), b.ids);
    QCOMPARE(told, b.ids);
    QCOMPARE(b.associations(), 40);
    QVERIFY(b.fleet.mostUnderWay() <= MembershipRun::MostUnderWay);
    QCOMPARE(b.fleet.requests().last().urgency, Urgency::InSight);
    QVERIFY(b.unfinished().isEmpty());
    QVERIFY(!b.memberships->isRunning());
}

void MembershipsTest::removesEachOnce()
{
    MemberBench b(20);
    b.inTask() = b.ids;
    const auto outcome = b.remove(b.ids.mid(5));
    QCOMPARE(outcome.counts.done, 15);
    QCOMPARE(b.inTask(), b.ids.mid(0, 5));
    QVERIFY(b.unfinished().isEmpty());
}

void MembershipsTest::whatIsSoAlreadyIsNotSent()
{
    MemberBench b(20);
    b.inTask() = b.ids.mid(0, 12);
    QCOMPARE(b.add(b.ids).counts.done, 20);
    QCOMPARE(b.associations(), 8);
    QCOMPARE(b.remove({b.ids.at(0), FleetDouble::idOf(99)}).counts.done, 2);
    QCOMPARE(b.fleet.count(QStringLiteral("DisassociateWirelessDeviceFromFuotaTask")), 1);
}

void MembershipsTest::groupsAreAddedAndRemoved()
{
    MemberBench b(0);
    const QStringList groups{QStringLiteral("g1"), QStringLiteral("g2")};
    b.fleet.groups = {groups.begin(), groups.end()};
    auto outcome = b.ended(b.begin(groups, MemberChange::Add, MemberKind::Group));
    QCOMPARE(outcome.counts.done, 2);
    QCOMPARE(b.fleet.tasks[MemberBench::Task].groups, groups);
    outcome = b.ended(b.begin(groups.mid(1), MemberChange::Remove, MemberKind::Group));
    QCOMPARE(outcome.counts.done, 1);
    QCOMPARE(b.fleet.tasks[MemberBench::Task].groups, groups.mid(0, 1));
}

void MembershipsTest::devicesOrGroupsNeverBoth_data()
{
    QTest::addColumn<bool>("addsDevices");
    QTest::newRow("devices to groups") << true;
    QTest::newRow("groups to devices") << false;
}

void MembershipsTest::devicesOrGroupsNeverBoth()
{
    QFETCH(bool, addsDevices);
    MemberBench b(3);
    b.fleet.groups = {QStringLiteral("g1")};
    if (addsDevices)
        b.fleet.tasks[MemberBench::Task].groups = {QStringLiteral("g1")};
    else
        b.inTask() = b.ids;
    const auto outcome = b.ended(
        addsDevices ? b.begin(b.ids)
                    : b.begin({QStringLiteral("g1")}, MemberChange::Add, MemberKind::Group));
    QCOMPARE(outcome.end, MembershipEnd::Stopped);
    QCOMPARE(outcome.reason, StopReason::OtherKindThere);
    for (const HttpRequest& each : b.fleet.requests())
        QCOMPARE(each.method, QByteArray("GET"));
    QVERIFY(b.unfinished().isEmpty()); // it would be refused again
}

void MembershipsTest::invalidRequestsAreRefused()
{
    MemberBench b(1);
    const auto codeOf = [&](const MembershipRequest& request) {
        return resultOf(b.memberships->change(request, this))->error().code;
    };
    QCOMPARE(codeOf({{}, MemberChange::Add, MemberKind::Device, b.ids}), QStringLiteral("Id"));
    QCOMPARE(codeOf({MemberBench::Task, MemberChange::Add, MemberKind::Device, {}}),
             QStringLiteral("WirelessDeviceId"));
    QCOMPARE(codeOf({MemberBench::Task, MemberChange::Add, MemberKind::Group, {QString()}}),
             QStringLiteral("MulticastGroupId"));
    QCOMPARE(resultOf(b.memberships->resume(7, this))->error().code, QStringLiteral("batch"));
    QVERIFY(!b.memberships->isRunning());
    QVERIFY(b.fleet.requests().isEmpty());
    QVERIFY(b.unfinished().isEmpty());
}

void MembershipsTest::pausedRunSendsNothingUntilItGoesOn()
{
    MemberBench b(60);
    b.fleet.associated = [&](const QString&) {
        if (b.inTask().size() == 10)
            b.memberships->pause();
    };
    auto* call = b.begin(b.ids);
    QTRY_VERIFY(b.memberships->run() && b.memberships->run()->phase() == MembershipPhase::Paused);
    const qsizetype sent = b.inTask().size();
    QVERIFY(sent >= 10 && sent <= 10 + MembershipRun::MostUnderWay);
    QCOMPARE(b.memberships->run()->ledger().counts(), (MemberCounts{60 - sent, 0, sent, 0}));
    QTest::qWait(20);
    QCOMPARE(b.inTask().size(), sent);
    QVERIFY(b.memberships->isRunning());
    b.memberships->goOn();
    QCOMPARE(b.ended(call).counts.done, 60);
    QCOMPARE(b.inTask(), b.ids);
}

void MembershipsTest::cancelledRestIsNotOfferedAgain()
{
    MemberBench b(60);
    b.fleet.associated = [&](const QString&) {
        if (b.inTask().size() == 10)
            b.memberships->cancel();
    };
    const auto outcome = b.add(b.ids);
    QCOMPARE(outcome.end, MembershipEnd::Cancelled);
    QCOMPARE(outcome.counts.done, b.inTask().size());
    QCOMPARE(outcome.counts.waiting, 60 - b.inTask().size());
    QVERIFY(outcome.counts.waiting > 0);
    QVERIFY(b.unfinished().isEmpty());
    b.fleet.associated = nullptr;
    QCOMPARE(b.add(b.ids).counts.done, 60);
    QCOMPARE(b.fleet.repeats(), 0);
}

void MembershipsTest::restartGoesOnWhereItStood()
{
    MemberBench b(150);
    b.fleet.latency = std::chrono::milliseconds(1);
    for (const int stand : {1, 50, 100}) {
        bool isOver = false;
        bool hasRestarted = false;
        const auto restart = [&] {
            b.restart();
            hasRestarted = true;
        };
        // What was on its way may still arrive after an end.
        b.fleet.associated = [&](const QString&) {
            if (b.inTask().size() >= stand && !std::exchange(isOver, true))
                QMetaObject::invokeMethod(this, restart, Qt::QueuedConnection);
        };
        const auto left = b.unfinished();
        QCOMPARE(left.size(), stand == 1 ? 0 : 1);
        if (left.isEmpty())
            b.begin(b.ids);
        else
            b.memberships->resume(left.first().batch.number, this);
        QTRY_VERIFY_WITH_TIMEOUT(hasRestarted, 60'000);
    }
    b.fleet.associated = nullptr;
    const auto left = b.unfinished();
    QCOMPARE(left.size(), 1);
    QCOMPARE(left.first().counts.all(), 150);
    QVERIFY(left.first().counts.done > 0);
    const auto outcome = b.resume(left.first().batch.number);
    QCOMPARE(outcome.end, MembershipEnd::Finished);
    QCOMPARE(outcome.counts.done, 150);
    QCOMPARE(b.inTask(), b.ids);
    QCOMPARE(b.fleet.repeats(), 0); // nothing was sent that was done
    QVERIFY(b.unfinished().isEmpty());
}

void MembershipsTest::oneBatchOfATask()
{
    MemberBench b(5);
    b.fleet.fate = [](const QString&, const QString&) { return Fate::LoseRequest; };
    const auto outcome = b.add(b.ids);
    QCOMPARE(outcome.end, MembershipEnd::Stopped);
    b.fleet.fate = nullptr;
    const auto refused = resultOf(b.begin(b.ids.mid(1)));
    QCOMPARE(refused->error().kind, ErrorKind::IntentClaimed);
    QCOMPARE(refused->error().code, QString::number(outcome.batch));
    QVERIFY(*resultOf(b.memberships->drop(outcome.batch, this)));
    QVERIFY(b.unfinished().isEmpty());

    auto* call = b.begin(b.ids.mid(1));
    const auto second = resultOf(b.begin(b.ids)); // while it runs
    QCOMPARE(second->error().kind, ErrorKind::IntentClaimed);
    QVERIFY(second->error().code.isEmpty());
    QCOMPARE(b.ended(call).counts.done, 4);
}

void MembershipsTest::otherEndpointsBatchIsNotOffered()
{
    MemberBench b(5);
    MemberBatch other;
    other.endpoint = QStringLiteral("https://elsewhere eu-west-1");
    other.taskId = MemberBench::Task;
    other.madeAt = b.bench.clock.now();
    const auto number = resultOf(b.journal->begin(other, b.ids, this))->value();
    QVERIFY(b.unfinished().isEmpty());
    QCOMPARE(resultOf(b.memberships->resume(number, this))->error().code, QStringLiteral("batch"));
    QVERIFY(b.fleet.requests().isEmpty());
}

void MembershipsTest::changeOfConnectionDoesNotDisturb()
{
    MemberBench b(60);
    bool changed = false;
    b.fleet.associated = [&](const QString&) {
        if (!std::exchange(changed, true))
            b.bench.session.activate(sandboxConnection().id);
    };
    QCOMPARE(b.add(b.ids).counts.done, 60);
}

void MembershipsTest::remainingTimeFollowsThePace()
{
    RemainingTime time;
    QCOMPARE(time.of(1000), std::chrono::seconds(102));
    QCOMPARE(time.of(0), std::chrono::seconds(0));
    FakeClock clock;
    for (int i = 0; i < 300; ++i) { // two a second
        clock.advance(std::chrono::milliseconds(500));
        time.settledOne(clock.now());
    }
    QCOMPARE(time.of(1000), std::chrono::seconds(500));
    for (int i = 0; i < 300; ++i) // all at once: no faster than the quota
        time.settledOne(clock.now());
    QCOMPARE(time.of(1000), std::chrono::seconds(102));
    time.restart();
    QCOMPARE(time.of(10), std::chrono::seconds(2));
}

// The quota five times over, so that the test takes a fifth: 1 000 devices in 105 s are 300 in 6.3,
// twice that on a busy machine. The service's bucket holds a second's worth of the default quota.
// At the real pace: peers-members-pace.
void MembershipsTest::keepsToTheQuotaAndFillsIt()
{
    constexpr double limit = 50;
    constexpr double bucketSize = 10;
    MemberBench b(300);
    b.fleet.latency = std::chrono::milliseconds(30);
    PacedTransport paced(b.fleet, limit);
    b.bench.stacks.serve(paced);
    b.bench.signIn();
    QElapsedTimer timer;
    double bucket = bucketSize;
    qint64 last = 0;
    int throttled = 0;
    timer.start();
    b.fleet.fate = [&](const QString& operation, const QString&) {
        if (!operation.startsWith(u"Associate"))
            return Fate::Answer;
        const qint64 now = timer.nsecsElapsed();
        bucket = std::min(bucketSize, bucket + double(now - last) * limit / 1e9);
        last = now;
        throttled += bucket < 1 ? 1 : 0;
        return bucket-- < 1 ? Fate::Throttle : Fate::Answer;
    };
    QCOMPARE(b.add(b.ids).counts.done, 300);
    const qint64 ms = timer.elapsed();
    QCOMPARE(throttled, 0);
    QVERIFY2(ms < 2 * 6300, qPrintable(QString::number(ms)));
}

} // namespace fuotadesk

using fuotadesk::MembershipsTest;
FUOTADESK_TEST(MembershipsTest);
#include "membershipstest.moc"
