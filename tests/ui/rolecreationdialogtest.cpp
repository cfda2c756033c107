#include "desktop/rolecreationdialog.h"

#include "desktop/noticebar.h"
#include "desktop/productionguard.h"
#include "support/testcase.h"
#include "ui/deskbench.h"
#include "ui/find.h"
#include "ui/iamdouble.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>

namespace fuotadesk {

class RoleCreationDialogTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void bothDocumentsStandThereBeforeAnythingIsMade();
    void theNameIsJudgedAsItIsTyped_data();
    void theNameIsJudgedAsItIsTyped();
    void withoutAnImageItAsksForTheBucket();
    void enterCreatesAndGivesTheArn();
    void productionAsksFirst();
    void aRefusalOffersTheDocuments();
    void aRoleWithoutPermissionsIsOnlyCompleted();
    void anExistingRoleCanBeUsed();
    void anExistingRoleThatMayNotBeReadIsNamedByItsName();
    void signedOutCreatesNothing();
    void documentsAndCommandsAreCopied();
};

namespace {

struct Creating : DeskBench {
    IamDouble iam;
    QWidget window;
    QPointer<RoleCreationDialog> dialog;
    QStringList created;
    QStringList existing;

    Creating()
    {
        desk.service.answerInstead = [this](const HttpRequest& request) {
            return iam.answer(request);
        };
    }

    void show(const char* image = "s3://meters/fw/2.4.bin")
    {
        dialog = new RoleCreationDialog(bench(), QString::fromLatin1(image), &window);
        QObject::connect(dialog, &RoleCreationDialog::created, &window,
                         [this](const QString& arn) { created << arn; });
        QObject::connect(dialog, &RoleCreationDialog::existingChosen, &window,
                         [this](const QString& arn) { existing << arn; });
        dialog->open();
    }

    void showSignedIn(const char* image = "s3://meters/fw/2.4.bin")
    {
        desk.signIn();
        QTRY_VERIFY(whoAmI.identity());
        show(image);
    }

    QLineEdit* line(const char* name) const { return find<QLineEdit>(*dialog, name); }
    QPushButton* button(const char* name) const { return find<QPushButton>(*dialog, name); }
    QString document(const char* name) const
    {
        return find<QPlainTextEdit>(*dialog, name)->toPlainText();
    }
    Notice notice() const { return dialog->findChild<NoticeBar*>()->notice(); }
};

QString arnOf(const char* name)
{
    return QStringLiteral("arn:aws:iam::123456789012:role/") + QString::fromLatin1(name);
}

} // namespace

void RoleCreationDialogTest::bothDocumentsStandThereBeforeAnythingIsMade()
{
    Creating f;
    f.showSignedIn();
    QCOMPARE(f.line("Name")->text(), QStringLiteral("fuota-firmware-reader-meters"));
    QVERIFY(!f.line("Bucket"));
    QVERIFY(f.document("Trust policy").contains(u"iotwireless.amazonaws.com"));
    QVERIFY(f.document("Permissions").contains(u"arn:aws:s3:::meters/fw/"));
    QVERIFY(f.document("Permissions").contains(u"s3:GetObject"));
    QVERIFY(f.iam.asked.isEmpty());
}

void RoleCreationDialogTest::theNameIsJudgedAsItIsTyped_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isTaken");
    // https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html
    QTest::newRow("letters") << QStringLiteral("Fuota_Reader-1+=,.@") << true;
    QTest::newRow("64") << QString(64, u'a') << true;
    QTest::newRow("65") << QString(65, u'a') << false;
    QTest::newRow("none") << QString() << false;
    QTest::newRow("blank") << QStringLiteral("a b") << false;
    QTest::newRow("slash") << QStringLiteral("a/b") << false;
    QTest::newRow("umlaut") << QStringLiteral("\u00e4") << false;
}

void RoleCreationDialogTest::theNameIsJudgedAsItIsTyped()
{
    QFETCH(QString, name);
    QFETCH(bool, isTaken);
    Creating f;
    f.showSignedIn();
    f.line("Name")->setText(name);
    QCOMPARE(f.button("Create role")->isEnabled(), isTaken);
    QCOMPARE(f.line("Name")->accessibleDescription().isEmpty(), isTaken);
}

void RoleCreationDialogTest::withoutAnImageItAsksForTheBucket()
{
    Creating f;
    f.showSignedIn("");
    QVERIFY(f.line("Bucket"));
    QVERIFY(!f.button("Create role")->isEnabled());
    f.line("Bucket")->setText(QStringLiteral("Meters"));
    QVERIFY(!f.button("Create role")->isEnabled());
    f.line("Bucket")->setText(QStringLiteral("meters"));
    QVERIFY(f.button("Create role")->isEnabled());
    QCOMPARE(f.line("Name")->text(), QStringLiteral("fuota-firmware-reader-meters"));
    QVERIFY(f.document("Permissions").contains(u"arn:aws:s3:::meters/"));
    f.line("Name")->setText(QStringLiteral("mine"));
    f.line("Bucket")->setText(QStringLiteral("meters2"));
    QCOMPARE(f.line("Name")->text(), QStringLiteral("mine"));
}

