#include "base/secret.h"
#include "support/testcase.h"

#include <type_traits>

namespace fuotadesk {

class SecretTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void keepsItsBytes();
    void movedFromIsEmpty();
    void wipeEmptiesTheBuffer();
    void doesNotTurnIntoText();
};

void SecretTest::keepsItsBytes()
{
    const Secret secret(QByteArray("hush"));
    const Secret copy = secret;
    QCOMPARE(copy.reveal(), QByteArray("hush"));
    QVERIFY(copy == secret);
}

void SecretTest::movedFromIsEmpty()
{
    Secret secret(QByteArray("hush"));
    const Secret taken = std::move(secret);
    QVERIFY(secret.isEmpty()); // NOLINT(bugprone-use-after-move): what is promised
    QCOMPARE(taken.reveal(), QByteArray("hush"));
}

void SecretTest::wipeEmptiesTheBuffer()
{
    static char buffer[] = "hush-hush"; // fromRawData shares it; detach makes the copy we watch
    QByteArray bytes(buffer);
    bytes.detach();
    wipe(bytes);
    QVERIFY(bytes.isEmpty());
    QString text = QString::fromLatin1(buffer);
    wipe(text);
    QVERIFY(text.isEmpty());
}

void SecretTest::doesNotTurnIntoText()
{
    QVERIFY((!std::is_convertible_v<Secret, QString>));
    QVERIFY((!std::is_convertible_v<Secret, QByteArray>));
}

} // namespace fuotadesk

using fuotadesk::SecretTest;
FUOTADESK_TEST(SecretTest);
#include "secrettest.moc"
