#include "campaign/memberbench.h"
#include "support/testcase.h"

namespace fuotadesk {

using Fate = FleetDouble::Fate;

namespace {

const auto Associate = QStringLiteral("AssociateWirelessDeviceWithFuotaTask");

// That fate for these members, each so many times.
auto fateOf(const QStringList& members, Fate fate, int times = 1'000'000)
{
    return [=, left = QHash<QString, int>()](const QString&, const QString& member) mutable {
        return members.contains(member) && left[member]++ < times ? fate : Fate::Answer;
    };
}

} // namespace

// What may go wrong with one device, with all, or with the task, and what is done after it.
class MembershipFailuresTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void oneDevicesFailureIsItsOwn_data();
    void oneDevicesFailureIsItsOwn();
    void manyUnknownDevicesDoNotStop();
    void whatConcernsAllStops_data();
    void whatConcernsAllStops();
    void taskThatTakesNothingStops_data();
    void taskThatTakesNothingStops();
    void taskThatStartsMeanwhileStops_data();
    void taskThatStartsMeanwhileStops();
    void lostAnswerIsNotAFailure_data();
    void lostAnswerIsNotAFailure();
    void whatSomebodyElseAddedIsDone();
    void removedBySomebodyElseIsDone();
    void unverifiableIsLeftForLater();
    void failuresAreKeptForTheNextRun();
    void pausedWithFailuresGoesOn();
    void journalThatFailsStopsBeforeSending();
};

void MembershipFailuresTest::oneDevicesFailureIsItsOwn_data()
{
    QTest::addColumn<int>("fate");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("invalid") << int(Fate::Invalid) << ErrorKind::ValidationFailed;
    QTest::newRow("denied") << int(Fate::Deny) << ErrorKind::AccessDenied;
    QTest::newRow("broken") << int(Fate::Break) << ErrorKind::ServiceFailed;
}

void MembershipFailuresTest::oneDevicesFailureIsItsOwn()
{
    QFETCH(int, fate);
    QFETCH(ErrorKind, kind);
    MemberBench b(30);
    const QStringList bad{b.ids.at(0), b.ids.at(14), b.ids.at(29)};
    b.fleet.fate = fateOf(bad, static_cast<Fate>(fate));
    const auto outcome = b.add(b.ids);
    QCOMPARE(outcome.end, MembershipEnd::Finished);
    QCOMPARE(outcome.counts, (MemberCounts{0, 0, 27, 3}));
    for (const Member& each : b.memberships->run()->ledger().members()) {
        QCOMPARE(each.state, bad.contains(each.id) ? MemberState::Failed : MemberState::Done);
        if (each.error)
            QCOMPARE(each.error->kind, kind);
    }
    b.fleet.fate = nullptr;
    QCOMPARE(b.add(bad).counts.done, 3); // once more
    QCOMPARE(b.fleet.repeats(), 0);
}

void MembershipFailuresTest::manyUnknownDevicesDoNotStop()
{
    MemberBench b(30);
    QStringList ids = b.ids;
    for (int i = 100; i < 140; ++i)
        ids.insert((i - 100) / 2, FleetDouble::idOf(i));
    const auto outcome = b.add(ids);
    QCOMPARE(outcome.end, MembershipEnd::Finished);
    QCOMPARE(outcome.counts, (MemberCounts{0, 0, 30, 40}));
    QCOMPARE(b.memberships->run()->ledger().at(0).error->kind, ErrorKind::NotFound);
    QCOMPARE(b.associations(), 70);
    // The task was asked, but not for each.
    QVERIFY(b.fleet.count(QStringLiteral("GetFuotaTask")) < 40);
}

void MembershipFailuresTest::whatConcernsAllStops_data()
{
    QTest::addColumn<int>("fate");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("keys expire") << int(Fate::Expire) << ErrorKind::CredentialsExpired;
    QTest::newRow("line breaks") << int(Fate::LoseRequest) << ErrorKind::ConnectionLost;
    QTest::newRow("line breaks after") << int(Fate::LoseAnswer) << ErrorKind::ConnectionLost;
    QTest::newRow("nobody there") << int(Fate::RefuseConnection) << ErrorKind::ConnectionRefused;
    QTest::newRow("policy") << int(Fate::Deny) << ErrorKind::AccessDenied;
    QTest::newRow("throttled") << int(Fate::Throttle) << ErrorKind::Throttled;
    QTest::newRow("broken service") << int(Fate::Break) << ErrorKind::ServiceFailed;
}

