#include "campaign/bench.h"
#include "campaign/secretblob.h"
#include "support/testcase.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>

namespace fuotadesk {

class SessionTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void sandboxIsTheDefaultAndStartsByItself();
    void sandboxThatCanNotStartSaysWhy();
    void savedConnectionKeepsItsSecretInTheKeychainOnly();
    void savedConnectionIsTakenUpAgain();
    void absentKeychainChangesNothing();
    void sessionOnlySecretStaysInMemory();
    void lockedKeychainIsNotNothingStored();
    void silentKeychainSaysSoOnceAndSwitchingAwayWorks();
    void emptySecretKeepsTheStoredOne();
    void forgetIsGone();
    void forgetKeepsBothWhenTheKeychainWillNot();
    void testUsesTheGivenValuesAndSavesNothing();
    void badConfigurationIsSaid();
    void thePaceIsThatOfTheSettings();
    void aPaceThatIsNotSavedIsNotTaken();
    void strangeKeychainEntryIsRefused_data();
    void strangeKeychainEntryIsRefused();
};

namespace {

Connection exampleConnection()
{
    Connection connection;
    connection.name = QStringLiteral("production");
    connection.region = QStringLiteral("eu-west-1");
    connection.accessKeyId = QStringLiteral("AKIDEXAMPLE");
    return connection;
}

Credentials exampleCredentials()
{
    return {QStringLiteral("AKIDEXAMPLE"), Secret(QByteArray("wJalrXUtnFEMI")), {}};
}

Error errorOf(ErrorKind kind)
{
    return Error{kind, {}, {}, 0, {}, {}, false};
}

QString saved(Bench& bench)
{
    const auto result = resultOf(bench.session.save(exampleConnection(), exampleCredentials(),
                                                    Session::Remember::InKeychain, &bench.session));
    return result->value_or(QString());
}

} // namespace

void SessionTest::sandboxIsTheDefaultAndStartsByItself()
{
    Bench bench;
    QCOMPARE(bench.session.active().kind, ConnectionKind::Sandbox);
    QCOMPARE(bench.sandbox.starts, 0);
    bench.signIn();
    QCOMPARE(bench.sandbox.starts, 1);
    QCOMPARE(bench.stacks.connections.last().endpointUrl, QStringLiteral("http://127.0.0.1:1"));
    QCOMPARE(bench.stacks.credentials.last(), bench.sandbox.credentials());
    QVERIFY(bench.session.stack());
}

void SessionTest::sandboxThatCanNotStartSaysWhy()
{
    Bench bench;
    bench.sandbox.error = errorOf(ErrorKind::SandboxUnavailable);
    bench.session.activate(sandboxConnection().id);
    QTRY_COMPARE(bench.session.state(), SessionState::SignedOut);
    QCOMPARE(bench.session.error()->kind, ErrorKind::SandboxUnavailable);
    QVERIFY(!bench.session.stack());
}

