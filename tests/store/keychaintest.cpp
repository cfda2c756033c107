#include "store/await.h"
#include "store/secretstore.h"
#include "support/testcase.h"

namespace fuotadesk {

namespace {

const auto Service = QStringLiteral("fuotadesk-test");
const auto Key = QStringLiteral("fuotadesk/connection/6f2c1c52-5f6f-4b3d-9f0e-1f1d7c9b4a10");

QByteArray awkwardBytes()
{
    QByteArray bytes("{\"secret\":\"a/b+c\"}");
    bytes.append('\0').append('\xff').append("\r\n");
    return bytes;
}

} // namespace

// Runs where the keyring is open.
class KeychainUnlockedTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void givesBackEveryByte_data();
    void givesBackEveryByte();
    void tooMuchIsRefused();
    void writingAgainReplaces();
    void keysAreKeptApart();
    void removesForGood();
    void missingEntryIsNotFound();
    void callsMadeAtOnceAllEnd();
    void cancelledCallEndsAndTheNextOneWorks();
    void cancelledRemovalLeavesTheEntry();
    void callOutlivesTheStore();
    void deadOwnerIsNotCalled();
};

void KeychainUnlockedTest::givesBackEveryByte_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("key") << QByteArray("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");
    QTest::newRow("binary") << awkwardBytes();
    QTest::newRow("emoji") << QByteArray("\xf0\x9f\x94\x91");
    QTest::newRow("long") << QByteArray(100'000, 'x');
}

void KeychainUnlockedTest::givesBackEveryByte()
{
    QFETCH(QByteArray, bytes);
    const auto store = makeKeychainStore(Service);
    QVERIFY(outcome(store->write(Key, Secret(bytes), this)));
    const auto read = outcome(store->read(Key, this));
    QVERIFY(read);
    QCOMPARE(read->reveal(), bytes);
}

