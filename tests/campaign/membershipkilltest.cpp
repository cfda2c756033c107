#include "campaign/memberbench.h"
#include "support/testcase.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>

namespace fuotadesk {

namespace {

constexpr int Devices = 200;
constexpr int Patience = 60'000;

// One life of the program; see memberrival.cpp.
class Rival {
public:
    explicit Rival(const QString& folder)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QStringLiteral(FUOTADESK_MEMBERRIVAL), {folder});
        m_process.waitForStarted();
    }

    bool hasBegun() { return m_process.waitForReadyRead(Patience); }
    // False when it had ended before.
    bool killAfter(int milliseconds) // SIGKILL
    {
        if (m_process.waitForFinished(milliseconds))
            return false;
        m_process.kill();
        m_process.waitForFinished();
        return true;
    }
    int exitStatus() { return m_process.waitForFinished(Patience) ? m_process.exitCode() : -1; }

private:
    QProcess m_process;
};

QStringList associated(const QString& folder)
{
    QFile log(folder + QStringLiteral("/service"));
    if (!log.open(QIODevice::ReadOnly))
        return {};
    return QString::fromLatin1(log.readAll()).split(u'\n', Qt::SkipEmptyParts);
}

} // namespace

// The program is killed again and again while it adds 200 devices. FUOTADESK_KILLS: how often in
// all, 24 when unset.
class MembershipKillTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void everyDeviceOnceHoweverOftenItIsKilled();

private:
    void checkJournal(const QString& folder);
    int wholeRun();

    FakeClock m_clock;
};

// Milliseconds from the beginning to the end of an undisturbed run.
int MembershipKillTest::wholeRun()
{
    const QTemporaryDir folder(folderInMemory());
    Rival rival(folder.path());
    if (!rival.hasBegun())
        return 0;
    QElapsedTimer timer;
    timer.start();
    return rival.exitStatus() == 0 ? int(timer.elapsed()) : 0;
}

// What reached the service was at least Sent before it did.
void MembershipKillTest::checkJournal(const QString& folder)
{
    MemberJournal journal(folder + QStringLiteral("/journal"), m_clock);
    std::optional<ClaimedBatch> batch;
    bool hasAnswered = false;
    journal.claim(1, this)->then(this, [&](const Result<std::optional<ClaimedBatch>>& claimed) {
        hasAnswered = true;
        batch = claimed.value_or(std::nullopt);
    });
    QTRY_VERIFY(hasAnswered);
    const QStringList there = associated(folder);
    if (!batch) // the kill came before the batch was written, or after its end
        QVERIFY(there.isEmpty() || there.size() == Devices);
    else
        for (const Member& each : std::as_const(batch->members))
            if (each.state == MemberState::Waiting || each.state == MemberState::Done)
                QCOMPARE(there.contains(each.id), each.state == MemberState::Done);
}

void MembershipKillTest::everyDeviceOnceHoweverOftenItIsKilled()
{
    const int wanted = qEnvironmentVariableIsSet("FUOTADESK_KILLS")
        ? qEnvironmentVariableIntValue("FUOTADESK_KILLS")
        : 24;
    int whole = wholeRun();
    QVERIFY(whole > 0);
    QRandomGenerator random(20260102);
    int kills = 0;
    for (int runs = 0; kills < wanted && runs < 4 * wanted; ++runs) {
        const QTemporaryDir folder(folderInMemory());
        const int lives = 1 + runs % 3;
        for (int life = 0; life < lives; ++life) {
            Rival rival(folder.path());
            QVERIFY(rival.hasBegun());
            const int moment = random.bounded(whole);
            if (!rival.killAfter(moment)) {
                whole = life == 0 ? std::max(moment, 2) : whole; // it takes less than that
                break;
            }
            ++kills;
            checkJournal(folder.path());
        }
        Rival last(folder.path());
        QCOMPARE(last.exitStatus(), 0);
        QStringList there = associated(folder.path());
        QCOMPARE(there.size(), Devices);
        QCOMPARE(there.removeDuplicates(), 0);
    }
    QVERIFY2(kills >= wanted, qPrintable(QString::number(kills)));
    qInfo("%d kills within %d ms each", kills, whole);
}

} // namespace fuotadesk

using fuotadesk::MembershipKillTest;
FUOTADESK_TEST(MembershipKillTest);
#include "membershipkilltest.moc"
