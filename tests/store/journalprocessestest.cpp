#include "store/await.h"
#include "store/intentjournal.h"
#include "support/fakes.h"
#include "support/memoryfolder.h"
#include "support/testcase.h"

#include <QProcess>
#include <QTemporaryDir>

#include <memory>
#include <vector>

namespace fuotadesk {

namespace {

const auto Here = QStringLiteral("https://api.iotwireless.eu-west-1.amazonaws.com|eu-west-1");

// A second process; see journalrival.cpp.
class Rival {
public:
    Rival(const QString& folder, const QStringList& command)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QStringLiteral(FUOTADESK_JOURNALRIVAL), QStringList{folder} + command);
        m_process.waitForStarted();
    }
    ~Rival()
    {
        m_process.closeWriteChannel();
        m_process.waitForFinished();
    }

    void go() { m_process.write("go\n"); }
    void kill() // SIGKILL
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    // The next word it says, and the last one it said before it died.
    QByteArray word()
    {
        if (!m_process.canReadLine())
            (void)QTest::qWaitFor([this] { return m_process.canReadLine(); }, 30'000);
        return m_process.readLine().trimmed();
    }
    QList<QByteArray> rest() { return m_process.readAll().trimmed().split('\n'); }

private:
    QProcess m_process;
};

} // namespace

// The journal between processes, which may die at any moment.
class JournalProcessesTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void livingRivalKeepsItsIntent();
    void killedRivalLosesItsIntentAtOnce();
    void quittingRivalLeavesItsIntent();
    void oneOfManyTakesOver();
    void oneOfManyBegins();
    void killAtAnyMomentLosesNothingPromised_data();
    void killAtAnyMomentLosesNothingPromised();

private:
    FakeClock m_clock;
};

void JournalProcessesTest::livingRivalKeepsItsIntent()
{
    const QTemporaryDir folder{folderInMemory()};
    IntentJournal journal(folder.path(), m_clock);
    Rival rival(folder.path(),
                {QStringLiteral("begin"), QStringLiteral("t1"), Here, QStringLiteral("{}")});
    rival.go();
    QCOMPARE(rival.word(), QByteArray("begun"));
    QCOMPARE(errorOf(outcome(journal.claim(Here, "{}", this))), ErrorKind::IntentClaimed);
    QVERIFY(outcome(journal.unsettled(this))->isEmpty());
}

void JournalProcessesTest::killedRivalLosesItsIntentAtOnce()
{
    const QTemporaryDir folder{folderInMemory()};
    IntentJournal journal(folder.path(), m_clock);
    Rival rival(folder.path(),
                {QStringLiteral("begin"), QStringLiteral("t1"), Here, QStringLiteral("{}")});
    rival.go();
    QCOMPARE(rival.word(), QByteArray("begun"));
    rival.kill();
    QCOMPARE(outcome(journal.unsettled(this))->size(), 1);
    const auto claimed = outcome(journal.claim(Here, "{}", this));
    QCOMPARE(claimed.value()->token, QStringLiteral("t1"));
}

void JournalProcessesTest::quittingRivalLeavesItsIntent()
{
    const QTemporaryDir folder{folderInMemory()};
    {
        Rival rival(folder.path(),
                    {QStringLiteral("begin"), QStringLiteral("t1"), Here, QStringLiteral("{}")});
        rival.go();
        QCOMPARE(rival.word(), QByteArray("begun"));
    }
    IntentJournal journal(folder.path(), m_clock);
    QVERIFY(outcome(journal.claim(Here, "{}", this)).value());
}

void JournalProcessesTest::oneOfManyTakesOver()
{
    const QTemporaryDir folder{folderInMemory()};
    {
        Rival dead(folder.path(),
                   {QStringLiteral("begin"), QStringLiteral("t1"), Here, QStringLiteral("{}")});
        dead.go();
        QCOMPARE(dead.word(), QByteArray("begun"));
        dead.kill();
    }
    std::vector<std::unique_ptr<Rival>> rivals;
    for (int i = 0; i < 6; ++i)
        rivals.push_back(std::make_unique<Rival>(
            folder.path(), QStringList{QStringLiteral("claim"), Here, QStringLiteral("{}")}));
    for (const auto& each : rivals)
        each->go();
    QList<QByteArray> words;
    for (const auto& each : rivals)
        words.append(each->word());
    QCOMPARE(words.count("got t1"), 1);
    QCOMPARE(words.count("claimed-by-other"), 5);
}

void JournalProcessesTest::oneOfManyBegins()
{
    const QTemporaryDir folder{folderInMemory()}; // they also race to make the file
    std::vector<std::unique_ptr<Rival>> rivals;
    for (int i = 0; i < 6; ++i)
        rivals.push_back(std::make_unique<Rival>(
            folder.path(),
            QStringList{QStringLiteral("begin"), QString::number(i), Here, QStringLiteral("{}")}));
    for (const auto& each : rivals)
        each->go();
    QList<QByteArray> words;
    for (const auto& each : rivals)
        words.append(each->word());
    QCOMPARE(words.count("begun"), 1);
    QCOMPARE(words.count("claimed-by-other"), 5);
}

void JournalProcessesTest::killAtAnyMomentLosesNothingPromised_data()
{
    QTest::addColumn<int>("words");
    for (int words = 0; words < 12; ++words)
        QTest::addRow("after %d", words) << words;
}

void JournalProcessesTest::killAtAnyMomentLosesNothingPromised()
{
    QFETCH(int, words);
    const QTemporaryDir folder{folderInMemory()};
    Rival rival(folder.path(), {QStringLiteral("many"), Here});
    rival.go();
    QList<QByteArray> promised;
    for (int i = 0; i < words; ++i)
        promised.append(rival.word());
    rival.kill();
    promised += rival.rest();
    promised.removeAll({});

    IntentJournal journal(folder.path(), m_clock);
    const auto unsettled = outcome(journal.unsettled(this));
    QVERIFY(unsettled);
    for (const QByteArray& name : promised)
        QCOMPARE(outcome(journal.claim(Here, name, this)).value()->token,
                 QString::fromLatin1(name));
    QVERIFY(unsettled->size() >= promised.size());
    QVERIFY(unsettled->size() <= promised.size() + 1); // one may have been written and not yet said
}

} // namespace fuotadesk

using fuotadesk::JournalProcessesTest;
FUOTADESK_TEST(JournalProcessesTest);
#include "journalprocessestest.moc"
