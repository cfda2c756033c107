#include "base/worker.h"
#include "support/testcase.h"

#include <atomic>

namespace fuotadesk {

class WorkerTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void runsJobsInOrderElsewhereAndAnswersHere();
    void destructionFinishesWhatWasPromised();
    void deadOwnerGetsNoAnswer();
};

void WorkerTest::runsJobsInOrderElsewhereAndAnswersHere()
{
    Worker worker;
    QObject owner;
    QList<int> answers;
    const auto here = std::this_thread::get_id();
    bool elsewhere = true;
    bool back = true;
    for (int i = 0; i < 50; ++i)
        worker.run<bool>(&owner, [here] { return std::this_thread::get_id() != here; })
            ->then(&owner, [&, i](const Result<bool>& result) {
                elsewhere = elsewhere && result.value();
                back = back && std::this_thread::get_id() == here;
                answers.append(i);
            });
    QTRY_COMPARE(answers.size(), 50);
    QVERIFY(elsewhere);
    QVERIFY(back);
    QVERIFY(std::is_sorted(answers.begin(), answers.end()));
}

void WorkerTest::destructionFinishesWhatWasPromised()
{
    std::atomic<int> done = 0;
    QObject owner;
    {
        Worker worker;
        for (int i = 0; i < 100; ++i)
            worker.run<void>(&owner, [&done]() -> Result<void> {
                ++done;
                return {};
            });
    }
    QCOMPARE(done.load(), 100);
}

void WorkerTest::deadOwnerGetsNoAnswer()
{
    Worker worker;
    QObject here;
    bool answered = false;
    bool afterwards = false;
    {
        QObject owner;
        worker.run<int>(&owner, [] { return Result<int>(1); })
            ->then(&here, [&](const Result<int>&) { answered = true; });
    }
    worker.run<int>(&here, [] { return Result<int>(2); })->then(&here, [&](const Result<int>&) {
        afterwards = true;
    });
    QTRY_VERIFY(afterwards);
    QVERIFY(!answered);
}

} // namespace fuotadesk

using fuotadesk::WorkerTest;
FUOTADESK_TEST(WorkerTest);
#include "workertest.moc"
