#include "lorawan/sessiontimeout.h"
#include "support/testcase.h"

#include <limits>

namespace fuotadesk {

using lorawan::classBPingSlots;
using lorawan::classBTimeoutExponent;
using lorawan::classCTimeoutExponent;

class SessionTimeoutTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void slotsHalveWithEachPeriodicity();
    void agreesWithChirpStack();
    void longestSession();
    void refusesWhatIsOutOfRange();
};

void SessionTimeoutTest::slotsHalveWithEachPeriodicity()
{
    QCOMPARE(classBPingSlots(0), std::optional(128));
    QCOMPARE(classBPingSlots(3), std::optional(16));
    QCOMPARE(classBPingSlots(7), std::optional(1));
    QVERIFY(!classBPingSlots(-1));
    QVERIFY(!classBPingSlots(8));
}

// chirpstack/src/storage/fuota.rs, test_get_multicast_timeout.
void SessionTimeoutTest::agreesWithChirpStack()
{
    QCOMPARE(classBTimeoutExponent(15, 1), std::optional(4));
    QCOMPARE(classBTimeoutExponent(16, 1), std::optional(5));
    QCOMPARE(classBTimeoutExponent(16, 16), std::optional(1));
    QCOMPARE(classBTimeoutExponent(17, 16), std::optional(2));
    QCOMPARE(classCTimeoutExponent(1, 5), std::optional(4));
}

void SessionTimeoutTest::longestSession()
{
    QCOMPARE(classBTimeoutExponent(32'767, 1), std::optional(15));
    QVERIFY(!classBTimeoutExponent(32'768, 1));
    QCOMPARE(classCTimeoutExponent(4095, 8), std::optional(15));
    QVERIFY(!classCTimeoutExponent(4096, 8));
    QCOMPARE(classCTimeoutExponent(1, 1), std::optional(1));
}

void SessionTimeoutTest::refusesWhatIsOutOfRange()
{
    constexpr auto huge = std::numeric_limits<std::int64_t>::max();
    QVERIFY(!classBTimeoutExponent(0, 1));
    QVERIFY(!classBTimeoutExponent(1, 0));
    QVERIFY(!classBTimeoutExponent(1, 129));
    QVERIFY(!classBTimeoutExponent(huge, 1));
    QVERIFY(!classBTimeoutExponent(huge, 128));
    QVERIFY(!classCTimeoutExponent(0, 1));
    QVERIFY(!classCTimeoutExponent(1, 0));
    QVERIFY(!classCTimeoutExponent(huge, 1));
    QVERIFY(!classCTimeoutExponent(1, huge));
    QVERIFY(!classCTimeoutExponent(huge, huge));
}

} // namespace fuotadesk

using fuotadesk::SessionTimeoutTest;
FUOTADESK_TEST(SessionTimeoutTest);
#include "sessiontimeouttest.moc"
