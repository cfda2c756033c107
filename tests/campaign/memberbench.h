#pragma once

#include "campaign/bench.h"
#include "campaign/fleetdouble.h"
#include "campaign/memberships.h"
#include "store/memberjournal.h"

namespace fuotadesk {

// One program with a task "t1" to fill; restart() is what its end and the next start leave.
struct MemberBench {
    explicit MemberBench(int devices)
    {
        ids = fleet.addDevices(devices);
        fleet.tasks.insert(Task, {});
        bench.stacks.serve(fleet);
        bench.signIn();
        restart();
    }

    void restart()
    {
        memberships.reset();
        journal.reset();
        journal = std::make_unique<MemberJournal>(folder.filePath(QStringLiteral("journal")),
                                                  bench.clock);
        memberships = std::make_unique<Memberships>(bench.session, *journal, bench.clock, nullptr);
    }

    MembershipOutcome ended(CallOf<MembershipOutcome>* call)
    {
        std::optional<Result<MembershipOutcome>> result;
        call->then(&owner, [&](const Result<MembershipOutcome>& end) { result.emplace(end); });
        if (!QTest::qWaitFor([&] { return result.has_value(); }, 60'000) || !*result)
            QTest::qFail("the batch gave no outcome", __FILE__, __LINE__);
        return result ? result->value_or(MembershipOutcome{}) : MembershipOutcome{};
    }

    CallOf<MembershipOutcome>* begin(const QStringList& members,
                                     MemberChange change = MemberChange::Add,
                                     MemberKind kind = MemberKind::Device)
    {
        return memberships->change({Task, change, kind, members}, &owner);
    }

    MembershipOutcome add(const QStringList& members) { return ended(begin(members)); }
    MembershipOutcome remove(const QStringList& members)
    {
        return ended(begin(members, MemberChange::Remove));
    }
    MembershipOutcome resume(qint64 batch) { return ended(memberships->resume(batch, &owner)); }

    QList<UnfinishedBatch> unfinished()
    {
        return resultOf(memberships->unfinished(&owner))->value_or(QList<UnfinishedBatch>());
    }

    QStringList& inTask() { return fleet.tasks[Task].devices; }
    int associations() const
    {
        return fleet.count(QStringLiteral("AssociateWirelessDeviceWithFuotaTask"));
    }

    static inline const QString Task = QStringLiteral("t1");

    QTemporaryDir folder{folderInMemory()};
    FleetDouble fleet;
    QStringList ids;
    Bench bench;
    QObject owner;
    std::unique_ptr<MemberJournal> journal;
    std::unique_ptr<Memberships> memberships;
};

} // namespace fuotadesk
