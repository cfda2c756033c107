#include "lorawan/paritymatrix.h"
#include "support/testcase.h"

#include <bit>
#include <numeric>

namespace fuotadesk {

using lorawan::parityRow;
using lorawan::Variant;

class ParityMatrixTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void sequenceWorkedByHand();
    void rowWorkedByHand();
    void weightKeepsToTheVariant_data();
    void weightKeepsToTheVariant();
    void textVariantCountsByTheNumberOnAir();
    void overwritesWhatWasThere();
};

namespace {

std::vector<std::uint64_t> rowOf(Variant variant, int dataFragments, int codedFragment)
{
    std::vector<std::uint64_t> row(lorawan::rowWords(dataFragments), ~std::uint64_t(0));
    parityRow(variant, dataFragments, codedFragment, row);
    return row;
}

int weightOf(const std::vector<std::uint64_t>& row)
{
    return std::accumulate(row.begin(), row.end(), 0,
                           [](int sum, std::uint64_t word) { return sum + std::popcount(word); });
}

} // namespace

// b0 of 1 is fed back to bit 22; five steps later a single bit arrives at b5, then at b0.
void ParityMatrixTest::sequenceWorkedByHand()
{
    QCOMPARE(lorawan::prbs23(1), 1u << 22);
    QCOMPARE(lorawan::prbs23(1u << 22), 1u << 21);
    QCOMPARE(lorawan::prbs23(1u << 5), (1u << 4) + (1u << 22));
    QCOMPARE(lorawan::prbs23((1u << 5) + 1), 1u << 4);
}

// M = 10, N = 1: 1002 steps to 4194805, 2097402, 5243005, 2621502 and 5505055: bits 5 and 2, drawn
// more than once.
void ParityMatrixTest::rowWorkedByHand()
{
    QCOMPARE(lorawan::prbs23(1002), 4194805u);
    QCOMPARE(rowOf(Variant::V1, 10, 1), std::vector<std::uint64_t>{0b10'0100});
}

void ParityMatrixTest::weightKeepsToTheVariant_data()
{
    QTest::addColumn<int>("dataFragments");
    for (const int count : {0, 1, 2, 3, 8, 63, 64, 65, 100, 1024, 8191, 16383})
        QTest::addRow("%d", count) << count;
}

void ParityMatrixTest::weightKeepsToTheVariant()
{
    QFETCH(int, dataFragments);
    for (const int coded : {1, 2, 7, 100}) {
        QCOMPARE(weightOf(rowOf(Variant::V2, dataFragments, coded)), dataFragments / 2);
        QCOMPARE(weightOf(rowOf(Variant::V2Text, dataFragments, coded)), dataFragments / 2);
        const int drawn = weightOf(rowOf(Variant::V1, dataFragments, coded));
        QVERIFY(drawn <= dataFragments / 2);
        QVERIFY(dataFragments < 2 || drawn >= 1);
    }
}

void ParityMatrixTest::textVariantCountsByTheNumberOnAir()
{
    QCOMPARE(rowOf(Variant::V2Text, 100, 3), rowOf(Variant::V2, 100, 103));
    QVERIFY(rowOf(Variant::V2Text, 100, 3) != rowOf(Variant::V2, 100, 3));
}

void ParityMatrixTest::overwritesWhatWasThere()
{
    std::vector<std::uint64_t> row(lorawan::rowWords(100), ~std::uint64_t(0));
    parityRow(Variant::V1, 100, 5, row);
    const auto clean = rowOf(Variant::V1, 100, 5);
    QCOMPARE(row, clean);
    QCOMPARE(row.back() >> (100 % 64), std::uint64_t(0));
}

} // namespace fuotadesk

using fuotadesk::ParityMatrixTest;
FUOTADESK_TEST(ParityMatrixTest);
#include "paritymatrixtest.moc"
