#include "desktop/connectiondialog.h"

#include "desktop/connectionform.h"
#include "desktop/connectionsdialog.h"
#include "desktop/noticebar.h"
#include "support/testcase.h"
#include "ui/deskbench.h"
#include "ui/find.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>

namespace fuotadesk {

class ConnectionDialogTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void whatIsMissingStandsUnderItsField();
    void aBlockOfKeysFillsAllFields();
    void savingWritesTheKeychainAndWipesTheForm();
    void aDeadKeychainOffersThisSessionOnly();
    void theTestAsksTheServiceAndSavesNothing();
    void aFailedTestSaysWhy();
    void anUnchangedKeyKeepsTheStoredSecret();
    void keysForThisSessionTouchNoKeychain();
    void forgettingAsksFirst();
    void theSandboxCanNotBeForgotten();
};

namespace {

Connection production()
{
    Connection connection;
    connection.name = QStringLiteral("production");
    connection.region = QStringLiteral("eu-west-1");
    connection.accessKeyId = QStringLiteral("AKIAEXAMPLE");
    return connection;
}

using Purpose = ConnectionDialog::Purpose;

struct Dialog : DeskBench {
    std::unique_ptr<ConnectionDialog> dialog;

    void open(Purpose purpose, const Connection& connection = {})
    {
        dialog = std::make_unique<ConnectionDialog>(desk.session, connection, purpose);
        dialog->open();
    }

    QLineEdit* line(const char* name) const { return find<QLineEdit>(*dialog, name); }
    NoticeBar* notice() const { return dialog->findChild<NoticeBar*>(); }

    void press(const char* text) const
    {
        auto* button = find<QPushButton>(*dialog, text);
        QVERIFY2(button, text);
        QTest::mouseClick(button, Qt::LeftButton);
    }

    void fill() const
    {
        QTest::keyClicks(line("Name"), QStringLiteral("production"));
        QTest::keyClicks(line("Access key ID"), QStringLiteral("AKIAEXAMPLE"));
        QTest::keyClicks(line("Secret access key"), QStringLiteral("wJalrXUtn"));
    }

    // A connection whose secret is in the keychain.
    Connection stored()
    {
        const Credentials keys{QStringLiteral("AKIAEXAMPLE"), Secret("wJalrXUtn"), {}};
        const auto id =
            resultOf(desk.session.save(production(), keys, Session::Remember::InKeychain, &sheet));
        Q_ASSERT(id && *id);
        return desk.session.connections().last();
    }
};

} // namespace

void ConnectionDialogTest::whatIsMissingStandsUnderItsField()
{
    Dialog dialog;
    dialog.open(Purpose::New);
    dialog.press("Save connection");
    QVERIFY(dialog.line("Name")->accessibleDescription().startsWith(QStringLiteral("Error: ")));
    QVERIFY(dialog.line("Secret access key")
                ->accessibleDescription()
                .startsWith(QStringLiteral("Error: ")));
    QTest::keyClicks(dialog.line("Name"), QStringLiteral("p"));
    QVERIFY(!dialog.line("Name")->accessibleDescription().startsWith(QStringLiteral("Error: ")));
    dialog.line("Endpoint URL")->setText(QStringLiteral("no address"));
    dialog.press("Save connection");
    QVERIFY(
        dialog.line("Endpoint URL")->accessibleDescription().startsWith(QStringLiteral("Error: ")));
    QVERIFY(dialog.desk.keychain.entries.isEmpty());
}

