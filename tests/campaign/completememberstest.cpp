#include "campaign/completemembers.h"
#include "campaign/memberbench.h"
#include "support/testcase.h"

namespace fuotadesk {

using Fate = FleetDouble::Fate;

class CompleteMembersTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void addsEachOnce();
    void finishesAnEarlierBatchFirst();
    void earlierBatchThatStopsAgainIsTheOutcome();
    void batchOfAnotherProcessIsSaid();
};

namespace {

struct Fixture : MemberBench {
    using MemberBench::MemberBench;

    CallOf<MembershipOutcome>* complete(const QStringList& members)
    {
        return completeMembers(*memberships, {Task, MemberChange::Add, MemberKind::Device, members},
                               &owner);
    }

    // Leaves an open batch behind, of which some are in the task.
    void stopInTheMiddle(const QStringList& members, int after)
    {
        fleet.fate = [after, sent = 0](const QString& operation, const QString&) mutable {
            return operation.startsWith(u"Associate") && ++sent > after ? Fate::Expire
                                                                        : Fate::Answer;
        };
        QCOMPARE(add(members).end, MembershipEnd::Stopped);
        restart();
    }
};

} // namespace

void CompleteMembersTest::addsEachOnce()
{
    Fixture f(20);
    const MembershipOutcome outcome = f.ended(f.complete(f.ids));
    QCOMPARE(outcome.counts, (MemberCounts{0, 0, 20, 0}));
    QCOMPARE(f.ended(f.complete(f.ids)).counts, (MemberCounts{0, 0, 20, 0}));
    QCOMPARE(f.associations(), 20);
}

void CompleteMembersTest::finishesAnEarlierBatchFirst()
{
    Fixture f(60);
    f.stopInTheMiddle(f.ids.mid(0, 40), 10);
    f.fleet.fate = nullptr;
    // Meanwhile the list has grown.
    const MembershipOutcome outcome = f.ended(f.complete(f.ids));
    QCOMPARE(outcome.end, MembershipEnd::Finished);
    QCOMPARE(outcome.counts, (MemberCounts{0, 0, 60, 0}));
    QCOMPARE(QSet(f.inTask().begin(), f.inTask().end()), QSet(f.ids.begin(), f.ids.end()));
    QCOMPARE(f.fleet.repeats(), 0);
    QVERIFY(f.unfinished().isEmpty());
}

void CompleteMembersTest::earlierBatchThatStopsAgainIsTheOutcome()
{
    Fixture f(60);
    f.stopInTheMiddle(f.ids.mid(0, 40), 10);
    const MembershipOutcome outcome = f.ended(f.complete(f.ids));
    QCOMPARE(outcome.end, MembershipEnd::Stopped);
    QCOMPARE(outcome.error->kind, ErrorKind::CredentialsExpired);
    QCOMPARE(outcome.counts.all(), 40);
    QCOMPARE(f.unfinished().size(), 1);
}

void CompleteMembersTest::batchOfAnotherProcessIsSaid()
{
    Fixture f(20);
    MemberJournal other(f.folder.filePath(QStringLiteral("journal")), f.bench.clock);
    const MemberBatch theirs{0,
                             f.bench.session.active().id,
                             f.bench.session.endpointKey(),
                             MemberBench::Task,
                             MemberChange::Add,
                             MemberKind::Device,
                             f.bench.clock.now()};
    QVERIFY(resultOf(other.begin(theirs, f.ids, this))->has_value());
    const auto outcome = resultOf(f.complete(f.ids));
    QVERIFY(outcome && !*outcome);
    QCOMPARE(outcome->error().kind, ErrorKind::IntentClaimed);
    QCOMPARE(f.associations(), 0);
}

FUOTADESK_TEST(CompleteMembersTest);

} // namespace fuotadesk

#include "completememberstest.moc"
