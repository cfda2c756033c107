#include "recovery/losssweep.h"
#include "recovery/recoverysimulation.h"
#include "recovery/shuffle.h"
#include "support/testcase.h"

namespace fuotadesk {

using namespace recovery;
using lorawan::Variant;

class RankSolverTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void workedByHand_data();
    void workedByHand();
    void pathsAgreeRowByRow_data();
    void pathsAgreeRowByRow();
    void bitsAreTakenInOrder_data();
    void bitsAreTakenInOrder();
    void pathsGiveTheSameTallies();
    void matrixIsSharedBetweenPacks();
};

void RankSolverTest::workedByHand_data()
{
    QTest::addColumn<int>("path");
    QTest::newRow("fastest") << static_cast<int>(CodePath::Fastest);
    QTest::newRow("avx2") << static_cast<int>(CodePath::Avx2);
    QTest::newRow("portable") << static_cast<int>(CodePath::Portable);
}

// M = 10: the first row has data fragments 3 and 6 (see ParityMatrixTest).
void RankSolverTest::workedByHand()
{
    QFETCH(int, path);
    const RecoveryMatrix matrix(Variant::V1, 10, 5);
    const auto solver = makeRankSolver(matrix, static_cast<CodePath>(path));
    const std::vector<int> first = {0};
    std::vector<int> lost = {2};
    solver->begin(lost);
    QCOMPARE(solver->take(first), 1);
    lost = {5, 2}; // one equation for two unknowns, then the same one again
    solver->begin(lost);
    QCOMPARE(solver->take(first), 0);
    QVERIFY(!solver->takeOne(0));
    lost = {4}; // not in it
    solver->begin(lost);
    QCOMPARE(solver->take({}), 0);
    QVERIFY(!solver->takeOne(0));
}

void RankSolverTest::pathsAgreeRowByRow_data()
{
    QTest::addColumn<int>("data");
    QTest::addColumn<int>("path");
    for (const int data : {1, 2, 5, 36, 63, 64, 65, 100, 128, 200, 500, 1000}) {
        QTest::addRow("fastest %d", data) << data << static_cast<int>(CodePath::Fastest);
        QTest::addRow("avx2 %d", data) << data << static_cast<int>(CodePath::Avx2);
    }
}

void RankSolverTest::pathsAgreeRowByRow()
{
    QFETCH(int, data);
    QFETCH(int, path);
    const RecoveryMatrix matrix(Variant::V1, data, data + 70);
    const auto fast = makeRankSolver(matrix, static_cast<CodePath>(path));
    const auto plain = makeRankSolver(matrix, CodePath::Portable);
    RandomStream random(11, static_cast<std::uint64_t>(data));
    for (int trial = 0; trial < 60; ++trial) {
        Shuffle fragments(data);
        Shuffle rows(matrix.codedFragments());
        const int count = 1 + static_cast<int>(random.below(static_cast<std::uint32_t>(data)));
        for (int i = 0; i < count; ++i)
            fragments.draw(std::size_t(i), random);
        const auto lost = fragments.first(std::size_t(count));
        // Every other trial in the order of transmission, which has a way of its own.
        for (std::size_t i = 0; i < rows.size() && trial % 2 == 0; ++i)
            rows.draw(i, random);
        fast->begin(lost);
        plain->begin(lost);
        const auto together = static_cast<std::size_t>(count + trial % 9 - 2);
        const auto first = rows.first(std::clamp(together, std::size_t(0), rows.size()));
        const int taken = fast->take(first);
        QCOMPARE(taken, plain->take(first));
        bool full = taken > 0;
        for (std::size_t i = first.size(); i < rows.size() && !full; ++i) {
            full = fast->takeOne(rows.first(i + 1).back());
            QCOMPARE(plain->takeOne(rows.first(i + 1).back()), full);
        }
    }
}

void RankSolverTest::bitsAreTakenInOrder_data()
{
    QTest::addColumn<int>("data");
    QTest::addColumn<int>("path");
    for (const int data : {5, 36, 64, 65, 100, 500, 5000}) {
        for (const CodePath path : {CodePath::Fastest, CodePath::Avx2, CodePath::Portable})
            QTest::addRow("%d, path %d", data, int(path)) << data << int(path);
    }
}

void RankSolverTest::bitsAreTakenInOrder()
{
    QFETCH(int, data);
    QFETCH(int, path);
    const RecoveryMatrix matrix(Variant::V1, data, RankSolver::MostBits);
    const auto solver = makeRankSolver(matrix, static_cast<CodePath>(path));
    const auto plain = makeRankSolver(matrix, CodePath::Portable);
    RandomStream random(17, static_cast<std::uint64_t>(data));
    int completed = 0;
    for (int trial = 0; trial < 200; ++trial) {
        Shuffle fragments(data);
        const int most = std::min(data, 30);
        const int count = 1 + static_cast<int>(random.below(static_cast<std::uint32_t>(most)));
        fragments.drawFirst(std::size_t(count), random);
        const std::uint64_t bits =
            (std::uint64_t(random.next()) << 32 | random.next()) >> (trial % 40);
        std::vector<int> rows;
        for (int row = 0; row < RankSolver::MostBits; ++row) {
            if ((bits >> row & 1) != 0)
                rows.push_back(row);
        }
        const auto lost = fragments.first(std::size_t(count));
        solver->begin(lost);
        plain->begin(lost);
        const int taken = plain->take(rows);
        const int expected = taken > 0 ? rows[std::size_t(taken - 1)] : RankSolver::Never;
        QCOMPARE(solver->completedBy(bits), expected);
        completed += taken > 0 ? 1 : 0;
    }
    QVERIFY(completed > 20 && completed < 200);
}

void RankSolverTest::pathsGiveTheSameTallies()
{
    const std::atomic<bool> cancelled = false;
    for (const int data : {20, 100, 400}) {
        for (const LossModel& loss : {LossModel::independent(0.2), LossModel::bursts(0.15, 3)}) {
            const RecoveryQuestion question{Variant::V2, data, data / 2, loss, {data / 4, true}};
            QCOMPARE(RecoverySimulation(question).run({1, 0, 4}, cancelled),
                     RecoverySimulation(question, CodePath::Portable).run({1, 0, 4}, cancelled));
        }
        const LossQuestion question{Variant::V1, data, data / 2, 0, 1};
        QCOMPARE(LossSweep(question).run({1, 0, 3}, cancelled),
                 LossSweep(question, CodePath::Portable).run({1, 0, 3}, cancelled));
    }
}

void RankSolverTest::matrixIsSharedBetweenPacks()
{
    const RecoveryMatrix matrix(Variant::V1, 200, 150);
    std::vector<std::uint64_t> row(matrix.words());
    for (const int index : {149, 0, 63, 64, 127, 128}) {
        lorawan::parityRow(Variant::V1, 200, index + 1, row);
        QVERIFY(std::equal(row.begin(), row.end(), matrix.row(index)));
    }
}

} // namespace fuotadesk

using fuotadesk::RankSolverTest;
FUOTADESK_TEST(RankSolverTest);
#include "ranksolvertest.moc"