void MembershipFailuresTest::whatConcernsAllStops()
{
    QFETCH(int, fate);
    MemberBench b(60);
    b.fleet.fate = fateOf(b.ids.mid(20), static_cast<Fate>(fate));
    const auto outcome = b.add(b.ids);
    QCOMPARE(outcome.end, MembershipEnd::Stopped);
    QCOMPARE(outcome.reason, StopReason::Error);
    QTEST(outcome.error->kind, "kind");
    QCOMPARE(outcome.counts.done, 20);
    QCOMPARE(outcome.counts.failed, 0);
    QVERIFY(outcome.counts.sent <= MembershipRun::MostUnderWay);
    const auto left = b.unfinished();
    QCOMPARE(left.size(), 1);
    QCOMPARE(left.first().counts, outcome.counts);

    b.fleet.fate = nullptr;
    b.restart();
    const auto resumed = b.resume(outcome.batch);
    QCOMPARE(resumed.end, MembershipEnd::Finished);
    QCOMPARE(resumed.counts, (MemberCounts{0, 0, 60, 0}));
    QCOMPARE(b.inTask().size(), 60);
    QCOMPARE(b.fleet.repeats(), 0);
}

void MembershipFailuresTest::taskThatTakesNothingStops_data()
{
    QTest::addColumn<QString>("status");
    QTest::addColumn<StopReason>("reason");
    QTest::newRow("gone") << QString() << StopReason::TaskGone;
    QTest::newRow("waiting") << QStringLiteral("FuotaSession_Waiting")
                             << StopReason::TaskNotPending;
    QTest::newRow("being deleted")
        << QStringLiteral("Delete_Waiting") << StopReason::TaskNotPending;
    QTest::newRow("what may come") << QStringLiteral("Some_Day") << StopReason::TaskNotPending;
}

void MembershipFailuresTest::taskThatTakesNothingStops()
{
    QFETCH(QString, status);
    MemberBench b(5);
    if (status.isEmpty())
        b.fleet.tasks.clear();
    else
        b.fleet.tasks[MemberBench::Task].status = status;
    const auto outcome = b.add(b.ids);
    QCOMPARE(outcome.end, MembershipEnd::Stopped);
    QTEST(outcome.reason, "reason");
    QCOMPARE(b.associations(), 0);
    QVERIFY(b.unfinished().isEmpty());
}

void MembershipFailuresTest::taskThatStartsMeanwhileStops_data()
{
    QTest::addColumn<bool>("isGone");
    QTest::newRow("deleted") << true;
    QTest::newRow("started") << false;
}

void MembershipFailuresTest::taskThatStartsMeanwhileStops()
{
    QFETCH(bool, isGone);
    MemberBench b(60);
    FleetDouble::Task kept;
    b.fleet.fate = [&](const QString& operation, const QString& member) {
        if (operation == Associate && member == b.ids.at(20)) {
            kept = b.fleet.tasks.value(MemberBench::Task);
            if (isGone)
                b.fleet.tasks.clear();
            else
                b.fleet.tasks[MemberBench::Task].status = QStringLiteral("FuotaSession_Waiting");
        }
        return Fate::Answer;
    };
    const auto outcome = b.add(b.ids);
    QCOMPARE(outcome.end, MembershipEnd::Stopped);
    QCOMPARE(outcome.reason, isGone ? StopReason::TaskGone : StopReason::TaskNotPending);
    QCOMPARE(outcome.counts.done, 20);
    QCOMPARE(outcome.counts.failed, 0);
    QCOMPARE(b.unfinished().size(), 1);

    b.fleet.fate = nullptr;
    b.fleet.tasks.insert(MemberBench::Task, kept);
    QCOMPARE(b.resume(outcome.batch).counts.done, 60);
    QCOMPARE(b.inTask(), b.ids);
}

void MembershipFailuresTest::lostAnswerIsNotAFailure_data()
{
    QTest::addColumn<int>("number"); // whose answer is lost
    QTest::newRow("first") << 0;
    QTest::newRow("middle") << 15;
    QTest::newRow("last") << 29;
}

void MembershipFailuresTest::lostAnswerIsNotAFailure()
{
    QFETCH(int, number);
    MemberBench b(30);
    b.fleet.fate = fateOf({b.ids.at(number)}, Fate::LoseAnswer, 1);
    const auto outcome = b.add(b.ids);
    QCOMPARE(outcome.end, MembershipEnd::Finished);
    QCOMPARE(outcome.counts, (MemberCounts{0, 0, 30, 0}));
    QCOMPARE(b.inTask().count(b.ids.at(number)), 1);

    b.fleet.fate = fateOf({b.ids.at(number)}, Fate::LoseAnswer, 1);
    QCOMPARE(b.remove(b.ids).counts, (MemberCounts{0, 0, 30, 0}));
    QVERIFY(b.inTask().isEmpty());
}