void SessionTest::savedConnectionKeepsItsSecretInTheKeychainOnly()
{
    Bench bench;
    const QString id = saved(bench);
    QVERIFY(!id.isEmpty());
    QVERIFY(bench.keychain.entries.contains(secretKey(id)));
    QVERIFY(bench.keychain.entries.value(secretKey(id)).reveal().contains("wJalrXUtnFEMI"));
    QFile file(bench.folder.filePath(QStringLiteral("settings.json")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QVERIFY(text.contains("AKIDEXAMPLE"));
    QVERIFY(!text.contains("wJalrXUtnFEMI"));
}

void SessionTest::savedConnectionIsTakenUpAgain()
{
    Bench bench;
    const QString id = saved(bench);
    bench.session.activate(id);
    QTRY_VERIFY(bench.session.isReady());
    QCOMPARE(bench.stacks.credentials.last(), exampleCredentials());
    QCOMPARE(bench.settings.data().activeConnectionId, id);
}

void SessionTest::absentKeychainChangesNothing()
{
    Bench bench;
    bench.keychain.error = errorOf(ErrorKind::KeychainUnavailable);
    const auto result = resultOf(bench.session.save(exampleConnection(), exampleCredentials(),
                                                    Session::Remember::InKeychain, &bench.session));
    QCOMPARE(result->error().kind, ErrorKind::KeychainUnavailable);
    QCOMPARE(bench.session.connections().size(), 1);
}

void SessionTest::sessionOnlySecretStaysInMemory()
{
    Bench bench;
    bench.keychain.error = errorOf(ErrorKind::KeychainUnavailable);
    const auto id = resultOf(bench.session.save(exampleConnection(), exampleCredentials(),
                                                Session::Remember::ThisSession, &bench.session));
    QVERIFY(*id);
    bench.session.activate(**id);
    QTRY_VERIFY(bench.session.isReady());
    QCOMPARE(bench.stacks.credentials.last(), exampleCredentials());
    QVERIFY(!bench.session.active().hasStoredSecret);
}

void SessionTest::lockedKeychainIsNotNothingStored()
{
    Bench bench;
    const QString id = saved(bench);
    bench.keychain.error = errorOf(ErrorKind::SecretNotFound); // what a locked keyring says
    bench.session.activate(id);
    QTRY_COMPARE(bench.session.state(), SessionState::SignedOut);
    QCOMPARE(bench.session.error()->kind, ErrorKind::KeychainLocked);
    bench.keychain.error.reset(); // unlocked
    bench.session.activate(id);
    QTRY_VERIFY(bench.session.isReady());
}

void SessionTest::silentKeychainSaysSoOnceAndSwitchingAwayWorks()
{
    Bench bench;
    const QString id = saved(bench);
    bench.keychain.silent = true;
    QSignalSpy slow(&bench.session, &Session::signInIsSlow);
    bench.session.activate(id);
    QTRY_COMPARE_WITH_TIMEOUT(slow.count(), 1, 8000);
    QCOMPARE(bench.session.state(), SessionState::SigningIn);
    bench.session.activateWith(id, exampleCredentials());
    QTRY_VERIFY(bench.session.isReady());
    QCOMPARE(slow.count(), 1);
}

void SessionTest::emptySecretKeepsTheStoredOne()
{
    Bench bench;
    const QString id = saved(bench);
    Connection renamed = bench.session.connections().last();
    renamed.name = QStringLiteral("prod");
    QVERIFY(*resultOf(bench.session.save(renamed, {}, Session::Remember::InKeychain, this)));
    QCOMPARE(bench.session.connections().last().name, QStringLiteral("prod"));
    bench.session.activate(id);
    QTRY_VERIFY(bench.session.isReady());
    QCOMPARE(bench.stacks.credentials.last(), exampleCredentials());
}

void SessionTest::forgetIsGone()
{
    Bench bench;
    const QString id = saved(bench);
    bench.session.activate(id);
    QTRY_VERIFY(bench.session.isReady());
    QVERIFY(*resultOf(bench.session.forget(id, Session::Forget::SecretToo, this)));
    QVERIFY(bench.keychain.entries.isEmpty());
    QCOMPARE(bench.session.connections().size(), 1);
    QCOMPARE(bench.session.active().kind, ConnectionKind::Sandbox);
}

void SessionTest::forgetKeepsBothWhenTheKeychainWillNot()
{
    Bench bench;
    const QString id = saved(bench);
    bench.keychain.error = errorOf(ErrorKind::SecretNotFound);
    const auto result = resultOf(bench.session.forget(id, Session::Forget::SecretToo, this));
    QCOMPARE(result->error().kind, ErrorKind::KeychainLocked);
    QCOMPARE(bench.session.connections().size(), 2);
    QVERIFY(*resultOf(bench.session.forget(id, Session::Forget::ConnectionOnly, this)));
    QCOMPARE(bench.session.connections().size(), 1);
}

void SessionTest::testUsesTheGivenValuesAndSavesNothing()
{
    Bench bench;
    QVERIFY(*resultOf(bench.session.test(exampleConnection(), exampleCredentials(), this)));
    QCOMPARE(bench.stacks.credentials.last(), exampleCredentials());
    QCOMPARE(bench.service.requests(), QStringList{QStringLiteral("GET /fuota-tasks")});
    QCOMPARE(bench.session.connections().size(), 1);
    bench.service.setOthers(ServiceDouble::Fate::Deny);
    const auto denied =
        resultOf(bench.session.test(exampleConnection(), exampleCredentials(), this));
    QCOMPARE(denied->error().kind, ErrorKind::AccessDenied);
}

void SessionTest::badConfigurationIsSaid()
{
    Bench bench;
    const QString id = saved(bench);
    bench.stacks.error = errorOf(ErrorKind::CaBundleUnusable);
    bench.session.activate(id);
    QTRY_COMPARE(bench.session.state(), SessionState::SignedOut);
    QCOMPARE(bench.session.error()->kind, ErrorKind::CaBundleUnusable);
}

void SessionTest::thePaceIsThatOfTheSettings()
{
    Bench bench;
    QVERIFY(bench.session.setCallsPerSecond(25)); // nobody is signed in yet
    QVERIFY(bench.stacks.limits.isEmpty());
    bench.signIn();
    QCOMPARE(bench.stacks.limits, QList<double>({25}));
    QVERIFY(bench.session.setCallsPerSecond(5));
    QCOMPARE(bench.stacks.limits, QList<double>({25, 5}));
    QCOMPARE(bench.session.callsPerSecond(), 5);
    QCOMPARE(Settings(bench.folder.filePath(QStringLiteral("settings.json"))).data().callsPerSecond,
             5);
}

void SessionTest::aPaceThatIsNotSavedIsNotTaken()
{
    Bench bench;
    bench.signIn();
    QVERIFY(QDir(bench.folder.path()).removeRecursively()); // and a file in its place
    QFile inTheWay(bench.folder.path());
    QVERIFY(inTheWay.open(QFile::WriteOnly));
    const auto set = bench.session.setCallsPerSecond(5);
    QVERIFY(!set);
    QCOMPARE(set.error().kind, ErrorKind::FileUnwritable);
    QCOMPARE(bench.session.callsPerSecond(), 10);
    QCOMPARE(bench.stacks.limits, QList<double>({10}));
    inTheWay.remove();
}

void SessionTest::strangeKeychainEntryIsRefused_data()
{
    QTest::addColumn<QByteArray>("entry");
    QTest::addColumn<int>("kind");
    QTest::newRow("empty") << QByteArray() << int(ErrorKind::FileMalformed);
    QTest::newRow("text") << QByteArray("hunter2") << int(ErrorKind::FileMalformed);
    QTest::newRow("array") << QByteArray("[1]") << int(ErrorKind::FileMalformed);
    QTest::newRow("no secret") << QByteArray(R"({"schema":1})") << int(ErrorKind::FileMalformed);
    QTest::newRow("newer") << QByteArray(R"({"schema":2,"secretAccessKey":"x"})")
                           << int(ErrorKind::FileTooNew);
    QTest::newRow("huge") << QByteArray(1 << 20, 'x') << int(ErrorKind::FileMalformed);
}

void SessionTest::strangeKeychainEntryIsRefused()
{
    QFETCH(QByteArray, entry);
    QFETCH(int, kind);
    Bench bench;
    const QString id = saved(bench);
    bench.keychain.entries.insert(secretKey(id), Secret(entry));
    bench.session.activate(id);
    QTRY_COMPARE(bench.session.state(), SessionState::SignedOut);
    QCOMPARE(int(bench.session.error()->kind), kind);
}

} // namespace fuotadesk

using fuotadesk::SessionTest;
FUOTADESK_TEST(SessionTest);
#include "sessiontest.moc"
