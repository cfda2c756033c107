#include "identity/madeup.h"
#include "base/random.h"
#include "support/testcase.h"

#include <QRegularExpression>
#include <QSet>

namespace fuotadesk {

class MadeUpTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void tokensCanStandOnACommandLine();
};

void MadeUpTest::tokensCanStandOnACommandLine()
{
    constexpr int Many = 2000; // one in 64 would begin with a hyphen
    const QRegularExpression good(QStringLiteral("^[A-Za-z0-9_][A-Za-z0-9_-]{99}$"));
    SystemRandom random;
    QSet<QString> tokens;
    for (int i = 0; i < Many; ++i) {
        const QString token = madeUpToken(random, 100);
        QVERIFY2(good.match(token).hasMatch(), qPrintable(token));
        tokens.insert(token);
    }
    QCOMPARE(tokens.size(), Many);
}

} // namespace fuotadesk

using fuotadesk::MadeUpTest;
FUOTADESK_TEST(MadeUpTest);
#include "madeuptest.moc"
