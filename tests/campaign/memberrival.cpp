// A program that adds 200 devices to a task and may be killed at any moment. memberrival FOLDER
// goes on with the batch in the journal of FOLDER, or begins it where there is none. What reached
// the service stands in FOLDER/service, written as it is carried out, so that it outlives the
// program. Exit status: 0 all are added; 1 not; 2 something was sent that was done already.
#include "campaign/memberbench.h"

#include <QCoreApplication>

#include <cstdio>

using namespace fuotadesk;

namespace {

constexpr int Devices = 200;

class Rival {
public:
    explicit Rival(const QString& folder)
        : m_log(folder + QStringLiteral("/service")),
          m_journal(folder + QStringLiteral("/journal"), m_bench.clock),
          m_memberships(m_bench.session, m_journal, m_bench.clock)
    {
        m_ids = m_fleet.addDevices(Devices);
        m_fleet.latency = std::chrono::milliseconds(4);
        FleetDouble::Task task;
        if (QFile before(m_log.fileName()); before.open(QIODevice::ReadOnly))
            task.devices = QString::fromLatin1(before.readAll()).split(u'\n', Qt::SkipEmptyParts);
        m_isOpen = m_log.open(QIODevice::Append | QIODevice::Unbuffered);
        m_fleet.tasks.insert(MemberBench::Task, task);
        m_fleet.associated = [this](const QString& id) { m_log.write(id.toLatin1() + '\n'); };
        m_bench.stacks.serve(m_fleet);
        m_bench.signIn();
    }

    int run()
    {
        const auto left = resultOf(m_memberships.unfinished(&m_owner));
        if (!m_isOpen || !left || !*left)
            return 1;
        auto* call = (*left)->isEmpty()
            ? m_memberships.change(
                {MemberBench::Task, MemberChange::Add, MemberKind::Device, m_ids}, &m_owner)
            : m_memberships.resume((*left)->first().batch.number, &m_owner);
        std::puts("began");
        std::fflush(stdout);
        const auto outcome = resultOf(call);
        if (m_fleet.repeats() > 0)
            return 2;
        return outcome && *outcome && (*outcome)->counts.done == Devices ? 0 : 1;
    }

private:
    QFile m_log;
    bool m_isOpen = false;
    FleetDouble m_fleet;
    QStringList m_ids;
    Bench m_bench;
    QObject m_owner;
    MemberJournal m_journal;
    Memberships m_memberships;
};

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    return Rival(QCoreApplication::arguments().at(1)).run();
}
