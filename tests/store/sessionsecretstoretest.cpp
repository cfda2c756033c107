#include "store/await.h"
#include "store/secretstore.h"
#include "support/testcase.h"

namespace fuotadesk {

class SessionSecretStoreTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void keepsWhatItIsGiven();
    void forgets();
    void storesShareNothing();
};

void SessionSecretStoreTest::keepsWhatItIsGiven()
{
    const auto store = makeSessionSecretStore();
    const auto key = QStringLiteral("k");
    QVERIFY(outcome(store->write(key, Secret("one"), this)));
    QVERIFY(outcome(store->write(key, Secret("two"), this)));
    QCOMPARE(outcome(store->read(key, this))->reveal(), QByteArray("two"));
}

void SessionSecretStoreTest::forgets()
{
    const auto store = makeSessionSecretStore();
    const auto key = QStringLiteral("k");
    QVERIFY(outcome(store->write(key, Secret("one"), this)));
    QVERIFY(outcome(store->remove(key, this)));
    QCOMPARE(errorOf(outcome(store->read(key, this))), ErrorKind::SecretNotFound);
    QCOMPARE(errorOf(outcome(store->remove(key, this))), ErrorKind::SecretNotFound);
}

void SessionSecretStoreTest::storesShareNothing()
{
    const auto one = makeSessionSecretStore();
    const auto other = makeSessionSecretStore();
    QVERIFY(outcome(one->write(QStringLiteral("k"), Secret("one"), this)));
    QCOMPARE(errorOf(outcome(other->read(QStringLiteral("k"), this))), ErrorKind::SecretNotFound);
}

} // namespace fuotadesk

using fuotadesk::SessionSecretStoreTest;
FUOTADESK_TEST(SessionSecretStoreTest);
#include "sessionsecretstoretest.moc"
