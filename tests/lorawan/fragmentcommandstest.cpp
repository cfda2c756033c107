#include "lorawan/fragmentcommands.h"
#include "support/testcase.h"

namespace fuotadesk {

using lorawan::dataFragmentCommand;
using lorawan::FragmentSession;
using lorawan::sessionSetupRequest;
using lorawan::sessionStatusAnswer;

using Bytes = std::vector<std::uint8_t>;

class FragmentCommandsTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void dataFragmentCarriesItsNumber();
    void setupAsInTheInteroperabilityTest();
    void setupFillsEveryField();
    void protectionComesLast();
    void statusAnswer();
    void refusesFieldsOutOfRange();
    void refusesSetupsOutOfRange();
};

namespace {

FragmentSession interoperability()
{
    return {.dataFragments = 21, .fragmentSize = 48, .padding = 13};
}

// One field of a sound request changed at a time.
bool isRefused(int FragmentSession::*field, int value)
{
    FragmentSession session = interoperability();
    session.*field = value;
    return !sessionSetupRequest(session) && !sessionSetupRequest(session, {});
}

} // namespace

// FragIndex in the upper two bits, N in the lower fourteen, little endian.
void FragmentCommandsTest::dataFragmentCarriesItsNumber()
{
    const Bytes fragment = {0xaa, 0xbb};
    QCOMPARE(dataFragmentCommand(0, 1, fragment).value(), (Bytes{0x08, 0x01, 0x00, 0xaa, 0xbb}));
    QCOMPARE(dataFragmentCommand(1, 22, fragment).value(), (Bytes{0x08, 0x16, 0x40, 0xaa, 0xbb}));
    QCOMPARE(dataFragmentCommand(3, 16'383, fragment).value(),
             (Bytes{0x08, 0xff, 0xff, 0xaa, 0xbb}));
    QCOMPARE(dataFragmentCommand(0, 256, Bytes(239)).value().size(), std::size_t(242));
}

void FragmentCommandsTest::setupAsInTheInteroperabilityTest()
{
    QCOMPARE(sessionSetupRequest(interoperability()).value(),
             (Bytes{0x02, 0x00, 0x15, 0x00, 0x30, 0x00, 0x0d, 0x00, 0x00, 0x00, 0x00}));
}

// 0b10'1001, 0x0102 fragments, 0b011'110 in Control.
void FragmentCommandsTest::setupFillsEveryField()
{
    const FragmentSession session{2, 9, 0x0102, 239, 3, 6, 238, {1, 2, 3, 4}};
    const Bytes bytes = sessionSetupRequest(session).value();
    QCOMPARE(bytes, (Bytes{0x02, 0x29, 0x02, 0x01, 0xef, 0x1e, 0xee, 1, 2, 3, 4}));
    QCOMPARE(bytes.size(), lorawan::SessionSetupBytes);
}

void FragmentCommandsTest::protectionComesLast()
{
    const Bytes bytes =
        sessionSetupRequest(interoperability(), {true, 0x1234, {0xa, 0xb, 0xc, 0xd}}).value();
    QCOMPARE(bytes,
             (Bytes{0x02, 0x00, 0x15, 0x00, 0x30, 0x40, 0x0d, 0x00, 0x00, 0x00, 0x00, 0x34, 0x12,
                    0x0a, 0x0b, 0x0c, 0x0d}));
    QCOMPARE(bytes.size(), lorawan::ProtectedSessionSetupBytes);
}

void FragmentCommandsTest::statusAnswer()
{
    QCOMPARE(sessionStatusAnswer({1, 21, 2, false}).value(), (Bytes{0x01, 0x15, 0x40, 0x02, 0x00}));
    QCOMPARE(sessionStatusAnswer({0, 16'383, 255, true}).value(),
             (Bytes{0x01, 0xff, 0x3f, 0xff, 0x01}));
    QVERIFY(!sessionStatusAnswer({4, 0, 0, false}));
    QVERIFY(!sessionStatusAnswer({0, 16'384, 0, false}));
    QVERIFY(!sessionStatusAnswer({0, -1, 0, false}));
    QVERIFY(!sessionStatusAnswer({0, 0, 256, false}));
}

void FragmentCommandsTest::refusesFieldsOutOfRange()
{
    const Bytes fragment = {1};
    QVERIFY(!dataFragmentCommand(-1, 1, fragment));
    QVERIFY(!dataFragmentCommand(4, 1, fragment));
    QVERIFY(!dataFragmentCommand(0, 0, fragment));
    QVERIFY(!dataFragmentCommand(0, -1, fragment));
    QVERIFY(!dataFragmentCommand(0, 16'384, fragment));
    QVERIFY(!dataFragmentCommand(0, 1, {}));
    QVERIFY(!dataFragmentCommand(0, 1, Bytes(240)));
}

void FragmentCommandsTest::refusesSetupsOutOfRange()
{
    QVERIFY(isRefused(&FragmentSession::fragIndex, 4));
    QVERIFY(isRefused(&FragmentSession::fragIndex, -1));
    QVERIFY(isRefused(&FragmentSession::multicastGroups, 16));
    QVERIFY(isRefused(&FragmentSession::dataFragments, 0));
    QVERIFY(isRefused(&FragmentSession::dataFragments, 16'384));
    QVERIFY(isRefused(&FragmentSession::fragmentSize, 0));
    QVERIFY(isRefused(&FragmentSession::fragmentSize, 240));
    QVERIFY(isRefused(&FragmentSession::matrix, 8));
    QVERIFY(isRefused(&FragmentSession::blockAckDelay, 8));
    QVERIFY(isRefused(&FragmentSession::padding, 256));
    QVERIFY(isRefused(&FragmentSession::padding, -1));
}

} // namespace fuotadesk

using fuotadesk::FragmentCommandsTest;
FUOTADESK_TEST(FragmentCommandsTest);
#include "fragmentcommandstest.moc"