void MembershipFailuresTest::whatSomebodyElseAddedIsDone()
{
    MemberBench b(30);
    b.fleet.fate = [&](const QString& operation, const QString& member) {
        if (operation == Associate && member == b.ids.at(10))
            b.inTask() += b.ids.at(20);
        return Fate::Answer;
    };
    const auto outcome = b.add(b.ids);
    QCOMPARE(outcome.counts, (MemberCounts{0, 0, 30, 0}));
    QCOMPARE(b.inTask().count(b.ids.at(20)), 1);
}

void MembershipFailuresTest::removedBySomebodyElseIsDone()
{
    MemberBench b(30);
    b.inTask() = b.ids;
    b.fleet.fate = [&](const QString& operation, const QString& member) {
        if (operation.startsWith(u"Dis") && member == b.ids.at(10))
            b.inTask().removeOne(b.ids.at(20));
        return Fate::Answer;
    };
    QCOMPARE(b.remove(b.ids).counts, (MemberCounts{0, 0, 30, 0}));
}

void MembershipFailuresTest::unverifiableIsLeftForLater()
{
    MemberBench b(30);
    int lists = 0;
    b.fleet.fate = [&](const QString& operation, const QString& member) {
        if (operation == Associate && member == b.ids.at(10))
            b.inTask() += b.ids.at(20);
        const bool isLater = operation == u"ListWirelessDevices" && ++lists > 1;
        return isLater ? Fate::LoseRequest : Fate::Answer;
    };
    const auto outcome = b.add(b.ids);
    QCOMPARE(outcome.end, MembershipEnd::Stopped);
    QCOMPARE(outcome.counts, (MemberCounts{0, 1, 29, 0}));
    b.fleet.fate = nullptr;
    QCOMPARE(b.resume(outcome.batch).counts, (MemberCounts{0, 0, 30, 0}));
}

void MembershipFailuresTest::failuresAreKeptForTheNextRun()
{
    MemberBench b(60);
    b.fleet.fate = [&](const QString&, const QString& member) {
        const qsizetype number = b.ids.indexOf(member);
        return number == 3 ? Fate::Invalid : number < 40 ? Fate::Answer : Fate::Expire;
    };
    const auto stopped = b.add(b.ids);
    QCOMPARE(stopped.counts.failed, 1);
    b.fleet.fate = nullptr;
    b.restart();
    const auto outcome = b.resume(stopped.batch);
    QCOMPARE(outcome.counts, (MemberCounts{0, 0, 59, 1}));
    const Member& failed = b.memberships->run()->ledger().at(3);
    QCOMPARE(failed.error->kind, ErrorKind::ValidationFailed);
    QCOMPARE(failed.error->code, QStringLiteral("ValidationException"));
}

void MembershipFailuresTest::pausedWithFailuresGoesOn()
{
    MemberBench b(8);
    b.fleet.fate = [&](const QString&, const QString& member) {
        if (member == b.ids.at(7))
            b.memberships->pause();
        return b.ids.indexOf(member) >= 6 && b.associations() <= 8 ? Fate::LoseAnswer
                                                                   : Fate::Answer;
    };
    auto* call = b.begin(b.ids);
    QTRY_VERIFY(b.memberships->run() && b.memberships->run()->phase() == MembershipPhase::Paused);
    QCOMPARE(b.memberships->run()->ledger().counts(), (MemberCounts{0, 2, 6, 0}));
    b.fleet.fate = nullptr;
    b.memberships->goOn();
    QCOMPARE(b.ended(call).counts, (MemberCounts{0, 0, 8, 0}));
    QCOMPARE(b.inTask().size(), 8);
}

void MembershipFailuresTest::journalThatFailsStopsBeforeSending()
{
    MemberBench b(60);
    const QString file = b.folder.filePath(QStringLiteral("journal/members.sqlite"));
    b.fleet.associated = [&](const QString&) {
        if (b.inTask().size() == 20)
            QVERIFY(QFile::remove(file)); // an empty one takes its place
    };
    const auto outcome = b.add(b.ids);
    QCOMPARE(outcome.end, MembershipEnd::Stopped);
    QCOMPARE(outcome.error->kind, ErrorKind::JournalUnavailable);
    QVERIFY(b.associations() <= 20 + MembershipRun::MostUnderWay);
    b.fleet.associated = nullptr;
    QCOMPARE(b.add(b.ids).counts.done, 60); // what is there is found without the journal
    QCOMPARE(b.fleet.repeats(), 0);
}

} // namespace fuotadesk

using fuotadesk::MembershipFailuresTest;
FUOTADESK_TEST(MembershipFailuresTest);
#include "membershipfailurestest.moc"