// What was there stays.
void KeychainUnlockedTest::tooMuchIsRefused()
{
    const auto store = makeKeychainStore(Service);
    QVERIFY(outcome(store->write(Key, Secret("before"), this)));
    const auto written = outcome(store->write(Key, Secret(QByteArray(200'000, 'x')), this));
    QVERIFY(!written);
    QCOMPARE(written.error().kind, ErrorKind::KeychainDenied);
    QCOMPARE(written.error().code, QStringLiteral("too-large"));
    QCOMPARE(outcome(store->read(Key, this))->reveal(), QByteArray("before"));
}

void KeychainUnlockedTest::writingAgainReplaces()
{
    const auto store = makeKeychainStore(Service);
    QVERIFY(outcome(store->write(Key, Secret("old"), this)));
    QVERIFY(outcome(store->write(Key, Secret("new"), this)));
    QCOMPARE(outcome(store->read(Key, this))->reveal(), QByteArray("new"));
}

void KeychainUnlockedTest::keysAreKeptApart()
{
    const auto store = makeKeychainStore(Service);
    const QString other = Key + QStringLiteral("-other");
    QVERIFY(outcome(store->write(Key, Secret("one"), this)));
    QVERIFY(outcome(store->write(other, Secret("two"), this)));
    QVERIFY(outcome(store->remove(other, this)));
    QCOMPARE(outcome(store->read(Key, this))->reveal(), QByteArray("one"));
    QCOMPARE(errorOf(outcome(store->read(other, this))), ErrorKind::SecretNotFound);
}

void KeychainUnlockedTest::removesForGood()
{
    const auto store = makeKeychainStore(Service);
    QVERIFY(outcome(store->write(Key, Secret("gone soon"), this)));
    QVERIFY(outcome(store->remove(Key, this)));
    QCOMPARE(errorOf(outcome(store->read(Key, this))), ErrorKind::SecretNotFound);
}

void KeychainUnlockedTest::missingEntryIsNotFound()
{
    const auto store = makeKeychainStore(Service);
    const auto key = QStringLiteral("fuotadesk/connection/never-written");
    QCOMPARE(errorOf(outcome(store->read(key, this))), ErrorKind::SecretNotFound);
    QCOMPARE(errorOf(outcome(store->remove(key, this))), ErrorKind::SecretNotFound);
}

void KeychainUnlockedTest::callsMadeAtOnceAllEnd()
{
    const auto store = makeKeychainStore(Service);
    constexpr int calls = 20;
    QList<QByteArray> read;
    int written = 0;
    for (int i = 0; i < calls; ++i) {
        const QString key = Key + QString::number(i);
        store->write(key, Secret(QByteArray::number(i)), this)
            ->then(this, [&](const Result<void>& result) { written += result ? 1 : 0; });
        store->read(key, this)->then(this, [&](const Result<Secret>& result) {
            read.append(result ? result->reveal() : "");
        });
    }
    QTRY_COMPARE_WITH_TIMEOUT(read.size(), calls, 60'000);
    QCOMPARE(written, calls);
    for (int i = 0; i < calls; ++i) {
        QCOMPARE(read.at(i), QByteArray::number(i));
        QVERIFY(outcome(store->remove(Key + QString::number(i), this)));
    }
}

void KeychainUnlockedTest::cancelledCallEndsAndTheNextOneWorks()
{
    const auto store = makeKeychainStore(Service);
    QVERIFY(outcome(store->write(Key, Secret("kept"), this)));
    auto* call = store->read(Key, this);
    call->cancel();
    QCOMPARE(errorOf(outcome(call)), ErrorKind::Cancelled);
    QCOMPARE(outcome(store->read(Key, this))->reveal(), QByteArray("kept"));
}

void KeychainUnlockedTest::cancelledRemovalLeavesTheEntry()
{
    const auto store = makeKeychainStore(Service);
    QVERIFY(outcome(store->write(Key, Secret("kept"), this)));
    auto* call = store->remove(Key, this);
    call->cancel();
    QCOMPARE(errorOf(outcome(call)), ErrorKind::Cancelled);
    QCOMPARE(outcome(store->read(Key, this))->reveal(), QByteArray("kept"));
}

void KeychainUnlockedTest::callOutlivesTheStore()
{
    auto store = makeKeychainStore(Service);
    QVERIFY(outcome(store->write(Key, Secret("kept"), this)));
    auto* call = store->remove(Key, this);
    store.reset();
    QVERIFY(outcome(call));
}

void KeychainUnlockedTest::deadOwnerIsNotCalled()
{
    const auto store = makeKeychainStore(Service);
    bool answered = false;
    {
        QObject owner;
        store->read(Key, &owner)->then(this, [&](const Result<Secret>&) { answered = true; });
        store->remove(Key, &owner)->then(this, [&](const Result<void>&) { answered = true; });
    }
    QVERIFY(outcome(
        store->write(Key, Secret("after"), this))); // jobs run in order: the others are over
    QVERIFY(!answered);
}

// The three sessions of a keyring that stays locked in the second.
class KeychainFilledTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void writesAnEntry()
    {
        QVERIFY(outcome(makeKeychainStore(Service)->write(Key, Secret(awkwardBytes()), this)));
    }
};

class KeychainLockedTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    // The lie of a locked keyring, as QtKeychain passes it on: the caller must not believe it.
    void readingSaysNotFoundAlthoughTheEntryIsThere()
    {
        const auto store = makeKeychainStore(Service);
        QCOMPARE(errorOf(outcome(store->read(Key, this))), ErrorKind::SecretNotFound);
    }

    void removingDoesNotClaimSuccess()
    {
        const auto store = makeKeychainStore(Service);
        QCOMPARE(errorOf(outcome(store->remove(Key, this))), ErrorKind::SecretNotFound);
    }

    void writingFails()
    {
        const auto store = makeKeychainStore(Service);
        const auto written = outcome(store->write(Key, Secret("overwritten"), this));
        QVERIFY(!written);
        QVERIFY(written.error().kind == ErrorKind::KeychainLocked
                || written.error().kind == ErrorKind::KeychainUnavailable);
        QVERIFY(!written.error().code.isEmpty());
        QVERIFY(!written.error().detail.isEmpty());
        QVERIFY(!written.error().detail.contains(u"overwritten"));
    }
};

class KeychainUnharmedTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void theEntryIsAsItWas()
    {
        const auto store = makeKeychainStore(Service);
        const auto read = outcome(store->read(Key, this));
        QVERIFY(read);
        QCOMPARE(read->reveal(), awkwardBytes());
        QVERIFY(outcome(store->remove(Key, this)));
    }
};

// Runs where nobody offers a keychain.
class KeychainAbsentTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void everyCallSaysSo()
    {
        const auto store = makeKeychainStore(Service);
        QCOMPARE(errorOf(outcome(store->read(Key, this))), ErrorKind::KeychainUnavailable);
        QCOMPARE(errorOf(outcome(store->remove(Key, this))), ErrorKind::KeychainUnavailable);
        const auto written = outcome(store->write(Key, Secret("nowhere"), this));
        QCOMPARE(errorOf(written), ErrorKind::KeychainUnavailable);
        QCOMPARE(written.error().code, QStringLiteral("7")); // QKeychain::OtherError
        QVERIFY(written.error().detail.contains(u"org.freedesktop.secrets"));
    }
};

} // namespace fuotadesk

using fuotadesk::KeychainAbsentTest;
using fuotadesk::KeychainFilledTest;
using fuotadesk::KeychainLockedTest;
using fuotadesk::KeychainUnharmedTest;
using fuotadesk::KeychainUnlockedTest;
FUOTADESK_TEST(KeychainAbsentTest);
FUOTADESK_TEST(KeychainFilledTest);
FUOTADESK_TEST(KeychainLockedTest);
FUOTADESK_TEST(KeychainUnharmedTest);
FUOTADESK_TEST(KeychainUnlockedTest);
#include "keychaintest.moc"
