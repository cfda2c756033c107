#include "lorawan/fragmentencoder.h"
#include "lorawan/plaindecoder.h"
#include "lorawan/uncovered.h"
#include "support/testcase.h"

#include <numeric>
#include <random>

namespace fuotadesk {

using lorawan::FragmentEncoder;
using lorawan::uncoveredFragments;
using lorawan::Variant;

using Bytes = std::vector<std::uint8_t>;

class FragmentEncoderTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void cutsAndPads();
    void codesByHand();
    void oneFragmentHasNoRedundancy();
    void lastNumberIsReached();
    void refusesWhatIsOutOfRange();
    void plainDecoderRebuildsTheImage_data();
    void plainDecoderRebuildsTheImage();
    void decoderOfAnotherVariantIsMisled();
    void uncoveredAsMeasured_data();
    void uncoveredAsMeasured();
    void lossOfAnUncoveredOneIsFinal();
    void uncoveredRefusesWhatIsOutOfRange();
};

namespace {

Bytes counting(std::size_t size)
{
    Bytes bytes(size);
    std::iota(bytes.begin(), bytes.end(), std::uint8_t(0));
    return bytes;
}

Bytes random(std::size_t size, std::mt19937& chance)
{
    Bytes bytes(size);
    for (std::uint8_t& byte : bytes)
        byte = static_cast<std::uint8_t>(chance());
    return bytes;
}

FragmentEncoder encoderOf(const Bytes& image, int fragmentSize, Variant variant = Variant::V1)
{
    return FragmentEncoder::create(image, fragmentSize, variant).value();
}

PlainDecoder::Matrix matrixOf(Variant variant)
{
    return {.redraws = variant != Variant::V1, .byNumberOnAir = variant == Variant::V2Text};
}

// The data fragments, each lost with lossPercent, then coded ones until the image is whole.
PlainDecoder received(const FragmentEncoder& encoder, PlainDecoder::Matrix matrix,
                      unsigned lossPercent, int lastNumber, std::mt19937& chance)
{
    PlainDecoder decoder(encoder.dataFragments(), matrix);
    for (int number = 1; number <= lastNumber && !decoder.isComplete(); ++number)
        if (chance() % 100 >= lossPercent)
            decoder.receive(number, encoder.fragment(number));
    return decoder;
}

} // namespace

// 995 bytes in fragments of 48 (the file of the LoRa Alliance's interoperability test): 21, 13
// zero.
void FragmentEncoderTest::cutsAndPads()
{
    const Bytes image = counting(995);
    const auto encoder = encoderOf(image, 48);
    QCOMPARE(encoder.dataFragments(), 21);
    QCOMPARE(encoder.padding(), 13);
    Bytes whole;
    for (int number = 1; number <= 21; ++number) {
        const Bytes fragment = encoder.fragment(number);
        QCOMPARE(fragment.size(), std::size_t(48));
        whole.insert(whole.end(), fragment.begin(), fragment.end());
    }
    Bytes padded = image;
    padded.resize(21 * 48);
    QCOMPARE(whole, padded);
}

// M = 10: the first row holds fragments 3 and 6 (worked out in ParityMatrixTest), so 20..29 xor
// 50..59, as in the test of brocaar/lorawan.
void FragmentEncoderTest::codesByHand()
{
    const Bytes expected = {0x26, 0x26, 0x22, 0x22, 0x2e, 0x2e, 0x22, 0x22, 0x26, 0x26};
    const auto encoder = encoderOf(counting(100), 10);
    QCOMPARE(encoder.fragment(11), expected);
    QVERIFY(encoderOf(counting(100), 10, Variant::V2).fragment(11) != expected);
}

void FragmentEncoderTest::oneFragmentHasNoRedundancy()
{
    for (const Variant variant : {Variant::V1, Variant::V2, Variant::V2Text}) {
        const auto encoder = encoderOf({1, 2, 3}, 4, variant);
        QCOMPARE(encoder.fragment(1), (Bytes{1, 2, 3, 0}));
        QCOMPARE(encoder.fragment(2), (Bytes{0, 0, 0, 0}));
        QCOMPARE(uncoveredFragments(variant, 1, 100), std::optional(std::vector<int>{1}));
    }
}

