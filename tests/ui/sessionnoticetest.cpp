#include "desktop/sessionnotice.h"

#include "desktop/noticebar.h"
#include "support/testcase.h"
#include "ui/deskbench.h"
#include "ui/find.h"

#include <QPushButton>
#include <QSignalSpy>

namespace fuotadesk {

class SessionNoticeTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void aReadySessionIsSilent();
    void aLockedKeychainOffersThreeWaysOut();
    void unlockAndTryAgainIsTheSameCallAgain();
    void theSandboxIsAWayOut();
    void aDeadSandboxOffersToTryAgain();
};

namespace {

struct Window : DeskBench {
    NoticeBar bar;
    SessionNotice notice{desk.session, &bar};

    // Signed out because the keyring is locked: it says that nothing is there.
    void lock()
    {
        Connection connection;
        connection.name = QStringLiteral("production");
        connection.accessKeyId = QStringLiteral("AKIAEXAMPLE");
        connection.region = QStringLiteral("eu-west-1");
        const auto id = resultOf(
            desk.session.save(connection, {QStringLiteral("AKIAEXAMPLE"), Secret("secret"), {}},
                              Session::Remember::InKeychain, &sheet));
        entries = std::exchange(desk.keychain.entries, {});
        desk.session.activate(**id);
        QTRY_COMPARE(desk.session.state(), SessionState::SignedOut);
    }

    void press(const char* text) const
    {
        auto* button = find<QPushButton>(bar, text);
        QVERIFY2(button, text);
        QTest::mouseClick(button, Qt::LeftButton);
    }

    QMap<QString, Secret> entries;
};

} // namespace

void SessionNoticeTest::aReadySessionIsSilent()
{
    Window window;
    window.desk.signIn();
    QVERIFY(window.bar.isHidden());
}

void SessionNoticeTest::aLockedKeychainOffersThreeWaysOut()
{
    Window window;
    window.lock();
    QVERIFY(!window.bar.isHidden());
    QVERIFY(window.bar.notice().text.contains(QStringLiteral("“production”")));
    QCOMPARE(window.bar.notice().remedies.size(), 3);
    QSignalSpy keys(&window.notice, &SessionNotice::sessionKeysWanted);
    window.press("Enter keys for this session…");
    QCOMPARE(keys.count(), 1);
}

void SessionNoticeTest::unlockAndTryAgainIsTheSameCallAgain()
{
    Window window;
    window.lock();
    window.desk.keychain.entries = window.entries;
    window.press("Unlock and try again");
    QTRY_VERIFY(window.desk.session.isReady());
    QVERIFY(window.bar.isHidden());
    QCOMPARE(window.desk.session.active().name, QStringLiteral("production"));
}

void SessionNoticeTest::theSandboxIsAWayOut()
{
    Window window;
    window.lock();
    window.press("Use the sandbox");
    QTRY_VERIFY(window.desk.session.isReady());
    QCOMPARE(window.desk.session.active().kind, ConnectionKind::Sandbox);
}

void SessionNoticeTest::aDeadSandboxOffersToTryAgain()
{
    Window window;
    window.desk.sandbox.error = failure(ErrorKind::SandboxUnavailable).value();
    window.desk.session.activate(sandboxConnection().id);
    QTRY_VERIFY(!window.bar.isHidden());
    QCOMPARE(window.bar.notice().remedies, QStringList{QStringLiteral("Try again")});
    window.desk.sandbox.error.reset();
    window.press("Try again");
    QTRY_VERIFY(window.desk.session.isReady());
}

FUOTADESK_TEST(SessionNoticeTest);

} // namespace fuotadesk

#include "sessionnoticetest.moc"
