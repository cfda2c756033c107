// Adds devices to a task as the window does, over the real stack. memberdriver FOLDER ENDPOINT
// REGION TASK reads the ids of the devices from standard input, goes on with the batch that the
// journal in FOLDER has open or begins one, and prints "began", then the time it took. The keys are
// in AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY. Exit status: 0 all are added, 1 not, 3 one batch
// was open that was not of this task.
#include "base/random.h"
#include "campaign/memberships.h"
#include "campaign/session.h"
#include "store/activityjournal.h"
#include "store/memberjournal.h"
#include "store/secretstore.h"
#include "store/settings.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>

#include <cstdio>

using namespace fuotadesk;

namespace {

// Nobody asks for it: the endpoint is another program.
class NoSandbox final : public LocalEndpoint {
public:
    Result<void> start(const LocalEndpointOptions&) override
    {
        return failure(ErrorKind::SandboxUnavailable);
    }
    void stop() override { }
    QString url() const override { return {}; }
    QString region() const override { return {}; }
    Credentials credentials() const override { return {}; }
    QList<SignInFile> signInFiles(const QString&) override { return {}; }
    void setSpeed(double) override { }
    double speed() const override { return 1; }
    void pause() override { }
    void resume() override { }
    bool isPaused() const override { return false; }
    void jump(std::chrono::milliseconds) override { }
    bool jumpToNextStart() override { return false; }
    Result<void> setFaults(const QList<FaultSpec>&) override { return {}; }
    void setQuota(bool) override { }
    void growFleet(int) override { }
};

QStringList linesOfInput()
{
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return {};
    return QString::fromLatin1(input.readAll()).split(u'\n', Qt::SkipEmptyParts);
}

Connection connectionTo(const QString& endpoint, const QString& region)
{
    Connection connection;
    connection.id = QStringLiteral("driver");
    connection.region = region;
    connection.endpointUrl = endpoint;
    return connection;
}

class Driver {
public:
    explicit Driver(const QStringList& arguments)
        : m_settings(arguments.at(1) + QStringLiteral("/settings.json")),
          m_changes(arguments.at(1) + QStringLiteral("/journal"), m_clock),
          m_journal(arguments.at(1) + QStringLiteral("/journal"), m_clock),
          m_task(arguments.at(4)),
          m_ids(linesOfInput())
    {
        const Credentials keys{qEnvironmentVariable("AWS_ACCESS_KEY_ID"),
                               Secret(qgetenv("AWS_SECRET_ACCESS_KEY")),
                               {}};
        QObject::connect(&m_session, &Session::stateChanged, &m_owner, [this] {
            if (m_session.isReady())
                look();
        });
        m_session.activateOnce(connectionTo(arguments.at(2), arguments.at(3)), keys);
    }

private:
    void look()
    {
        m_memberships.unfinished(&m_owner)->then(
            &m_owner, [this](const Result<QList<UnfinishedBatch>>& left) {
                if (!left)
                    end(left.error());
                else if (!left->isEmpty() && left->first().batch.taskId != m_task)
                    QCoreApplication::exit(3);
                else
                    begin(*left);
            });
    }

    void begin(const QList<UnfinishedBatch>& left)
    {
        auto* call = left.isEmpty()
            ? m_memberships.change({m_task, MemberChange::Add, MemberKind::Device, m_ids}, &m_owner)
            : m_memberships.resume(left.first().batch.number, &m_owner);
        std::puts("began");
        std::fflush(stdout);
        m_timer.start();
        call->then(&m_owner, [this](const Result<MembershipOutcome>& outcome) {
            if (!outcome)
                end(outcome.error());
            else
                end(outcome->error.value_or(Error{}), outcome->counts);
        });
    }

    void end(const Error& error, const MemberCounts& counts = {})
    {
        std::printf("%lld ms, %lld done, %lld failed, %lld left: %s\n", m_timer.elapsed(),
                    counts.done, counts.failed, counts.waiting + counts.sent,
                    qPrintable(error.code));
        QCoreApplication::exit(counts.done == m_ids.size() ? 0 : 1);
    }

    SystemClock m_clock;
    SystemRandom m_random;
    Settings m_settings;
    std::unique_ptr<SecretStore> m_secrets = makeSessionSecretStore();
    ActivityJournal m_changes;
    std::unique_ptr<ServiceStackFactory> m_stacks =
        makeServiceStackFactory(m_clock, m_random, {{}, false, {}}, &m_changes);
    NoSandbox m_sandbox;
    Session m_session{
        {m_settings, *m_secrets, *m_secrets, *m_stacks, m_sandbox, {}, m_random, false}};
    MemberJournal m_journal;
    Memberships m_memberships{m_session, m_journal, m_clock};
    QObject m_owner;
    QElapsedTimer m_timer;
    QString m_task;
    QStringList m_ids;
};

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    if (argc != 5)
        return 1;
    const Driver driver(QCoreApplication::arguments());
    return QCoreApplication::exec();
}
