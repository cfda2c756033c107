#include "lorawan/fragmentencoder.h"
#include "lorawan/plaindecoder.h"
#include "recovery/ranksolver.h"
#include "support/testcase.h"

#include <algorithm>
#include <array>
#include <random>

namespace fuotadesk {

// A stream of the encoder, thinned out at random, goes to an independent decoder fragment by
// fragment: it rebuilds the image, byte for byte, at just the coded fragment at which the rank
// solver of the simulations says that it can.
class AgreementTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void decodesExactlyWhenTheRankSays_data();
    void decodesExactlyWhenTheRankSays();
};

namespace {

using lorawan::Variant;

struct Losses {
    std::vector<int> lost; // data fragments, by index
    std::vector<int> received; // coded ones, by index
};

Losses drawLosses(int dataFragments, int codedFragments, unsigned percent, std::mt19937& chance)
{
    Losses losses;
    for (int i = 0; i < dataFragments; ++i)
        if (chance() % 100 < percent)
            losses.lost.push_back(i);
    for (int i = 0; i < codedFragments; ++i)
        if (chance() % 100 >= percent)
            losses.received.push_back(i);
    return losses;
}

// After how many of the received coded fragments the decoder is done; 0: not with all.
int decoded(const lorawan::FragmentEncoder& encoder, const Losses& losses, PlainDecoder& decoder)
{
    for (int i = 0; i < encoder.dataFragments(); ++i)
        if (!std::binary_search(losses.lost.begin(), losses.lost.end(), i))
            decoder.receive(i + 1, encoder.fragment(i + 1));
    int taken = 0;
    for (const int coded : losses.received) {
        const int number = encoder.dataFragments() + coded + 1;
        decoder.receive(number, encoder.fragment(number));
        ++taken;
        if (decoder.isComplete())
            return taken;
    }
    return 0;
}

} // namespace

void AgreementTest::decodesExactlyWhenTheRankSays_data()
{
    QTest::addColumn<int>("dataFragments");
    QTest::addColumn<unsigned>("percent");
    for (const int dataFragments : {2, 3, 10, 21, 36, 64, 65, 100}) {
        for (const unsigned percent : {5U, 15U, 30U})
            QTest::addRow("%d at %u %%", dataFragments, percent) << dataFragments << percent;
    }
}

void AgreementTest::decodesExactlyWhenTheRankSays()
{
    QFETCH(int, dataFragments);
    QFETCH(unsigned, percent);
    constexpr int FragmentBytes = 7;
    std::mt19937 chance(static_cast<unsigned>(dataFragments) * 100 + percent);
    std::vector<std::uint8_t> image(static_cast<std::size_t>(dataFragments * FragmentBytes));
    for (std::uint8_t& byte : image)
        byte = static_cast<std::uint8_t>(chance());
    const std::array<PlainDecoder::Matrix, 3> matrices{
        {{false, false}, {true, false}, {true, true}}};
    int succeeded = 0;
    for (const Variant variant : {Variant::V1, Variant::V2, Variant::V2Text}) {
        const auto encoder = lorawan::FragmentEncoder::create(image, FragmentBytes, variant);
        const recovery::RecoveryMatrix matrix(variant, dataFragments, dataFragments);
        const auto solver = makeRankSolver(matrix, recovery::CodePath::Fastest);
        for (int trial = 0; trial < 40; ++trial) {
            const Losses losses = drawLosses(dataFragments, dataFragments, percent, chance);
            if (losses.lost.empty())
                continue;
            solver->begin(losses.lost);
            const int expected = solver->take(losses.received);
            PlainDecoder decoder(dataFragments, matrices[static_cast<std::size_t>(variant)]);
            QCOMPARE(decoded(*encoder, losses, decoder), expected);
            QCOMPARE(decoder.isComplete(), expected > 0);
            if (expected > 0)
                QCOMPARE(decoder.image(), image);
            succeeded += expected > 0 ? 1 : 0;
        }
    }
    QVERIFY(succeeded > 0);
}

} // namespace fuotadesk

using fuotadesk::AgreementTest;
FUOTADESK_TEST(AgreementTest);
#include "agreementtest.moc"
