#include "identity/keyring.h"
#include "support/fakes.h"
#include "support/testcase.h"

namespace fuotadesk {

using namespace std::chrono_literals;

class KeyRingTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void temporaryKeysLookLikeThoseOfAws();
    void noTwoAreTheSame();
    void endedOnesAreKnownButOver();
    void longTermKeysStay();

private:
    FakeClock m_clock;
    FakeRandom m_random;
};

void KeyRingTest::temporaryKeysLookLikeThoseOfAws()
{
    KeyRing keys(m_clock, m_random);
    const HeldKey key = keys.issue({QStringLiteral("arn"), QStringLiteral("id")}, 900);
    static const QRegularExpression id(QStringLiteral("\\AASIA[A-Z2-7]{16}\\z"));
    QVERIFY(id.match(key.credentials.accessKeyId).hasMatch());
    QCOMPARE(key.credentials.secretAccessKey.reveal().size(), 40);
    QVERIFY(!key.credentials.sessionToken.isEmpty());
    QCOMPARE(*key.expiresAt, m_clock.now().addSecs(900));
    QCOMPARE(keys.find(key.credentials.accessKeyId)->principal.arn, QStringLiteral("arn"));
    QVERIFY(!keys.find(QStringLiteral("ASIAOTHER")));
}

void KeyRingTest::noTwoAreTheSame()
{
    KeyRing keys(m_clock, m_random);
    const Credentials one = keys.issue({}, 900).credentials;
    const Credentials two = keys.issue({}, 900).credentials;
    QVERIFY(one.accessKeyId != two.accessKeyId);
    QVERIFY(one.secretAccessKey != two.secretAccessKey);
    QVERIFY(one.sessionToken != two.sessionToken);
}

void KeyRingTest::endedOnesAreKnownButOver()
{
    KeyRing keys(m_clock, m_random);
    const HeldKey key = keys.issue({}, 900);
    m_clock.advance(900s - 1ms);
    QVERIFY(!keys.isExpired(key));
    m_clock.advance(1ms);
    QVERIFY(keys.isExpired(*keys.find(key.credentials.accessKeyId)));
}

void KeyRingTest::longTermKeysStay()
{
    KeyRing keys(m_clock, m_random);
    keys.add({{QStringLiteral("AKIA"), Secret("s"), {}}, {}, {}});
    const HeldKey first = keys.issue({}, 900);
    for (std::size_t i = 0; i < KeyRing::MostTemporary; ++i)
        keys.issue({}, 900);
    QVERIFY(!keys.find(first.credentials.accessKeyId));
    m_clock.advance(24h * 1000);
    QVERIFY(!keys.isExpired(*keys.find(QStringLiteral("AKIA"))));
}

FUOTADESK_TEST(KeyRingTest);

} // namespace fuotadesk

#include "keyringtest.moc"