void RoleCreationDialogTest::enterCreatesAndGivesTheArn()
{
    Creating f;
    f.showSignedIn();
    const QString permissions = f.document("Permissions");
    QTest::keyClick(f.line("Name"), Qt::Key_Return);
    QVERIFY(f.button("Cancel"));
    QTRY_COMPARE(f.created, QStringList{arnOf("fuota-firmware-reader-meters")});
    QCOMPARE(f.iam.asked,
             QStringList({QStringLiteral("CreateRole"), QStringLiteral("PutRolePolicy")}));
    QCOMPARE(QString::fromUtf8(f.iam.permissions), permissions);
    QTRY_VERIFY(!f.dialog);
}

void RoleCreationDialogTest::productionAsksFirst()
{
    Creating f;
    Connection production;
    production.name = QStringLiteral("Meters live");
    production.region = QStringLiteral("eu-west-1");
    production.isProduction = true;
    f.desk.session.activateOnce(production, {QStringLiteral("AKIAEXAMPLE"), Secret("secret"), {}});
    QTRY_VERIFY(f.desk.session.isReady());
    f.show();
    f.button("Create role")->click();
    auto* guard = f.dialog->findChild<ProductionDialog*>();
    QVERIFY(guard);
    QVERIFY(f.iam.asked.isEmpty());
    guard->findChild<QLineEdit*>()->setText(QStringLiteral("Meters live"));
    guard->accept();
    QTRY_COMPARE(f.created.size(), 1);
}

void RoleCreationDialogTest::aRefusalOffersTheDocuments()
{
    Creating f;
    f.iam.refused << QStringLiteral("CreateRole");
    f.showSignedIn();
    f.button("Create role")->click();
    QTRY_VERIFY(f.notice().text.contains(u"iam:CreateRole"));
    QVERIFY(f.notice().details.contains(u"AccessDenied"));
    QVERIFY(f.button("Create role")->isEnabled());
    QVERIFY(f.created.isEmpty());
}

void RoleCreationDialogTest::aRoleWithoutPermissionsIsOnlyCompleted()
{
    Creating f;
    f.iam.refused << QStringLiteral("PutRolePolicy");
    f.showSignedIn();
    f.button("Create role")->click();
    QTRY_VERIFY(f.notice().text.contains(u"its permissions could not be added"));
    f.iam.refused.clear();
    f.iam.asked.clear();
    f.button("Try again")->click();
    QTRY_COMPARE(f.created, QStringList{arnOf("fuota-firmware-reader-meters")});
    QCOMPARE(f.iam.asked, QStringList{QStringLiteral("PutRolePolicy")});
}

void RoleCreationDialogTest::anExistingRoleCanBeUsed()
{
    Creating f;
    f.iam.addRole(QStringLiteral("fuota-firmware-reader-meters"), true);
    f.showSignedIn();
    f.button("Create role")->click();
    QTRY_VERIFY(f.notice().text.contains(u"already"));
    QVERIFY(!f.iam.asked.contains(QStringLiteral("PutRolePolicy")));
    const auto arn =
        QStringLiteral("arn:aws:iam::123456789012:role/teams/fuota-firmware-reader-meters");
    f.iam.roles[QStringLiteral("fuota-firmware-reader-meters")].arn = arn;
    f.button("Use that role")->click();
    QTRY_COMPARE(f.existing, QStringList{arn}); // with its path
    QVERIFY(f.created.isEmpty());
}

void RoleCreationDialogTest::anExistingRoleThatMayNotBeReadIsNamedByItsName()
{
    Creating f;
    f.iam.addRole(QStringLiteral("fuota-firmware-reader-meters"), true);
    f.iam.refused << QStringLiteral("GetRole");
    f.showSignedIn();
    f.button("Create role")->click();
    QTRY_VERIFY(f.notice().text.contains(u"already"));
    f.button("Use that role")->click();
    QTRY_COMPARE(f.existing, QStringList{arnOf("fuota-firmware-reader-meters")});
}

void RoleCreationDialogTest::signedOutCreatesNothing()
{
    Creating f;
    f.show();
    f.button("Create role")->click();
    QVERIFY(f.notice().text.contains(u"not signed in"));
    QVERIFY(f.iam.asked.isEmpty());
}

void RoleCreationDialogTest::documentsAndCommandsAreCopied()
{
    Creating f;
    f.showSignedIn();
    const QClipboard* clipboard = QGuiApplication::clipboard();
    f.button("Copy trust policy")->click();
    QCOMPARE(clipboard->text(), f.document("Trust policy"));
    f.button("Copy permissions")->click();
    QCOMPARE(clipboard->text(), f.document("Permissions"));
    f.button("Copy as AWS CLI")->click();
    QVERIFY(clipboard->text().startsWith(u"aws iam create-role"));
    QVERIFY(clipboard->text().contains(u"aws iam put-role-policy"));
}

FUOTADESK_TEST(RoleCreationDialogTest);

} // namespace fuotadesk

#include "rolecreationdialogtest.moc"