void ConnectionDialogTest::aBlockOfKeysFillsAllFields()
{
    Dialog dialog;
    dialog.open(Purpose::New);
    QGuiApplication::clipboard()->setText(
        QStringLiteral("aws_access_key_id=AKIAEXAMPLE\naws_secret_access_key=secret\n"
                       "aws_session_token=token\nregion=sa-east-1"));
    QTest::keyClick(dialog.line("Access key ID"), Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(dialog.line("Access key ID")->text(), QStringLiteral("AKIAEXAMPLE"));
    QCOMPARE(dialog.line("Secret access key")->text(), QStringLiteral("secret"));
    QCOMPARE(dialog.line("Session token")->text(), QStringLiteral("token"));
    QCOMPARE(find<QComboBox>(*dialog.dialog, "Region")->currentText(), QStringLiteral("sa-east-1"));
    // Any other text is pasted as text.
    QGuiApplication::clipboard()->setText(QStringLiteral("AKIAOTHER"));
    dialog.line("Access key ID")->clear();
    QTest::keyClick(dialog.line("Access key ID"), Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(dialog.line("Access key ID")->text(), QStringLiteral("AKIAOTHER"));
    QCOMPARE(dialog.line("Secret access key")->text(), QStringLiteral("secret"));
}

void ConnectionDialogTest::savingWritesTheKeychainAndWipesTheForm()
{
    Dialog dialog;
    dialog.open(Purpose::New);
    QSignalSpy saved(dialog.dialog.get(), &ConnectionDialog::saved);
    dialog.fill();
    QTest::keyClick(dialog.line("Name"), Qt::Key_Return);
    QTRY_COMPARE(saved.count(), 1);
    QVERIFY(!dialog.dialog->isVisible());
    QCOMPARE(dialog.desk.keychain.entries.size(), 1);
    QCOMPARE(dialog.desk.session.connections().last().name, QStringLiteral("production"));
    QVERIFY(dialog.line("Secret access key")->text().isEmpty());
}

void ConnectionDialogTest::aDeadKeychainOffersThisSessionOnly()
{
    Dialog dialog;
    dialog.desk.keychain.error = failure(ErrorKind::KeychainUnavailable).value();
    dialog.open(Purpose::New);
    dialog.fill();
    dialog.press("Save connection");
    QTRY_VERIFY(dialog.notice()->isVisible());
    QVERIFY(dialog.dialog->isVisible());
    dialog.press("Use for this session only");
    QTRY_VERIFY(!dialog.dialog->isVisible());
    QVERIFY(dialog.desk.keychain.entries.isEmpty());
    QVERIFY(!dialog.desk.session.connections().last().hasStoredSecret);
}

void ConnectionDialogTest::theTestAsksTheServiceAndSavesNothing()
{
    Dialog dialog;
    dialog.open(Purpose::New);
    dialog.fill();
    dialog.press("Test connection");
    QTRY_VERIFY(dialog.notice()->isVisible());
    QCOMPARE(dialog.notice()->notice().kind, NoticeKind::Info);
    QCOMPARE(dialog.desk.stacks.credentials.last().secretAccessKey, Secret("wJalrXUtn"));
    QVERIFY(dialog.desk.keychain.entries.isEmpty());
    QCOMPARE(dialog.desk.session.connections().size(), 1);
}

void ConnectionDialogTest::aFailedTestSaysWhy()
{
    Dialog dialog;
    dialog.desk.service.setOthers(ServiceDouble::Fate::Deny);
    dialog.open(Purpose::New);
    dialog.fill();
    dialog.press("Test connection");
    QTRY_VERIFY(dialog.notice()->isVisible());
    QCOMPARE(dialog.notice()->notice().kind, NoticeKind::Error);
    QVERIFY(dialog.notice()->notice().details.contains(QStringLiteral("AccessDenied")));
}

void ConnectionDialogTest::anUnchangedKeyKeepsTheStoredSecret()
{
    Dialog dialog;
    const Connection stored = dialog.stored();
    const auto before = dialog.desk.keychain.entries;
    dialog.open(Purpose::Edit, stored);
    dialog.line("Name")->setText(QStringLiteral("renamed"));
    dialog.press("Save connection");
    QTRY_VERIFY(!dialog.dialog->isVisible());
    QCOMPARE(dialog.desk.session.connections().last().name, QStringLiteral("renamed"));
    QCOMPARE(dialog.desk.keychain.entries, before);
    // Another key ID needs its own secret.
    dialog.open(Purpose::Edit, stored);
    dialog.line("Access key ID")->setText(QStringLiteral("AKIAOTHER"));
    dialog.press("Save connection");
    QVERIFY(dialog.line("Secret access key")
                ->accessibleDescription()
                .startsWith(QStringLiteral("Error: ")));
}

void ConnectionDialogTest::keysForThisSessionTouchNoKeychain()
{
    Dialog dialog;
    const Connection stored = dialog.stored();
    dialog.desk.keychain.error = failure(ErrorKind::KeychainLocked).value();
    dialog.open(Purpose::SessionKeys, stored);
    QVERIFY(!dialog.line("Name")->isVisible());
    QTest::keyClicks(dialog.line("Secret access key"), QStringLiteral("other"));
    dialog.press("Use for this session");
    QTRY_VERIFY(dialog.desk.session.isReady());
    QCOMPARE(dialog.desk.session.active().id, stored.id);
    QCOMPARE(dialog.desk.stacks.credentials.last().secretAccessKey, Secret("other"));
}

void ConnectionDialogTest::forgettingAsksFirst()
{
    Dialog dialog;
    dialog.stored();
    ConnectionsDialog list(dialog.desk.session);
    list.open();
    list.findChild<QListWidget*>()->setCurrentRow(1);
    QTest::mouseClick(find<QPushButton>(list, "Forget connection…"), Qt::LeftButton);
    QTRY_VERIFY(list.findChild<QMessageBox*>());
    QCOMPARE(dialog.desk.keychain.entries.size(), 1);
    QTest::mouseClick(find<QPushButton>(*list.findChild<QMessageBox*>(), "Forget"), Qt::LeftButton);
    QTRY_COMPARE(dialog.desk.session.connections().size(), 1);
    QVERIFY(dialog.desk.keychain.entries.isEmpty());
}

void ConnectionDialogTest::theSandboxCanNotBeForgotten()
{
    Dialog dialog;
    ConnectionsDialog list(dialog.desk.session);
    list.open();
    list.findChild<QListWidget*>()->setCurrentRow(0);
    QVERIFY(!find<QPushButton>(list, "Forget connection…")->isEnabled());
    QVERIFY(!find<QPushButton>(list, "Edit connection…")->isEnabled());
}

FUOTADESK_TEST(ConnectionDialogTest);

} // namespace fuotadesk

#include "connectiondialogtest.moc"