void FragmentEncoderTest::lastNumberIsReached()
{
    const auto encoder = encoderOf(counting(16'383), 1, Variant::V2);
    QCOMPARE(encoder.dataFragments(), 16'383);
    QCOMPARE(encoder.fragment(16'383), (Bytes{0xfe}));
    QCOMPARE(encoderOf({7, 9}, 1).fragment(16'383).size(), std::size_t(1));
}

void FragmentEncoderTest::refusesWhatIsOutOfRange()
{
    const Bytes image = counting(16'384);
    QVERIFY(!FragmentEncoder::create({}, 10, Variant::V1));
    for (const int size : {std::numeric_limits<int>::min(), -1, 0, 240, 1'000'000})
        QVERIFY(!FragmentEncoder::create(image, size, Variant::V1));
    QVERIFY(!FragmentEncoder::create(image, 1, Variant::V1));
    QVERIFY(!FragmentEncoder::create(Bytes(16'383 * 239 + 1), 239, Variant::V1));
    const auto encoder = encoderOf(image, 2);
    for (const int number : {std::numeric_limits<int>::min(), -1, 0, 16'384, 65'536})
        QVERIFY(encoder.fragment(number).empty());
}

void FragmentEncoderTest::plainDecoderRebuildsTheImage_data()
{
    QTest::addColumn<int>("imageBytes");
    QTest::addColumn<int>("fragmentSize");
    QTest::newRow("M 2") << 17 << 10;
    QTest::newRow("M 3") << 30 << 10;
    QTest::newRow("M 4, power of two") << 31 << 8;
    QTest::newRow("M 7") << 7 << 1;
    QTest::newRow("M 10") << 100 << 10;
    QTest::newRow("M 16, power of two") << 160 << 10;
    QTest::newRow("M 21") << 995 << 48;
    QTest::newRow("M 36") << 427 << 12;
    QTest::newRow("M 64, power of two") << 640 << 10;
    QTest::newRow("M 65") << 641 << 10;
    QTest::newRow("M 86") << 20'480 << 239;
    QTest::newRow("M 200") << 2'000 << 10;
}

void FragmentEncoderTest::plainDecoderRebuildsTheImage()
{
    QFETCH(int, imageBytes);
    QFETCH(int, fragmentSize);
    std::mt19937 chance(20'240'206);
    for (const Variant variant : {Variant::V1, Variant::V2, Variant::V2Text}) {
        for (const unsigned lossPercent : {0u, 5u, 30u, 60u}) {
            Bytes image = random(static_cast<std::size_t>(imageBytes), chance);
            const auto encoder = encoderOf(image, fragmentSize, variant);
            const int last = 5 * encoder.dataFragments() + 100;
            const auto decoder = received(encoder, matrixOf(variant), lossPercent, last, chance);
            QVERIFY(decoder.isComplete());
            image.resize(image.size() + static_cast<std::size_t>(encoder.padding()));
            QCOMPARE(decoder.image(), image);
        }
    }
}

// That the test above tells the variants apart at all.
void FragmentEncoderTest::decoderOfAnotherVariantIsMisled()
{
    std::mt19937 chance(1);
    const Bytes image = random(1000, chance);
    for (const Variant other : {Variant::V2, Variant::V2Text}) {
        const auto encoder = encoderOf(image, 10);
        const auto decoder = received(encoder, matrixOf(other), 20, 1000, chance);
        QVERIFY(decoder.isComplete());
        QVERIFY(decoder.image() != image);
    }
}

void FragmentEncoderTest::uncoveredAsMeasured_data()
{
    QTest::addColumn<int>("dataFragments");
    QTest::addColumn<int>("codedFragments");
    QTest::addColumn<std::vector<int>>("uncovered");
    QTest::newRow("none coded") << 3 << 0 << std::vector{1, 2, 3};
    QTest::newRow("36, 9") << 36 << 9 << std::vector{1, 34, 35};
    QTest::newRow("50, 10") << 50 << 10 << std::vector{18, 42};
    QTest::newRow("100, 15") << 100 << 15 << std::vector{47};
    QTest::newRow("100, 16") << 100 << 16 << std::vector<int>();
    QTest::newRow("128, 10") << 128 << 10 << std::vector{88};
}

// V1, counted with the decoders of LoRaMac-node and LoRa Basics Modem.
void FragmentEncoderTest::uncoveredAsMeasured()
{
    QFETCH(int, dataFragments);
    QFETCH(int, codedFragments);
    QFETCH(std::vector<int>, uncovered);
    QCOMPARE(uncoveredFragments(Variant::V1, dataFragments, codedFragments),
             std::optional(uncovered));
}

void FragmentEncoderTest::lossOfAnUncoveredOneIsFinal()
{
    const auto encoder = encoderOf(counting(100), 1);
    for (const int lost : {47, 48}) {
        PlainDecoder decoder(100, matrixOf(Variant::V1));
        for (int number = 1; number <= 115; ++number)
            if (number != lost)
                decoder.receive(number, encoder.fragment(number));
        QCOMPARE(decoder.isComplete(), lost != 47);
    }
}

void FragmentEncoderTest::uncoveredRefusesWhatIsOutOfRange()
{
    constexpr int huge = std::numeric_limits<int>::max();
    QVERIFY(!uncoveredFragments(Variant::V1, 0, 1));
    QVERIFY(!uncoveredFragments(Variant::V1, -1, 1));
    QVERIFY(!uncoveredFragments(Variant::V1, 10, -1));
    QVERIFY(!uncoveredFragments(Variant::V1, 16'384, 0));
    QVERIFY(!uncoveredFragments(Variant::V1, 100, 16'284));
    QVERIFY(!uncoveredFragments(Variant::V1, huge, huge));
    QCOMPARE(uncoveredFragments(Variant::V1, 16'383, 0).value().size(), std::size_t(16'383));
    QCOMPARE(uncoveredFragments(Variant::V1, 1000, 10).value().size(), std::size_t(8));
    QVERIFY(uncoveredFragments(Variant::V2Text, 100, 16'283).value().empty());
}

} // namespace fuotadesk

using fuotadesk::FragmentEncoderTest;
FUOTADESK_TEST(FragmentEncoderTest);
#include "fragmentencodertest.moc"
