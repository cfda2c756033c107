#include "store/processlock.h"
#include "support/testcase.h"

#include <QFile>
#include <QTemporaryDir>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

namespace fuotadesk {

class ProcessLockTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void isHeldWhileItLives();
    void askingDoesNotTake();
    void isNotHeldAfterSigkill();
    void sweepSparesWhatIsHeld();
    void folderThatIsNotThereGivesNoLock();
};

void ProcessLockTest::isHeldWhileItLives()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("a.lock"));
    QVERIFY(!ProcessLock::isHeld(file));
    auto lock = ProcessLock::take(file);
    QVERIFY(lock);
    QVERIFY(ProcessLock::isHeld(file));
    QVERIFY(!ProcessLock::take(file));
    lock.reset();
    QVERIFY(!ProcessLock::isHeld(file));
    QVERIFY(!QFile::exists(file));
    QVERIFY(ProcessLock::take(file));
}

void ProcessLockTest::askingDoesNotTake()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("a.lock"));
    QVERIFY(!ProcessLock::isHeld(file));
    QVERIFY(!QFile::exists(file));
}

void ProcessLockTest::isNotHeldAfterSigkill()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("a.lock"));
    const pid_t child = ::fork();
    if (child == 0) {
        const auto lock = ProcessLock::take(file);
        for (;;)
            ::pause();
    }
    QTRY_VERIFY(ProcessLock::isHeld(file));
    QCOMPARE(::kill(child, SIGKILL), 0);
    QCOMPARE(::waitpid(child, nullptr, 0), child);
    QVERIFY(QFile::exists(file));
    QVERIFY(!ProcessLock::isHeld(file));
}

void ProcessLockTest::sweepSparesWhatIsHeld()
{
    const QTemporaryDir folder;
    const QString held = folder.filePath(QStringLiteral("held.lock"));
    const QString left = folder.filePath(QStringLiteral("left.lock"));
    QFile file(left);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    const auto lock = ProcessLock::take(held);
    ProcessLock::sweep(held);
    ProcessLock::sweep(left);
    QVERIFY(QFile::exists(held));
    QVERIFY(!QFile::exists(left));
}

void ProcessLockTest::folderThatIsNotThereGivesNoLock()
{
    const QTemporaryDir folder;
    QVERIFY(!ProcessLock::take(folder.filePath(QStringLiteral("none/a.lock"))));
    QVERIFY(!ProcessLock::isHeld(folder.filePath(QStringLiteral("none/a.lock"))));
}

} // namespace fuotadesk

using fuotadesk::ProcessLockTest;
FUOTADESK_TEST(ProcessLockTest);
#include "processlocktest.moc"
