#include "base/random.h"

#include "support/testcase.h"

#include <QSet>

namespace fuotadesk {

class RandomTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void bytesAreAsManyAsAskedForAndNeverTheSame();
};

void RandomTest::bytesAreAsManyAsAskedForAndNeverTheSame()
{
    SystemRandom random;
    QVERIFY(random.unguessable(0).isEmpty());
    QSet<QByteArray> seen;
    QSet<char> values;
    for (int i = 0; i < 256; ++i) {
        const QByteArray bytes = random.unguessable(48);
        QCOMPARE(bytes.size(), 48);
        seen << bytes;
        values += QSet<char>(bytes.begin(), bytes.end());
    }
    QCOMPARE(seen.size(), 256);
    QCOMPARE(values.size(), 256); // missing one is rarer than 1 in 10^18
}

FUOTADESK_TEST(RandomTest);

} // namespace fuotadesk

#include "randomtest.moc"
